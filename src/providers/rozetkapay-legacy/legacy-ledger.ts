import { foldLedger } from "../../core/fold-ledger"
import type { GatewayLedger } from "../../core/ledger"
import { currencyCode, isKnownCurrency } from "../../core/money"
import { capturedAtOnce, isSuccess, type Operation, ofKind } from "../../core/operation"
import { amountPaid, attemptsOf, latestOf } from "../../core/same-operation"
import { howPaidOf } from "../../provider/how-paid-of"
import type { WebhookEvent } from "../../provider/payment-gateway"
import type { LegacyTransaction } from "../../rozetkapay-legacy/client"
import { legacyDetails } from "./legacy-details"
import { kindOf, operationOf } from "./operation-of"
import { shownOf } from "./shown-transaction"

/**
 * An order's transactions, and genuine webhooks that may be newer, as a ledger. The legacy API states no
 * sums and no flags: its list is the whole ledger.
 */
export const legacyLedger = (
  transactions: LegacyTransaction[],
  asked: { twoStep: boolean; currency: string },
  events: WebhookEvent[] = [],
): GatewayLedger => {
  const listed = transactions.filter(isTried).flatMap(operationOf)
  const all = [...listed, ...events.flatMap(({ operations }) => operations)]
  const attempts = attemptsOf(ofKind(all, "authorize"))
  const paid = attempts.filter(isSuccess)
  const shown = shownOf(transactions)
  const currency = currencyCode(paid[0]?.currency ?? shown?.currency ?? asked.currency)
  const operations =
    paid.length > 0
      ? paidOperations(all, paid, currency, asked.twoStep)
      : [...attempts, ...(listed.some(provesPayment) ? [PAID_SOMEHOW] : [])]
  const details = legacyDetails(transactions)
  const howPaid = howPaidOf(details.operations, details.paymentMethod)
  const named = events.find((event) => event.paymentId !== null)
  return {
    ...foldLedger(
      operations.map((one) => ({ ...one, currency })),
      asked,
    ),
    paymentId: (shown ?? named)?.paymentId ?? null,
    ...(howPaid && { howPaid }),
  }
}

/** An invoice: nobody has tried to pay yet, so it is no attempt that could end one way or the other. */
const isTried = (one: LegacyTransaction): boolean =>
  kindOf(one) !== "authorize" || one.status !== "init"

/**
 * Money that was captured or returned had been paid, whatever became of the word on the payment
 * itself: there is a failure code "Payment was refunded" (5154), and no word on what bears it. Such a
 * ledger says "paid" without saying how much, which nobody may act on.
 */
const provesPayment = (one: Operation): boolean =>
  (one.kind === "capture" || one.kind === "refund") && isSuccess(one)

const PAID_SOMEHOW: Operation = {
  kind: "authorize",
  id: null,
  transaction: null,
  status: "success",
  amount: null,
  currency: null,
}

const paidOperations = (
  all: Operation[],
  paid: Operation[],
  currency: string,
  twoStep: boolean,
): Operation[] => {
  // Then nothing can be counted, and the fold says why.
  if (!isKnownCurrency(currency)) return paid
  const isHeld = (twoStep && !isCapturedAtOnce(all)) || paid.some(({ says }) => says === "hold")
  const operations: Operation[] = [
    // Several successes are several reports of the one attempt that paid.
    { ...PAID_SOMEHOW, says: "hold", amount: amountPaid(paid, currency) },
    ...latestOf(ofKind(all, "capture")),
    ...latestOf(ofKind(all, "cancel")),
    ...latestOf(ofKind(all, "refund")),
  ]
  return isHeld ? operations : capturedAtOnce(operations)
}

/**
 * The legacy API names a hold and a payment differently, and some banks (Privat24, payment by parts)
 * may have payments only, whatever was asked for. What was captured afterwards had been a hold.
 */
const isCapturedAtOnce = (all: Operation[]): boolean =>
  ofKind(all, "capture").length === 0 &&
  ofKind(all, "authorize")
    .filter(isSuccess)
    .every(({ says }) => says === "charge")
