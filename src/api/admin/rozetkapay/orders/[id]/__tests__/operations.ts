import { uah } from "../../../../../../core/__tests__/random-ledgers"
import type { GatewayOperation } from "../match-movements"
import type { WrittenMovement } from "../order-rows"

/** Minutes after noon. */
export const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 26, 12, minute))

type Said = Partial<Omit<GatewayOperation, "at">> & { minute?: number }

/** What RozetkaPay lists; a success of 100.00 UAH where nothing else is said. */
export const operation = (
  kind: GatewayOperation["operation"],
  { minute = 0, ...said }: Said = {},
): GatewayOperation => ({
  operation: kind,
  id: `${kind}-${minute}`,
  amount: "100.00",
  currency: "UAH",
  status: "success",
  code: null,
  description: null,
  rrn: null,
  authCode: null,
  fee: null,
  feeCurrency: null,
  bankName: null,
  terminalName: null,
  merchantId: null,
  terminalId: null,
  billingOrderId: null,
  gatewayOrderId: null,
  fiscalization: null,
  at: at(minute).toISOString(),
  ...said,
})

export const row = (
  kind: WrittenMovement["kind"],
  amount: string,
  { minute = 0, by = "user_1" as string | null, isRecord = false } = {},
): WrittenMovement => ({
  id: `${kind}-row-${minute}`,
  kind,
  amount: uah(amount),
  at: at(minute),
  createdBy: isRecord ? "RozetkaPay" : by,
  isRecord,
  isSent: true,
  note: null,
})
