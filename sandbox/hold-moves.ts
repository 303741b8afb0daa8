import { refused } from "./gateway-error"
import {
  asked,
  type MoveContext,
  paidLedger,
  repeated,
  requireCurrency,
  succeeded,
  type Wish,
  write,
} from "./move-rules"
import type { Operation, Payment } from "./payment"

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
  if (ledger.held === 0n && ledger.captured > 0n)
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
