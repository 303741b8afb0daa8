import {
  type Amount,
  amountOf,
  exceeds,
  isKnownCurrency,
  isNegative,
  isPositive,
  sum,
} from "../../core/money"
import type { OperationDetails, PaymentInfo } from "../../rozetkapay/client"

type Stated = Pick<
  PaymentInfo,
  | "amount"
  | "amountConfirmed"
  | "amountCanceled"
  | "amountRefunded"
  | "confirmed"
  | "canceled"
  | "refunded"
  | "purchaseDetails"
  | "confirmationDetails"
  | "cancellationDetails"
  | "refundDetails"
>

/**
 * Why nobody can tell from the gateway's answer how much money of a payment moved;
 * null when the answer can be counted. Pure.
 *
 * Details and sums may be missing anywhere (docs, "Payment info"), and either is enough.
 * Where an answer says that money moved and neither says how much, "nothing" would
 * be a guess that pays a refund twice.
 *
 * @param answer with only those entries of its lists that count.
 * @returns words for the merchant's log.
 */
export const whyUnclear = (currency: string, answer: Stated): string | null => {
  if (!isKnownCurrency(currency)) return `the currency "${currency}" is not known`
  const amounts = [
    answer.amount,
    answer.amountConfirmed,
    answer.amountCanceled,
    answer.amountRefunded,
    ...[
      ...answer.purchaseDetails,
      ...answer.confirmationDetails,
      ...answer.cancellationDetails,
      ...answer.refundDetails,
    ].map(({ amount }) => amount),
  ].flatMap((amount) => (amount === null ? [] : [amountOf(amount, currency)]))
  if (amounts.some(isNegative)) return "an amount is below zero"

  if (answer.amount === null && !answer.purchaseDetails.some(({ amount }) => amount !== null)) {
    return "it is paid, but not how much"
  }
  const { amountConfirmed, amountCanceled, amountRefunded } = answer
  if (!isStated(amountConfirmed, answer.confirmationDetails, answer.confirmed, currency)) {
    return "money was captured, but not how much"
  }
  if (!isStated(amountCanceled, answer.cancellationDetails, answer.canceled, currency)) {
    return "a hold was canceled, but not how much of it"
  }
  // Unlike a capture or a cancellation, a refund is mostly of a part: the flag alone says nothing of the amount.
  const isOnlyFlagged = answer.refunded === true && answer.refundDetails.length === 0
  if (
    (isOnlyFlagged && !isPositive(amountOf(amountRefunded ?? 0, currency))) ||
    !isStated(amountRefunded, answer.refundDetails.filter(isNotFailed), null, currency)
  ) {
    return "money was refunded, but not how much"
  }
  return null
}

const isNotFailed = ({ status }: OperationDetails) => status !== "failure"

/**
 * Every entry has an amount, or the sum beside the list accounts for more than those
 * that have one, or the flag stands alone and means all of it.
 */
const isStated = (
  stated: string | null,
  entries: OperationDetails[],
  allOfIt: boolean | null,
  currency: string,
): boolean => {
  if (entries.every(({ amount }) => amount !== null)) return true
  const known: Amount = sum(
    entries.map(({ amount }) => amountOf(amount ?? 0, currency)),
    currency,
  )
  const total = amountOf(stated ?? 0, currency)
  return exceeds(total, known) || (allOfIt === true && !isPositive(total) && !isPositive(known))
}
