import { GatewayError, refused } from "../gateway-error"
import { cancel, confirm } from "../hold-moves"
import { type Minor, sum } from "../money"
import {
  asked,
  type MoveContext,
  paidLedger,
  repeated,
  succeeded,
  type Wish,
  write,
} from "../move-rules"
import { ledgerOf, type Operation, type Payment } from "../payment"
import type { World } from "../world"
import type { SellerMove } from "./sellers"

/** What is wanted of one order; no amount = all that it holds. */
export type OrderWish = { order: Payment; amount?: Minor }

/** Takes what the orders hold; orders that are not named stay held. */
export function confirmBatch(
  world: World,
  batch: Payment,
  wishes: OrderWish[],
  wish: Wish,
  context: MoveContext,
): Operation {
  const { held } = paidLedger(batch, context)
  if (held === 0n) throw repeated(batch, context)
  if (wish.currency !== undefined && wish.currency !== batch.currency)
    throw refused("invalid_currency", "Another currency than the batch's", batch.id, "currency")
  if (world.quirks.batch_wrong_order === "refuses_all") requireHeld(wishes, context)
  return moveOrders(world, batch, "confirm", wishes, wish, context)
}

/** Releases what every order holds: the API names neither orders nor amounts. */
export function cancelBatch(
  world: World,
  batch: Payment,
  wish: Wish,
  context: MoveContext,
): Operation {
  const { held, captured } = paidLedger(batch, context)
  const mayNot = world.quirks.batch_cancel_after_confirm === "refused"
  if (captured > 0n && (held === 0n || mayNot))
    throw refused("action_not_allowed", "A confirmed batch can not be canceled", batch.id)
  if (held === 0n) throw repeated(batch, context)
  const wishes = batch.orders.filter((order) => ledgerOf(order).held > 0n)
  return moveOrders(
    world,
    batch,
    "cancel",
    wishes.map((order) => ({ order })),
    wish,
    context,
  )
}

function requireHeld(wishes: OrderWish[], context: MoveContext): void {
  for (const order of new Set(wishes.map((one) => one.order))) {
    const { held } = paidLedger(order, context)
    const amounts = wishes.filter((one) => one.order === order).map((one) => one.amount ?? held)
    if (held === 0n) throw repeated(order, context)
    if (sum(amounts) > held)
      throw refused(
        "confirm_amount_cannot_be_more_than_the_transaction_amount",
        "Confirm amount can not be more than the transaction amount",
        order.id,
        "orders.amount",
      )
  }
}

/** Each order for itself: one that can't, or whose seller's project refuses, fails alone. */
function moveOrders(
  world: World,
  batch: Payment,
  move: "confirm" | "cancel",
  wishes: OrderWish[],
  wish: Wish,
  context: MoveContext,
): Operation {
  const whole = write(
    batch,
    {
      operation: move,
      method: move === "confirm" ? "capture" : "void",
      amount: 0n,
      ...succeeded("Transaction is successful"),
      ...asked(wish),
    },
    context,
  )
  const moved = wishes.map(({ order, amount }) => {
    const own = { ...wish, amount }
    try {
      refuseForSeller(world, order, move)
      return move === "confirm" ? confirm(order, own, context) : cancel(order, own, context)
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error
      return write(
        order,
        {
          operation: move,
          method: whole.method,
          amount: amount ?? ledgerOf(order).held,
          status: "failure",
          status_code: error.code,
          status_description: error.message,
          ...asked(own),
        },
        context,
      )
    }
  })
  for (const one of moved) one.part_of = whole.operation_id
  const done = moved.filter(({ status }) => status === "success")
  whole.amount = sum(done.map(({ amount }) => amount))
  const [first] = moved
  if (done.length === 0 && first) {
    whole.status = "failure"
    whole.status_code = first.status_code
    whole.status_description = first.status_description
  }
  return whole
}

/** The seller's project does not take part in this move: a switch of the control API. */
export function refuseForSeller(world: World, order: Payment, move: SellerMove): void {
  const refusal = order.part && world.sellers.takeRefusal(order.part.api_key, move)
  if (refusal) throw refused(refusal.code, "The seller's project refuses", order.id)
}
