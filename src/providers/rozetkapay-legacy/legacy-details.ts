import { asStated } from "../../core/money"
import { OPERATION_KINDS } from "../../core/operation"
import type { PaymentDetails } from "../../provider/payment-gateway"
import type { LegacyTransaction } from "../../rozetkapay-legacy/client"
import { kindOf } from "./operation-of"
import { shownOf } from "./shown-transaction"

type Listed = PaymentDetails["operations"][number]

/** An order's transactions as staff may read them: each attempt and movement, in RozetkaPay's own words. */
export const legacyDetails = (transactions: LegacyTransaction[]): PaymentDetails => {
  const moves = transactions.filter((one) => kindOf(one) !== null)
  const shown = shownOf(transactions)
  return {
    receiptUrl: moves.flatMap(({ receiptUrl }) => receiptUrl ?? []).at(-1) ?? null,
    operations: OPERATION_KINDS.flatMap((kind) =>
      moves
        .filter((one) => kindOf(one) === kind && !(kind === "authorize" && one.status === "init"))
        .map((one) => listed(kind === "authorize" ? "payment" : kind, one)),
    ),
    paymentMethod: shown && paymentMethodOf(shown),
    remarks: remarksOf(transactions),
  }
}

const listed = (operation: Listed["operation"], one: LegacyTransaction): Listed => ({
  operation,
  id: one.operationId ?? one.transactionId,
  amount: one.amount && asStated(one.amount, one.currency),
  currency: one.currency,
  status: one.status,
  code: one.statusCode,
  description: one.statusDescription,
  rrn: one.rrn,
  authCode: one.authCode,
  fee: one.fee && asStated(one.fee.amount, one.fee.currency ?? one.currency),
  feeCurrency: one.fee === null ? null : (one.fee.currency ?? one.currency),
  bankName: one.acquirer,
  terminalName: one.terminalName,
  merchantId: null,
  terminalId: null,
  billingOrderId: one.billingOrderId,
  gatewayOrderId: one.gatewayOrderId,
  fiscalization: null,
  at: one.processedAt ?? one.createdAt,
})

const paymentMethodOf = ({ payway, card }: LegacyTransaction): PaymentDetails["paymentMethod"] => ({
  type: payway ?? (card.mask === null ? null : "cc_token"),
  mask: card.mask,
  paymentSystem: card.paymentSystem,
  bank: card.bank,
  expiresAt: null,
  binCountry: null,
})

/** What the current API does not have: 3-D Secure's verdict, the rates of a payment in another currency, the store's own words. */
const remarksOf = (transactions: LegacyTransaction[]): Record<string, unknown> => {
  const paid = transactions.find((one) => kindOf(one) === "authorize")
  if (!paid) return {}
  const { threeDs, dccRates, payload, properties, payway, card } = paid
  return { threeDs, dccRates, payload, properties, payway, card }
}
