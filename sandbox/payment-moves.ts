import { randomUUID } from "node:crypto"
import type { TestCard } from "./cards"
import { type GatewayError, refused } from "./gateway-error"
import type { Minor } from "./money"
import { nextId } from "./numeric-ids"
import {
  type Actor,
  type Ledger,
  ledgerOf,
  type Operation,
  type Page,
  type Payment,
  paidBy,
} from "./payment"
import type { Quirks } from "./quirks"

/** What a confirm, cancel or refund may say besides the payment it is about. */
export type Wish = {
  amount?: Minor
  currency?: string
  callback_url?: string | null
  payload?: string | null
}

export type MoveContext = { by: Actor; quirks: Quirks; now: string }

const write = (
  payment: Payment,
  facts: Pick<Operation, "operation" | "method" | "amount" | "status" | "status_code"> &
    Partial<Operation>,
  context: MoveContext,
): Operation => {
  const operation: Operation = {
    operation_id: randomUUID(),
    transaction_id: nextId(),
    currency: payment.currency,
    status_description: "",
    at: context.now,
    processed_at: facts.status === "pending" ? null : context.now,
    by: context.by,
    card: null,
    page_id: null,
    callback_url: null,
    payload: null,
    ...facts,
  }
  payment.operations.push(operation)
  return operation
}

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

export const alreadyPaid = (payment: Payment): GatewayError =>
  refused(
    "transaction_already_paid",
    "A successful payment with this external_id already exists",
    payment.id,
  )

const unpaid = (payment: Payment, { quirks }: MoveContext) =>
  refused(quirks.unpaid_operation_code, "The payment has not been paid", payment.id)

const repeated = (payment: Payment, { quirks }: MoveContext) =>
  refused(quirks.repeated_operation_code, "There is nothing left to do", payment.id)

/** Takes held money: all that is held, or the amount asked. */
export function confirm(payment: Payment, wish: Wish, context: MoveContext): Operation {
  const ledger = paidLedger(payment, context)
  const confirms = payment.operations.filter((one) => one.method === "capture").length
  const limit = context.quirks.confirms_allowed
  if (ledger.held === 0n) throw repeated(payment, context)
  requireCurrency(payment, wish)
  if (limit > 0 && confirms >= limit)
    throw refused("completion_limit_reached", "No more confirms are allowed", payment.id)
  const amount = wish.amount ?? ledger.held
  if (amount > ledger.held)
    throw refused(
      "confirm_amount_cannot_be_more_than_the_transaction_amount",
      "Confirm amount can not be more than the transaction amount",
      payment.id,
      "amount",
    )
  const operation = write(
    payment,
    {
      operation: "confirm",
      method: "capture",
      amount,
      ...succeeded("Transaction is successful"),
      ...asked(wish),
    },
    context,
  )
  const rest = ledger.held - amount
  if (rest > 0n && context.quirks.partial_confirm_releases_rest)
    write(
      payment,
      { operation: "cancel", method: "void", amount: rest, ...succeeded("The rest was released") },
      { ...context, by: "bank" },
    )
  return operation
}

/** Releases held money: all that is held, or the amount asked. Taken money is for refund. */
export function cancel(
  payment: Payment,
  wish: Wish,
  context: MoveContext,
  code = "transaction_successful",
): Operation {
  const ledger = paidLedger(payment, context)
  if (ledger.held === 0n && ledger.taken > 0n)
    throw refused("action_not_allowed", "A confirmed payment can not be canceled", payment.id)
  if (ledger.held === 0n) throw repeated(payment, context)
  requireCurrency(payment, wish)
  const amount = wish.amount ?? ledger.held
  if (amount > ledger.held)
    throw refused("wrong_amount", "Cancel amount is more than what is held", payment.id, "amount")
  return write(
    payment,
    {
      operation: "cancel",
      method: "void",
      amount,
      ...succeeded("Transaction is canceled"),
      status_code: code,
      ...asked(wish),
    },
    context,
  )
}

/**
 * Gives taken money back. There is no refund id: the same call twice refunds twice.
 * `deferred` = the merchant's balance is too small, the gateway will try later.
 */
export function refund(
  payment: Payment,
  wish: Wish,
  context: MoveContext,
  isDeferred: (amount: Minor) => boolean,
): Operation {
  const { taken, returned, returning } = paidLedger(payment, context)
  if (taken === 0n)
    throw refused("action_not_allowed", "An unconfirmed payment can not be refunded", payment.id)
  const left = taken - returned - returning
  if (wish.amount === undefined && left <= 0n) throw repeated(payment, context)
  const amount = wish.amount ?? left
  if (amount > left || (wish.currency !== undefined && wish.currency !== payment.currency))
    throw refused(
      "incorrect_refund_sum_or_currency",
      "Incorrect refund sum or currency",
      payment.id,
      "amount",
    )
  return write(
    payment,
    {
      operation: "refund",
      method: "refund",
      amount,
      ...(isDeferred(amount)
        ? {
            status: "pending",
            status_code: "refund_pending",
            status_description: "Not enough money on the balance, the refund is deferred",
          }
        : { ...succeeded("Refund is successful"), status_code: "refund_successful" }),
      ...asked(wish),
    },
    context,
  )
}

export type RefundEnd =
  | "refund_successful"
  | "refund_is_cancelled_by_system"
  | "refund_is_cancelled_by_initiator"

export const pendingRefunds = (payment: Payment): Operation[] =>
  payment.operations.filter((one) => one.method === "refund" && one.status === "pending")

export function endRefund(operation: Operation, end: RefundEnd, now: string): Operation {
  operation.status = end === "refund_successful" ? "success" : "failure"
  operation.status_code = end
  operation.status_description = end.replaceAll("_", " ")
  operation.processed_at = now
  return operation
}

/** The card holder's bank takes money back, or gives it back after a dispute was won. */
export function bankDispute(
  payment: Payment,
  kind: "chargeback" | "representment",
  asked: Minor | undefined,
  context: MoveContext,
): Operation {
  const { taken, returned, returning } = paidLedger(payment, context)
  const disputed = disputedOf(payment)
  const limit = kind === "chargeback" ? taken - returned - returning : disputed
  const amount = asked ?? limit
  if (amount <= 0n || amount > limit)
    throw refused("wrong_amount", `No such amount is left for a ${kind}`, payment.id, "amount")
  return write(
    payment,
    {
      operation: "refund",
      method: kind,
      amount,
      status: "success",
      status_code: `${kind}_successful`,
      status_description: `${kind} is successful`,
    },
    context,
  )
}

const disputedOf = (payment: Payment): Minor =>
  payment.operations.reduce(
    (total, one) =>
      one.method === "chargeback"
        ? total + one.amount
        : one.method === "representment"
          ? total - one.amount
          : total,
    0n,
  )

function paidLedger(payment: Payment, context: MoveContext): Ledger {
  if (!paidBy(payment)) throw unpaid(payment, context)
  return ledgerOf(payment)
}

function requireCurrency(payment: Payment, wish: Wish): void {
  if (wish.currency !== undefined && wish.currency !== payment.currency)
    throw refused("invalid_currency", "Another currency than the payment's", payment.id, "currency")
}

const succeeded = (status_description: string) =>
  ({ status: "success", status_code: "transaction_successful", status_description }) as const

const asked = (wish: Wish) => ({
  callback_url: wish.callback_url ?? null,
  payload: wish.payload ?? null,
})
