import { concludedBy, type Operation, type Payment, pageOf, paidBy } from "../payment"
import type { AlternativeTerms } from "./ways"

/** Of the try that was paid; of the latest, when none was. */
export function alternativeOf(payment: Payment, operation?: Operation): AlternativeTerms | null {
  const about = operation?.page_id ? operation : paidBy(payment)
  const page = (about && pageOf(payment, about)) ?? payment.pages.at(-1)
  return page?.alternative ?? null
}

export const isAsked = (payment: Payment, attempt: Operation): boolean =>
  attempt.operation === "payment" && attempt.status === "pending" && !concludedBy(payment)

/** The try that waits for the customer, the newest of several. */
export const askedOf = (payment: Payment): Operation | undefined =>
  payment.operations.filter((one) => isAsked(payment, one)).at(-1)

/** Where the customer answers, be it the bank's app or the provider's page. */
export const answerUrl = ({ operation_id }: Operation, url: string): string =>
  `${url}/alternative/${operation_id}`
