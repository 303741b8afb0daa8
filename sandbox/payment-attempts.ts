import type { TestCard } from "./cards"
import type { Minor } from "./money"
import { alreadyPaid, type MoveContext, write } from "./move-rules"
import { type Operation, type Page, type Payment, paidBy } from "./payment"

/** A shopper's try to pay: pending until the bank has spoken. */
export function startAttempt(
  payment: Payment,
  page: Page,
  card: TestCard,
  context: MoveContext,
  paid?: { amount: Minor; currency: string },
): Operation {
  if (paidBy(payment)) throw alreadyPaid(payment)
  return write(
    payment,
    {
      operation: "payment",
      method: page.confirm ? "purchase" : "auth",
      amount: paid?.amount ?? page.amount,
      currency: paid?.currency ?? page.currency,
      status: "pending",
      status_code: card.three_ds ? "waiting_for_verification" : "pending",
      status_description: card.three_ds
        ? "3DS verification is required to finish the transaction"
        : "The transaction is being processed",
      card,
      page_id: page.page_id,
      callback_url: page.callback_url,
    },
    context,
  )
}

export type AttemptEnd =
  | "paid"
  | "transaction_rejected"
  | "insufficient_funds"
  | "3ds_verification_failed"

const DECLINED: Record<Exclude<AttemptEnd, "paid">, string> = {
  transaction_rejected: "The transaction was rejected by the issuing bank",
  insufficient_funds: "Insufficient funds on the card",
  "3ds_verification_failed": "3-D Secure verification failed",
}

/** The bank's word on a pending attempt. At most one attempt of a payment ever succeeds. */
export function endAttempt(
  payment: Payment,
  attempt: Operation,
  end: AttemptEnd,
  context: MoveContext,
): Operation {
  if (attempt.status !== "pending" || paidBy(payment)) throw alreadyPaid(payment)
  attempt.processed_at = context.now
  if (end !== "paid") {
    attempt.status = "failure"
    attempt.status_code = end
    attempt.status_description = DECLINED[end]
    return attempt
  }
  const page = payment.pages.find((one) => one.page_id === attempt.page_id)
  attempt.status = "success"
  attempt.status_code =
    attempt.method === "auth" ? context.quirks.hold_status_code : "transaction_successful"
  attempt.status_description =
    attempt.method === "auth"
      ? "Protected transaction. Amount was successfully blocked"
      : "Transaction is successful"
  payment.amount = attempt.amount
  payment.currency = attempt.currency
  payment.confirm = page?.confirm ?? payment.confirm
  payment.callback_url = page?.callback_url ?? payment.callback_url
  return attempt
}
