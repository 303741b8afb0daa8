import { announceFinal } from "../cashier"
import { moveContext } from "../move-context"
import type { Wish } from "../move-rules"
import { type Actor, ledgerOf, type Operation, type Payment } from "../payment"
import type { World } from "../world"
import { cancelBatch, confirmBatch, type OrderWish } from "./moves"

/** Moves of a whole batch that end in its callbacks, as the cashier's moves of a payment do. */

/** Confirms orders; null = all that hold anything, in full. */
export function confirmOrders(
  world: World,
  batch: Payment,
  wishes: OrderWish[] | null,
  wish: Wish,
  by: Actor,
): Operation {
  const holding = batch.orders.filter((order) => ledgerOf(order).held > 0n)
  const wanted = wishes ?? holding.map((order) => ({ order }))
  const operation = confirmBatch(world, batch, wanted, wish, moveContext(world, by))
  announceFinal(world, batch, operation)
  return operation
}

export function cancelWholeBatch(world: World, batch: Payment, wish: Wish, by: Actor): Operation {
  const operation = cancelBatch(world, batch, wish, moveContext(world, by))
  announceFinal(world, batch, operation)
  return operation
}
