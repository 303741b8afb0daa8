import { refused } from "./gateway-error"
import type { Minor } from "./money"
import {
  asked,
  type MoveContext,
  paidLedger,
  repeated,
  succeeded,
  type Wish,
  write,
} from "./move-rules"
import type { Operation, Payment } from "./payment"

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
  const { captured, refunded, refunding } = paidLedger(payment, context)
  if (captured === 0n)
    throw refused("action_not_allowed", "An unconfirmed payment can not be refunded", payment.id)
  const left = captured - refunded - refunding
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
