import { randomUUID } from "node:crypto"
import { type GatewayError, refused } from "./gateway-error"
import type { Minor } from "./money"
import { nextId } from "./numeric-ids"
import {
  type Actor,
  concludedBy,
  type Ledger,
  ledgerOf,
  type Operation,
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

export const write = (
  payment: Payment,
  facts: Pick<Operation, "operation" | "method" | "amount" | "status" | "status_code"> &
    Partial<Operation>,
  context: MoveContext,
): Operation => {
  const operation: Operation = {
    operation_id: randomUUID(),
    transaction_id: nextId(),
    payment_id: concludedBy(payment)?.payment_id ?? nextId(),
    currency: payment.currency,
    status_description: "",
    at: context.now,
    processed_at: facts.status === "pending" ? null : context.now,
    by: context.by,
    card: null,
    via: null,
    page_id: null,
    save_card: false,
    saved_card: false,
    recurrent_id: null,
    callback_url: null,
    payload: null,
    express: null,
    part_of: null,
    ...facts,
  }
  payment.operations.push(operation)
  return operation
}

export const unpaid = (payment: Payment, { quirks }: MoveContext) =>
  refused(quirks.unpaid_operation_code, "The payment has not been paid", payment.id)

export const repeated = (payment: Payment, { quirks }: MoveContext) =>
  refused(quirks.repeated_operation_code, "There is nothing left to do", payment.id)

export const alreadyPaid = (payment: Payment): GatewayError =>
  refused(
    "transaction_already_paid",
    "A successful payment with this external_id already exists",
    payment.id,
  )

export function paidLedger(payment: Payment, context: MoveContext): Ledger {
  if (!paidBy(payment)) throw unpaid(payment, context)
  return ledgerOf(payment)
}

export function requireCurrency(payment: Payment, wish: Wish): void {
  if (wish.currency !== undefined && wish.currency !== payment.currency)
    throw refused("invalid_currency", "Another currency than the payment's", payment.id, "currency")
}

export const succeeded = (status_description: string) =>
  ({ status: "success", status_code: "transaction_successful", status_description }) as const

export const asked = (wish: Wish) => ({
  callback_url: wish.callback_url ?? null,
  payload: wish.payload ?? null,
})
