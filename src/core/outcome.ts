import type { Decline } from "./ledger"
import { isPositive } from "./money"
import { isAgreed, whyNotOnDelivery } from "./plan"
import type { ReturnReason, Situation } from "./situation"

/** What became of a payment, in the words of whoever waits for it. A closed list. */
export type Outcome =
  | { is: "order_placed"; order_id: string }
  /** Paid, and no cart was waiting for it. */
  | { is: "authorized" }
  | { is: "declined"; decline: Decline }
  /** The bank has not said yet. */
  | { is: "waiting" }
  /** Nobody has paid. */
  | { is: "unpaid" }
  /** Paid, and the order can't be placed yet: it is tried again, and then the money goes back. */
  | { is: "order_delayed" }
  /** Paid, and the store does not know what for: staff decide. */
  | { is: "unexplained" }
  /**
   * The money came and went back. Why is known to the run that returned it, and later where it shows:
   * another try pays for the purchase. `order_id`: the order that stands all the same.
   */
  | { is: "returned"; reason: ReturnReason | null; order_id: string | null }

/** Two ledgers (after everything was done) -> the outcome. Pure. */
export const outcomeOf = (
  situation: Situation,
  order_id: string | null,
  returned: ReturnReason | null,
): Outcome => {
  const { store, gateway, forCart, orderCanceled, othersPay } = situation
  const standing = orderCanceled ? null : order_id
  if (returned) {
    // Its session is gone, and so it pays for nothing; whoever waits wants to know that the order stands.
    const isLate = returned === "orphaned" && standing !== null && othersPay
    return { is: "returned", reason: isLate ? "paid_otherwise" : returned, order_id: standing }
  }
  if (store && order_id) return { is: "order_placed", order_id }
  if (isPositive(gateway.canceled) || isPositive(gateway.refunded)) {
    const reason = standing && othersPay ? "paid_otherwise" : null
    return { is: "returned", reason, order_id: standing }
  }
  if (store && !forCart) return { is: "authorized" }
  // Nothing was paid for it yet, by whomever: the buyer pays when the parcel comes.
  if (gateway.onDelivery && !isPositive(gateway.authorized)) {
    if (standing) return { is: "order_placed", order_id: standing }
    return isAgreed(situation)
      ? { is: "waiting" }
      : { is: "declined", decline: whyNotOnDelivery(gateway) }
  }
  if (gateway.pending || gateway.unclear !== null || isPositive(gateway.authorized))
    return { is: "waiting" }
  if (gateway.decline) return { is: "declined", decline: gateway.decline }
  return { is: "unpaid" }
}
