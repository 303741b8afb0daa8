import type { Outstanding, PaymentOfOrder } from "../../admin-client"
import { isMore, isPositive, totalOf } from "../decimal"

type Due = Pick<Outstanding, "amount" | "currency_code">
type Payment = Pick<PaymentOfOrder, "currency_code"> & {
  store: Pick<PaymentOfOrder["store"], "captured" | "canceled">
}

/**
 * Whether all that is due was held once, and canceled after the rest of it was captured. A hold of which nothing
 * was captured says nothing: an edit of the order cancels it, too, and its money is still owed.
 */
export const isGivenUp = ({ amount, currency_code }: Due, payments: Payment[]): boolean => {
  const canceled = payments
    .filter((one) => one.currency_code === currency_code && isPositive(one.store.captured))
    .map(({ store }) => store.canceled)
  return !isMore(amount, totalOf(canceled, currency_code))
}
