import { emptyLedger } from "../../core/ledger"
import {
  type Amount,
  amountOf,
  currencyCode,
  greatest,
  isKnownCurrency,
  isPositive,
  missing,
  plus,
  sum,
  zero,
} from "../../core/money"
import type { Decline, GatewayLedger } from "../../provider/payment-gateway"
import type { OperationDetails, PaymentInfo, PaymentOperation } from "../../rozetkapay/client"
import { isPostpayment } from "../../rozetkapay/payments/operation-details"
import { asAttempt, isLetGoByBank, letGoByBank, saysHeld } from "./paying-attempt"
import { attemptsOf, hasFailed, isNamed, isSuccess, isUnderWay, latestOf } from "./same-operation"
import { whyUnclear } from "./unclear-answer"

/**
 * RozetkaPay's `info`, and a signed callback that may be newer, as a ledger.
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
export const gatewayLedger = (
  info: PaymentInfo | null,
  asked: { twoStep: boolean; currency: string },
  events: PaymentOperation[] = [],
): GatewayLedger => {
  const known = events.reduce(withEvent, info)
  if (!known) return nothing(asked.currency)

  const attempts = known.purchaseDetails.map(asAttempt)
  const purchases = attemptsOf(attempts)
  const lost = letGoByBank(attempts)
  const successes = purchases.filter(isSuccess)
  const paying = successes.length > 0 ? successes : lost
  const stating = currencyCode(paying[0]?.currency ?? known.currency ?? asked.currency)
  const unpaid = (pending: boolean): GatewayLedger => ({
    ...nothing(isKnownCurrency(stating) ? stating : asked.currency),
    paymentId: known.id,
    pending,
    decline: declineOf(purchases),
  })
  if (known.purchased !== true) return unpaid(purchases.some(isUnderWay))
  const isCarried = paying.length > 0 || provesPayment(known)
  if (!isCarried && purchases.some(({ statusCode }) => isPostpayment(statusCode))) {
    return unpaid(true)
  }

  const isHeld = asked.twoStep || lost.length > 0 || successes.some(saysHeld)
  const unclear = isCarried
    ? whyUnclear(stating, {
        ...known,
        purchaseDetails: paying,
        confirmationDetails: isHeld ? counting(known.confirmationDetails) : [],
        cancellationDetails: counting(known.cancellationDetails),
        refundDetails: latestOf(known.refundDetails),
      })
    : "it is called paid, and no attempt to pay is there that did it"
  if (unclear) {
    return { ...nothing(asked.currency), paymentId: known.id, unclear }
  }
  const currency = stating
  const total = (details: OperationDetails[]) =>
    sum(
      details.map((one) => amountOf(one.amount ?? 0, currency)),
      currency,
    )
  const stated = (amount: string | null) => amountOf(amount ?? 0, currency)

  // At most one attempt succeeds (docs, `external_id`): two successes are two reports of the same one.
  const paid = paying.flatMap(({ amount }) => (amount === null ? [] : [amount]))
  const authorized =
    paid.length > 0
      ? paid.map((amount) => amountOf(amount, currency)).reduce(greatest)
      : stated(known.amount)

  // The sums and the lists are two views of the same ledger, and either may lag behind: the greater is the newer.
  const grown = (sumStated: string | null, details: OperationDetails[]) =>
    greatest(stated(sumStated), total(counting(details)))

  const confirmed = grown(known.amountConfirmed, known.confirmationDetails)
  const canceledSum = grown(known.amountCanceled, known.cancellationDetails)
  // A pending refund counts as made. Whether `amount_refunded` has it already is not documented: the list syncs it.
  // A dispute that the merchant won stands in the same list and takes a chargeback out of the sum again.
  const refunds = latestOf(known.refundDetails)
  const gone = total(refunds.filter((one) => !isRepresentment(one) && !hasFailed(one)))
  const won = total(refunds.filter((one) => isRepresentment(one) && isSuccess(one)))
  const refundedSum = greatest(stated(known.amountRefunded), missing(gone, won))

  const common = {
    currency,
    authorized,
    paymentId: known.id,
    unclear: null,
    pending: false,
    underWay: {
      capture: total(latestOf(known.confirmationDetails).filter(isUnderWay)),
      cancel: total(latestOf(known.cancellationDetails).filter(isUnderWay)),
    },
    refundFailed: refunds.some(hasFailed) || isPositive(won),
    decline: null,
  }
  if (isHeld) {
    const captured = orAll(known.confirmed, confirmed, authorized)
    const rest = missing(authorized, captured)
    // A capture or a cancellation that the bank refuses because the hold is gone says so as well.
    const isGone =
      lost.length > 0 ||
      [...known.confirmationDetails, ...known.cancellationDetails].some(isLetGoByBank)
    return {
      ...common,
      captured,
      canceled: isGone ? rest : orAll(known.canceled, canceledSum, rest),
      refunded: refundedSum,
    }
  }
  // Nothing can be canceled of a payment that was captured at once: a cancellation of it is money back.
  return {
    ...common,
    captured: authorized,
    canceled: emptyLedger(currency).canceled,
    refunded: plus(refundedSum, orAll(known.canceled, canceledSum, authorized)),
  }
}

/** What was captured, canceled or refunded had been paid, whatever became of the word on the attempt itself. */
const provesPayment = (known: PaymentInfo): boolean =>
  [
    ...counting(known.confirmationDetails),
    ...counting(known.cancellationDetails),
    ...counting(known.refundDetails),
  ].length > 0

