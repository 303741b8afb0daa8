import type { PaidWith } from "../../../../../admin-client/order-payments"
import type { Choice } from "../../../../../core/choice"
import type { HowPaid } from "../../../../../core/how-paid"
import { inParts } from "../../../../../core/instalments"
import { knownMethod } from "../../../../../core/known-method"
import type { GatewayLedger } from "../../../../../core/ledger"
import { isPositive, type Money } from "../../../../../core/money"
import type { PaymentDetails } from "../../../../../provider/payment-gateway"

export type PaidBy = {
  /** What was to be paid. */
  money: Money
  /** What the shopper chose before RozetkaPay was asked. */
  choice: Choice
  details: PaymentDetails | null
  ledger: GatewayLedger | null
  /** What callbacks have told, and syncing has noted in the store's row: RozetkaPay's answer may say less. */
  noted: HowPaid | null
}

/** How the shopper paid, whichever API it was. Pure. */
export const paidWith = ({ money, choice, details, ledger, noted }: PaidBy): PaidWith => {
  const card = details?.paymentMethod
  const mask = card?.mask ?? noted?.mask ?? null
  const paying = details?.operations.filter(
    ({ operation, status }) => operation === "payment" && status === "success",
  )
  const last = paying?.at(-1)
  const parts = choice.parts ?? noted?.parts
  return {
    kind: kindOf({ choice, details, ledger, noted }),
    mask: mask && inFours(mask),
    brand: card?.paymentSystem?.toLowerCase() ?? noted?.brand ?? null,
    bank: card?.bank ?? textOf(choice.bank) ?? noted?.bank ?? null,
    bin_country: card?.binCountry ?? null,
    instalments:
      typeof parts === "number" && parts > 0
        ? { parts, monthly: inParts(money, parts).monthly }
        : null,
    method: methodOf(choice, details),
    rrn: last?.rrn ?? noted?.rrns[0] ?? null,
    auth_code: last?.authCode ?? noted?.authCode ?? null,
    three_d_secure: threeDSecure(details),
  }
}

const textOf = (value: unknown): string | null =>
  typeof value === "string" && value !== "" ? value : null

const methodOf = (choice: Choice, details: PaymentDetails | null): string | null =>
  textOf(choice.method) ?? textOf(details?.remarks.payment_method_type)

const kindOf = ({ choice, details, ledger, noted }: Omit<PaidBy, "money">): PaidWith["kind"] => {
  if (ledger?.onDelivery && !isPositive(ledger.authorized)) return "on_delivery"
  if (choice.parts !== undefined) return "instalments"
  const method = methodOf(choice, details)
  if (method !== null) return method === "blik" ? "blik" : "alternative"
  const type = details?.paymentMethod?.type ?? noted?.method
  const isByCard = Boolean(details?.paymentMethod?.mask ?? noted?.mask)
  return knownMethod(type) ?? (isByCard ? "card" : "unknown")
}

/** "424242******4242" -> "4242 42** **** 4242" */
const inFours = (mask: string): string =>
  /^[\d*]{12,19}$/.test(mask) ? mask.replaceAll(/(.{4})(?=.)/g, "$1 ") : mask

/** What the card scheme says by its ECI of whether the bank asked; only one of the APIs tells it. */
const ASKED = ["02", "05"]
const NOT_ASKED = ["00", "07"]

const threeDSecure = (details: PaymentDetails | null): boolean | null => {
  const { threeDs } = details?.remarks ?? {}
  if (typeof threeDs !== "object" || threeDs === null || !("eci" in threeDs)) return null
  const eci = String(threeDs.eci).padStart(2, "0")
  if (ASKED.includes(eci)) return true
  return NOT_ASKED.includes(eci) ? false : null
}
