import type { OperationDetails, PaymentInfo, PaymentOperation } from "../rozetkapay/results"
import type { Decline, GatewayLedger } from "./gateway"
import { emptyLedger } from "./ledger"
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
} from "./money"
import { whyUnclear } from "./unclear-answer"

/**
 * RozetkaPay's `info`, and a signed callback that may be newer, as a ledger.
 *
 * What is not in the answer is not true: no `purchased`, no money; a status we
 * do not know moves nothing. Only the gateway's own words count, with one
 * exception: it answers a hold and a payment alike ("success"), so whether the
 * money is held or taken follows from what we asked for (`twoStep`).
 *
 * An answer that shows money but does not say how much is `unclear`: never read as
 * nothing, which would send a refund a second time.
 */
export const gatewayLedger = (
  info: PaymentInfo | null,
  asked: { twoStep: boolean; currency: string },
  evidence: PaymentOperation[] = [],
): GatewayLedger => {
  const known = evidence.reduce(withEvidence, info)
  if (!known) return nothing(asked.currency)

  const purchases = attemptsOf(known.purchaseDetails)
  const stating = currencyCode(
    purchases.find(isSuccess)?.currency ?? known.currency ?? asked.currency,
  )
  if (known.purchased !== true) {
    return {
      ...nothing(isKnownCurrency(stating) ? stating : asked.currency),
      paymentId: known.id,
      pending: purchases.some(isUnderWay),
      decline: declineOf(purchases),
    }
  }
  const unclear = whyUnclear(stating, {
    ...known,
    purchaseDetails: purchases.filter(isSuccess),
    confirmationDetails: asked.twoStep ? counting(known.confirmationDetails) : [],
    cancellationDetails: counting(known.cancellationDetails),
    refundDetails: latestOf(known.refundDetails),
  })
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
  const paid = purchases.flatMap((one) =>
    isSuccess(one) && one.amount !== null ? [one.amount] : [],
  )
  const authorized =
    paid.length > 0
      ? paid.map((amount) => amountOf(amount, currency)).reduce(greatest)
      : stated(known.amount)

  // The sums and the lists are two views of the same book, and either may lag behind: the greater is the newer.
  const grown = (sumStated: string | null, details: OperationDetails[]) =>
    greatest(stated(sumStated), total(counting(details)))

  const confirmed = grown(known.amountConfirmed, known.confirmationDetails)
  const canceled = grown(known.amountCanceled, known.cancellationDetails)
  // A pending refund counts as made. Whether `amount_refunded` has it already is not documented: the list settles it.
  // A dispute that the merchant won stands in the same list and takes a chargeback out of the sum again.
  const refunds = latestOf(known.refundDetails)
  const gone = total(refunds.filter((one) => !isRepresentment(one) && !hasFailed(one)))
  const won = total(refunds.filter((one) => isRepresentment(one) && isSuccess(one)))
  const refunded = greatest(stated(known.amountRefunded), missing(gone, won))

  const common = {
    currency,
    authorized,
    paymentId: known.id,
    unclear: null,
    pending: false,
    underWay: {
      take: total(latestOf(known.confirmationDetails).filter(isUnderWay)),
      release: total(latestOf(known.cancellationDetails).filter(isUnderWay)),
    },
    refundFailed: refunds.some(hasFailed) || isPositive(won),
    decline: null,
  }
  if (asked.twoStep) {
    const taken = orAll(known.confirmed, confirmed, authorized)
    return {
      ...common,
      taken,
      released: orAll(known.canceled, canceled, missing(authorized, taken)),
      returned: refunded,
    }
  }
  // Nothing can be released of a payment that was taken at once: a cancellation of it is money back.
  return {
    ...common,
    taken: authorized,
    released: emptyLedger(currency).released,
    returned: plus(refunded, orAll(known.canceled, canceled, authorized)),
  }
}

const nothing = (currency: string): GatewayLedger => ({
  ...emptyLedger(currency),
  paymentId: null,
  unclear: null,
  pending: false,
  underWay: { take: zero(currency), release: zero(currency) },
  refundFailed: false,
  decline: null,
})

/** A flag without a sum means all of it: confirm and cancel without an amount do all (docs, "Confirm payment"). */
const orAll = (flag: boolean | null, amount: Amount, all: Amount): Amount =>
  flag === true && !isPositive(amount) ? all : amount

const isSuccess = (details: OperationDetails): boolean => details.status === "success"

/** The captures or releases that were made: those under way have moved nothing yet. */
const counting = (details: OperationDetails[]): OperationDetails[] =>
  latestOf(details).filter(isSuccess)

const hasFailed = (details: OperationDetails): boolean => details.status === "failure"

/** Code `representment_successful`. That it stands among the refunds, like a chargeback, is not documented. */
const isRepresentment = ({ method, statusCode }: OperationDetails): boolean =>
  method === "representment" || statusCode?.startsWith("representment_") === true

/** An unknown status is "not yet", never "paid". */
const isUnderWay = (details: OperationDetails): boolean =>
  !isSuccess(details) && !hasFailed(details)

/** One operation may be reported first pending, then final, under the same id, in any order: the final word counts. */
const latestOf = (details: OperationDetails[]): OperationDetails[] => {
  const byId = new Map<string, OperationDetails>()
  for (const [index, one] of details.entries()) {
    const key = idOf(one) ?? `#${index}`
    const before = byId.get(key)
    if (!before || isUnderWay(before)) byId.set(key, one)
  }
  return [...byId.values()]
}

/** As `latestOf`; but where tries share an id (the legacy API), one that succeeded outlives those that were refused. */
const attemptsOf = (details: OperationDetails[]): OperationDetails[] =>
  latestOf(details).map(
    (one) =>
      details.find(
        (other) => isSuccess(other) && idOf(one) !== null && idOf(other) === idOf(one),
      ) ?? one,
  )

const idOf = ({ operationId, transactionId }: OperationDetails): string | null =>
  operationId ?? transactionId

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
}

/**
 * `info` as it will read once it has caught up with a signed callback:
 * the callback's operation joins the list it belongs to. An operation that is
 * listed already is not counted twice.
 */
const withEvidence = (info: PaymentInfo | null, evidence: PaymentOperation): PaymentInfo | null => {
  const { details } = evidence
  if (!details) return info
  const base: PaymentInfo = info ?? {
    ...NO_INFO,
    id: evidence.id,
    externalId: evidence.externalId,
    amount: details.amount,
    currency: details.currency,
  }
  switch (evidence.operation) {
    case "payment":
    case "recurrent":
      return {
        ...base,
        purchased: base.purchased === true || isSuccess(details) ? true : base.purchased,
        purchaseDetails: joined(base.purchaseDetails, details),
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
  details.operationId === null ? list : [...list, details]
