import { type Decline, emptyLedger, type GatewayLedger } from "./ledger"
import {
  type Amount,
  amountOf,
  currencyCode,
  isKnownCurrency,
  isNegative,
  isPositive,
  missing,
  plus,
  sum,
  zero,
} from "./money"
import { hasFailed, isSuccess, isUnderWay, type Operation, ofKind } from "./operation"

/**
 * Operations -> the ledger of their payment. Pure, and the only way from one to the other.
 *
 * A refund on its way counts as made: it can't be asked for again. A capture or a cancellation on its way
 * has moved nothing yet. Where money moved and nobody says how much, or in what, the ledger is `unclear`:
 * to read it as nothing would send a refund a second time.
 *
 * @param operations one for each, however often it was told of (see `latestOf`).
 * @param currency of the payment, where its operations name none.
 */
export const foldLedger = (
  operations: Operation[],
  { currency: asked }: { currency: string },
): GatewayLedger => {
  const counting = operations.filter(counts)
  const currency = currencyCode(counting.find((one) => one.currency !== null)?.currency ?? asked)
  const unclear = whyUnclear(counting, currency)
  if (unclear) return unclearLedger(asked, unclear)

  const total = (some: Operation[]): Amount =>
    sum(
      some.map(({ amount }) => amountOf(amount ?? 0, currency)),
      currency,
    )
  const attempts = ofKind(operations, "authorize")
  const captures = ofKind(operations, "capture")
  const cancels = ofKind(operations, "cancel")
  const refunds = ofKind(operations, "refund")
  const paid = attempts.filter(isSuccess)
  const wonBack = total(refunds.filter((one) => one.says === "won_back" && isSuccess(one)))
  const disputed = refunds.filter((one) => one.says === "charged_back" && !hasFailed(one))
  return {
    currency,
    authorized: total(paid),
    captured: plus(
      total(paid.filter(({ says }) => says === "charge")),
      total(captures.filter(isSuccess)),
    ),
    canceled: total(cancels.filter(isSuccess)),
    refunded: missing(
      total(refunds.filter((one) => one.says !== "won_back" && !hasFailed(one))),
      wonBack,
    ),
    paymentId: null,
    unclear: null,
    pending: paid.length === 0 && attempts.some(isUnderWay),
    underWay: {
      capture: total(captures.filter(isUnderWay)),
      cancel: total(cancels.filter(isUnderWay)),
    },
    refundFailed: refunds.some(hasFailed) || isPositive(wonBack),
    refundDecline: whyRefundFailed(refunds),
    chargedBack: missing(total(disputed), wonBack),
    decline: paid.length === 0 ? declineOf(attempts) : null,
  }
}

/** A ledger in which nothing has moved. */
export const untouchedLedger = (currency: string): GatewayLedger => ({
  ...emptyLedger(currency),
  paymentId: null,
  unclear: null,
  pending: false,
  underWay: { capture: zero(currency), cancel: zero(currency) },
  refundFailed: false,
  refundDecline: null,
  chargedBack: zero(currency),
  decline: null,
})

/** @param unclear why, in words for the merchant's log. */
export const unclearLedger = (currency: string, unclear: string): GatewayLedger => ({
  ...untouchedLedger(currency),
  unclear,
})

/** Whether money moved by it. */
const counts = (one: Operation): boolean =>
  one.kind === "refund" ? !hasFailed(one) : isSuccess(one)

const whyUnclear = (counting: Operation[], currency: string): string | null => {
  if (!isKnownCurrency(currency)) return `the currency "${currency}" is not known`
  if (counting.some((one) => one.currency !== null && currencyCode(one.currency) !== currency)) {
    return "its operations are in different currencies"
  }
  if (counting.some(({ amount }) => amount !== null && isNegative(amountOf(amount, currency)))) {
    return "an amount is below zero"
  }
  const wordless = counting.find(({ amount }) => amount === null)
  return wordless ? HOW_MUCH[wordless.kind] : null
}

const HOW_MUCH: Record<Operation["kind"], string> = {
  authorize: "it is paid, but not how much",
  capture: "money was captured, but not how much",
  cancel: "a hold was canceled, but not how much of it",
  refund: "money was refunded, but not how much",
}

/** Why the last attempt was refused; null when it was not. */
const declineOf = (attempts: Operation[]): Decline | null => {
  const last = attempts.at(-1)
  return last && hasFailed(last) ? declineIn(last, `${attempts.length}`) : null
}

/** A chargeback that was won, and a dispute about one, are no failures of the merchant's own refunds. */
const whyRefundFailed = (refunds: Operation[]): Decline | null => {
  const last = refunds.filter((one) => hasFailed(one) || one.says === "won_back").at(-1)
  return last && hasFailed(last) && last.says === undefined
    ? declineIn(last, `${refunds.length}`)
    : null
}

/** @param otherwise what the operation is known by when the gateway names it by nothing */
const declineIn = (one: Operation, otherwise: string): Decline => {
  const { code = null, description = null } = one.decline ?? {}
  return { code, description, attempt: one.id ?? one.transaction ?? otherwise }
}