const nothing = (currency: string): GatewayLedger => ({
  ...emptyLedger(currency),
  paymentId: null,
  unclear: null,
  pending: false,
  underWay: { capture: zero(currency), cancel: zero(currency) },
  refundFailed: false,
  decline: null,
})

/** A flag without a sum means all of it: confirm and cancel without an amount do all (docs, "Confirm payment"). */
const orAll = (flag: boolean | null, amount: Amount, all: Amount): Amount =>
  flag === true && !isPositive(amount) ? all : amount

/** The captures or cancels that were made: those under way have moved nothing yet. */
const counting = (details: OperationDetails[]): OperationDetails[] =>
  latestOf(details).filter(isSuccess)

/** Code `representment_successful`. That it stands among the refunds, like a chargeback, is not documented. */
const isRepresentment = ({ method, statusCode }: OperationDetails): boolean =>
  method === "representment" || /^representment[_-]/.test(statusCode ?? "")

const declineOf = (purchases: OperationDetails[]): Decline | null => {
  const last = purchases.at(-1)
  return last && hasFailed(last)
    ? {
        code: last.statusCode,
        description: last.statusDescription,
        attempt: last.operationId ?? last.transactionId ?? `${purchases.length}`,
      }
    : null
}

const NO_INFO: Omit<PaymentInfo, "id" | "externalId" | "amount" | "currency"> = {
  amountConfirmed: null,
  amountCanceled: null,
  amountRefunded: null,
  purchased: null,
  confirmed: null,
  canceled: null,
  refunded: null,
  purchaseDetails: [],
  confirmationDetails: [],
  cancellationDetails: [],
  refundDetails: [],
  action: null,
  actionRequired: false,
  receiptUrl: null,
  createdAt: null,
  paymentMethod: null,
}

/**
 * `info` as it will read once it has caught up with a signed callback:
 * the callback's operation joins the list it belongs to. An operation that is
 * listed already is not counted twice.
 */
const withEvent = (info: PaymentInfo | null, events: PaymentOperation): PaymentInfo | null => {
  const { details } = events
  if (!details) return info
  const base: PaymentInfo = info ?? {
    ...NO_INFO,
    id: events.id,
    externalId: events.externalId,
    amount: details.amount,
    currency: details.currency,
  }
  switch (events.operation) {
    case "payment":
    case "recurrent":
      return {
        ...base,
        purchased: base.purchased === true || isSuccess(asAttempt(details)) ? true : base.purchased,
        // One attempt pays at most, so a success counts once even without a name.
        purchaseDetails: isSuccess(details)
          ? [...base.purchaseDetails, details]
          : joined(base.purchaseDetails, details),
      }
    case "confirm":
      return { ...base, confirmationDetails: joined(base.confirmationDetails, details) }
    case "cancel":
      return { ...base, cancellationDetails: joined(base.cancellationDetails, details) }
    case "refund":
      return { ...base, refundDetails: joined(base.refundDetails, details) }
    default:
      // An operation that we do not know moves nothing; `info` will tell when it matters.
      return info
  }
}

const joined = (list: OperationDetails[], details: OperationDetails): OperationDetails[] =>
  isNamed(details) ? [...list, details] : list
