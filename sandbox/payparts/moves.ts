import { announceFinal, cancelPayment, confirmPayment, refundPayment } from "../cashier"
import { refused } from "../gateway-error"
import { moveContext } from "../move-context"
import { asked, succeeded, type Wish, write } from "../move-rules"
import { type Actor, ledgerOf, type Method, type Operation, type Payment, paidBy } from "../payment"
import type { World } from "../world"
import type { BankMove } from "./banks"
import { paypartsOf, waitingOf } from "./order-state"

export type OrderMove = Exclude<BankMove, "payment">

const METHODS: Record<OrderMove, Method> = { confirm: "capture", cancel: "void", refund: "refund" }

/** Confirm and cancel are of the whole; the bank may have a refusal ready for any of them. */
export function moveOrder(
  world: World,
  payment: Payment,
  move: OrderMove,
  wish: Wish,
  by: Actor,
): Operation {
  if (move !== "refund" && wish.amount !== undefined)
    throw refused("action_not_allowed", "An order is moved as a whole", payment.id, "amount")
  if (move === "cancel" && !paidBy(payment) && world.quirks.payparts_cancel_unsigned === "ends")
    return cancelUnsigned(world, payment, wish, by)
  const bank = paypartsOf(payment)?.bank ?? ""
  const refusal = paidBy(payment) ? world.banks.takeRefusal(bank, move) : null
  if (refusal) return refusedByBank(world, payment, move, wish, { code: refusal.code, by })
  switch (move) {
    case "confirm":
      return confirmPayment(world, payment, wish, by)
    case "cancel":
      return cancelPayment(world, payment, wish, by)
    case "refund":
      return refundPayment(world, payment, wish, by)
  }
}

function refusedByBank(
  world: World,
  payment: Payment,
  move: OrderMove,
  wish: Wish,
  { code, by }: { code: string; by: Actor },
): Operation {
  const message = "The bank refuses"
  if (world.quirks.payparts_refusal === "error") throw refused(code, message, payment.id)
  const { held, captured, refunded, refunding } = ledgerOf(payment)
  const whole = move === "refund" ? captured - refunded - refunding : held
  const operation = write(
    payment,
    {
      operation: move,
      method: METHODS[move],
      amount: wish.amount ?? whole,
      status: "failure",
      status_code: code,
      status_description: message,
      ...asked(wish),
    },
    moveContext(world, by),
  )
  if (world.quirks.decline_callbacks) announceFinal(world, payment, operation)
  return operation
}

/** Ends an order that the customer has not answered. No money was held, so none is let go. */
function cancelUnsigned(world: World, payment: Payment, wish: Wish, by: Actor): Operation {
  const waiting = waitingOf(payment)
  if (!waiting) throw refused("action_not_allowed", "The order waits for nobody", payment.id)
  waiting.status = "failure"
  waiting.status_code = "order_canceled"
  waiting.status_description = "The order was canceled"
  waiting.processed_at = world.now()
  const operation = write(
    payment,
    {
      operation: "cancel",
      method: "void",
      amount: 0n,
      ...succeeded("The order was canceled"),
      status_code: "cancel_successful",
      ...asked(wish),
    },
    moveContext(world, by),
  )
  announceFinal(world, payment, operation)
  return operation
}
