import { refused } from "./gateway-error"
import type { Minor } from "./money"
import { type MoveContext, paidLedger, write } from "./move-rules"
import type { Operation, Payment } from "./payment"

/** The card holder's bank takes money back, or gives it back after a dispute was won. */
export function bankDispute(
  payment: Payment,
  kind: "chargeback" | "representment",
  asked: Minor | undefined,
  context: MoveContext,
): Operation {
  const { captured, refunded, refunding } = paidLedger(payment, context)
  const disputed = disputedOf(payment)
  const limit = kind === "chargeback" ? captured - refunded - refunding : disputed
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
