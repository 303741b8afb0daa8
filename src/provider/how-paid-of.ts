import { asReference, distinctRrns, type HowPaid } from "../core/how-paid"
import type { PaymentDetails } from "./payment-gateway"

/** What RozetkaPay calls a card: by the widget's token, by the customer's wallet, or plainly. */
const CARDS = ["cc_token", "card", "wallet"]

type Told = Pick<PaymentDetails["operations"][number], "operation" | "status" | "rrn" | "authCode">

/**
 * What of a payment's details may be noted in the store's own rows. The merchant's fee stays out: shoppers
 * may read a Payment's row with their order.
 *
 * @returns null while nobody has paid.
 */
export const howPaidOf = (
  operations: Told[],
  paymentMethod: PaymentDetails["paymentMethod"],
): HowPaid | null => {
  const made = operations.filter(({ status }) => status === "success")
  const paid = made.filter(({ operation }) => operation === "payment").at(-1)
  if (!paid) return null
  const moved = made.filter(({ operation }) => operation !== "payment")
  const { type = null, mask = null, paymentSystem = null, bank = null } = paymentMethod ?? {}
  return {
    rrns: distinctRrns([paid.rrn, ...moved.map(({ rrn }) => rrn)]),
    authCode: asReference(paid.authCode),
    mask,
    brand: paymentSystem?.toLowerCase() ?? null,
    bank,
    method: type !== null && CARDS.includes(type) ? "card" : type,
    parts: null,
  }
}
