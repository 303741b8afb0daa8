import type { TestCard } from "./cards"
import { declinedInEnglish } from "./decline-reasons"
import type { ExpressOrder } from "./express/order"
import type { Minor } from "./money"
import { alreadyPaid, type MoveContext, write } from "./move-rules"
import {
  concludedBy,
  type Method,
  type Operation,
  type Page,
  type Payment,
  pageOf,
  type Via,
} from "./payment"

/** A card put forward, and what is wanted of it. */
export type Means = {
  card: TestCard
  via: Via
  /** The bank wants to ask the shopper. */
  three_ds: boolean
  save: boolean
  /** It comes out of the wallet. */
  saved: boolean
  /** A refusal ordered beforehand, whatever card it is. */
  refusal: string | null
  /** Told on the express page beside the card. */
  express?: ExpressOrder
}

/** A card typed in on a hosted page. */
export const typedIn = (card: TestCard, save = false): Means => ({
  card,
  via: "hosted",
  three_ds: card.three_ds,
  save,
  saved: false,
  refusal: null,
})

const METHOD_OF_KIND: Record<Payment["kind"], Method | null> = {
  payment: null,
  lookup: "lookup",
  transfer: "p2p",
  payout: "credit",
  batch: null,
  payparts: null,
  alternative: null,
}

/** A try to pay (or to verify a card): pending until the bank has spoken. */
export function startAttempt(
  payment: Payment,
  page: Page,
  means: Means,
  context: MoveContext,
  paid?: { amount: Minor; currency: string },
): Operation {
  if (concludedBy(payment)) throw alreadyPaid(payment)
  const isLookup = payment.kind === "lookup"
  return write(
    payment,
    {
      operation: isLookup ? "lookup" : "payment",
      method: METHOD_OF_KIND[payment.kind] ?? (page.confirm ? "purchase" : "auth"),
      amount: paid?.amount ?? page.amount,
      currency: paid?.currency ?? page.currency,
      status: "pending",
      status_code: means.three_ds ? "waiting_for_verification" : "pending",
      status_description: means.three_ds
        ? "3DS verification is required to finish the transaction"
        : "The transaction is being processed",
      card: means.card,
      via: means.via,
      save_card: means.save,
      saved_card: means.saved,
      page_id: page.page_id,
      express: means.express ?? null,
      callback_url: page.callback_url,
    },
    context,
  )
}

/** "paid", or the code of the refusal. */
export type AttemptEnd = "paid" | { refusal: string }

/** The bank's word on a pending attempt. At most one attempt of a payment ever succeeds. */
export function endAttempt(
  payment: Payment,
  attempt: Operation,
  end: AttemptEnd,
  context: MoveContext,
): Operation {
  if (attempt.status !== "pending" || concludedBy(payment)) throw alreadyPaid(payment)
  writeEnd(attempt, end, context)
  if (end !== "paid") return attempt
  const page = pageOf(payment, attempt)
  payment.amount = attempt.amount
  payment.currency = attempt.currency
  payment.confirm = page?.confirm ?? payment.confirm
  payment.callback_url = page?.callback_url ?? payment.callback_url
  return attempt
}

/** The bank's word on one attempt, of a payment or of an order of a batch. */
export function writeEnd(attempt: Operation, end: AttemptEnd, context: MoveContext): void {
  attempt.processed_at = context.now
  if (end !== "paid") {
    attempt.status = "failure"
    attempt.status_code = end.refusal
    attempt.status_description = declinedInEnglish(end.refusal)
    return
  }
  attempt.status = "success"
  attempt.status_code =
    attempt.method === "auth" ? context.quirks.hold_status_code : "transaction_successful"
  attempt.status_description =
    attempt.method === "auth"
      ? "Protected transaction. Amount was successfully blocked"
      : "Transaction is successful"
}

/** Waits for the shopper at the bank's page. */
export const awaitsBank = (attempt: Operation): boolean =>
  attempt.status === "pending" && attempt.status_code === "waiting_for_verification"
