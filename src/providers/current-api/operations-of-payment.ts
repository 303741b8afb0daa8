import { amountOf, currencyCode, isKnownCurrency, isNegative, missing } from "../../core/money"
import { capturedAtOnce, isSuccess, isUnderWay, type Operation, ofKind } from "../../core/operation"
import { amountPaid, attemptsOf, latestOf } from "../../core/same-operation"
import type { PaymentInfo } from "../../rozetkapay/client"
import { lapsedHolds } from "./lapsed-holds"
import { operationsIn } from "./operation-of"
import { totalOf, unlisted, withStatedRefunds, withStatedSum } from "./stated-sums"

/** What a payment consists of, each operation once; or why nobody can tell. */
export type OperationsOfPayment = { operations: Operation[]; unclear?: string }

/**
 * RozetkaPay's `info`, and what signed callbacks told that may be newer, as a payment's operations.
 *
 * What is not in the answer is not true: no `purchased`, no money; a status or a
 * code that we do not know moves nothing; `purchased` alone, with no attempt that
 * paid, is `unclear`. The gateway may answer a hold and a payment alike ("success"),
 * so the money is held when we asked for a hold (`twoStep`), and also when the answer
 * says so by its method or code, whatever we asked for.
 *
 * An answer that shows money but does not say how much is `unclear`: never read as
 * nothing, which would send a refund a second time.
 */
export const operationsOfPayment = (
  info: PaymentInfo | null,
  told: Operation[],
  asked: { twoStep: boolean; currency: string },
): OperationsOfPayment => {
  const all = [...operationsIn(info), ...told]
  const attempts = ofKind(all, "authorize")
  const purchases = attemptsOf(attempts)
  if (info?.purchased !== true && !ofKind(told, "authorize").some(isSuccess)) {
    return { operations: notPaid(purchases) }
  }
  const captures = latestOf(ofKind(all, "capture"))
  const cancels = latestOf(ofKind(all, "cancel"))
  const refunds = latestOf(ofKind(all, "refund"))
  const successes = purchases.filter(isSuccess)
  const lapsed = lapsedHolds(attempts)
  const paying = successes.length > 0 ? successes : lapsed
  // What was captured, canceled or refunded had been paid, whatever became of the word on the attempt itself.
  if (paying.length === 0 && ![...captures, ...cancels, ...refunds].some(isSuccess)) {
    return purchases.some(isOnDelivery)
      ? { operations: purchases.map((one) => (isOnDelivery(one) ? waiting(one) : one)) }
      : {
          operations: [],
          unclear: "it is called paid, and no attempt to pay is there that did it",
        }
  }
  const currency = currencyCode(paying[0]?.currency ?? info?.currency ?? asked.currency)
  if (!isKnownCurrency(currency)) {
    return { operations: [], unclear: `the currency "${currency}" is not known` }
  }
  const isHeld = asked.twoStep || lapsed.length > 0 || successes.some(({ says }) => says === "hold")
  const stated = (amount: string | null | undefined) => amountOf(amount ?? 0, currency)
  const done = isHeld ? captures.filter(isSuccess) : []
  const undone = cancels.filter(isSuccess)
  const sums = [info?.amount, info?.amountConfirmed, info?.amountCanceled, info?.amountRefunded]
  const listed = [...paying, ...done, ...undone, ...refunds]
  if ([...sums, ...listed.map(({ amount }) => amount)].map(stated).some(isNegative)) {
    return { operations: [], unclear: "an amount is below zero" }
  }

  // At most one attempt succeeds (docs, `external_id`): two successes are two reports of the same one.
  const authorized = amountPaid(paying, currency) ?? (info?.amount ? stated(info.amount) : null)
  if (authorized === null) return { operations: [unlisted("authorize", null)] }

  const confirmed = { stated: stated(info?.amountConfirmed), flag: info?.confirmed === true }
  const captured = isHeld
    ? withStatedSum("capture", done, { ...confirmed, all: authorized }, currency)
    : []
  const rest = missing(authorized, totalOf(captured, currency))
  const given = { stated: stated(info?.amountCanceled), flag: info?.canceled === true }
  const canceled = withStatedSum("cancel", undone, { ...given, all: rest }, currency)
  const isGone = lapsed.length > 0 || all.some(isLapsedMovement)
  const isTold = canceled.every(({ amount }) => amount !== null)
  const back = { stated: stated(info?.amountRefunded), flag: info?.refunded === true }
  const operations = [
    unlisted("authorize", authorized),
    ...captured,
    ...captures.filter(isUnderWay),
    // Of a hold that the bank let go nothing is left to be canceled.
    ...(isHeld && isGone && isTold ? [unlisted("cancel", rest)] : canceled),
    ...cancels.filter(isUnderWay),
    ...withStatedRefunds(refunds, back, currency),
  ].map((one) => ({ ...one, currency }))
  return { operations: isHeld ? operations : capturedAtOnce(operations) }
}

/** Not called paid: a success that stands there moves nothing, and what was refused before it is no news. */
const notPaid = (purchases: Operation[]): Operation[] => {
  const last = purchases.at(-1)
  return purchases.filter(last && isSuccess(last) ? isUnderWay : (one) => !isSuccess(one))
}

const isLapsedMovement = ({ kind, says }: Operation): boolean =>
  (kind === "capture" || kind === "cancel") && says === "lapsed"

const isOnDelivery = ({ says }: Operation): boolean => says === "on_delivery"

const waiting = (one: Operation): Operation => ({ ...one, status: "pending" })
