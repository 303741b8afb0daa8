import {
  concludedBy,
  type Operation,
  type Payment,
  type PaypartsTerms,
  pageOf,
  paidBy,
} from "../payment"

/** What of a payment is an order in instalments. */

/** Of the contract that was signed; of the latest that was asked for, when none was. */
export function paypartsOf(payment: Payment): PaypartsTerms | null {
  const paid = paidBy(payment)
  const page = (paid && pageOf(payment, paid)) ?? payment.pages.at(-1)
  return page?.payparts ?? null
}

export const isWaiting = (payment: Payment, attempt: Operation): boolean =>
  attempt.operation === "payment" && attempt.status === "pending" && !concludedBy(payment)

/** The attempt that waits for the customer, the newest of several. */
export const waitingOf = (payment: Payment): Operation | undefined =>
  payment.operations.filter((one) => isWaiting(payment, one)).at(-1)
