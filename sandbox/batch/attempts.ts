import { refused } from "../gateway-error"
import { type MoveContext, write } from "../move-rules"
import { nextId } from "../numeric-ids"
import type { Operation, OrderTerms, Page, Payment } from "../payment"
import { type AttemptEnd, writeEnd } from "../payment-attempts"
import type { World } from "../world"

/** A batch is paid as one, and what becomes of the money stands in its orders. */

/** Refuses ids that other payments have, before anything is opened. */
export function requireFreeIds(
  world: World,
  login: string,
  batch_external_id: string,
  orders: OrderTerms[],
): void {
  for (const { external_id } of orders) {
    const known = world.payments.find(login, external_id)
    const isOwn = known?.part?.batch.external_id === batch_external_id
    if (external_id === batch_external_id || (known && !isOwn))
      throw refused(
        "order_is_duplicated",
        "Another order has this external_id",
        known?.id ?? "",
        "orders.external_id",
      )
  }
}

/** Makes the batch's orders what this page asks for. */
export function putOrders(world: World, batch: Payment, page: Page): void {
  for (const order of batch.orders) world.payments.remove(order)
  batch.orders = page.orders.map((terms) => {
    const known = batch.orders.find(({ external_id }) => external_id === terms.external_id)
    const order: Payment = {
      ...batch,
      kind: "payment",
      id: known?.id ?? nextId(),
      external_id: terms.external_id,
      amount: terms.amount,
      currency: page.currency,
      confirm: page.confirm,
      request: { ...terms.body, customer: batch.request.customer },
      pages: [],
      operations: known?.operations ?? [],
      orders: [],
      part: { batch, api_key: terms.api_key },
    }
    world.payments.add(order)
    return order
  })
}

/** Every order's share of an attempt to pay the batch; nothing for a payment that is none. */
export function startOrders(
  world: World,
  batch: Payment,
  page: Page,
  attempt: Operation,
  context: MoveContext,
): void {
  if (batch.kind !== "batch") return
  putOrders(world, batch, page)
  for (const order of batch.orders)
    write(
      order,
      {
        operation: "payment",
        method: attempt.method,
        amount: order.amount,
        currency: attempt.currency,
        status: "pending",
        status_code: attempt.status_code,
        status_description: attempt.status_description,
        card: attempt.card,
        via: attempt.via,
        part_of: attempt.operation_id,
      },
      context,
    )
}

export type OrderPart = { order: Payment; operation: Operation }

/** What an operation of a batch did to its orders, as it stands when the batch's is `pending` too. */
export const partsOf = (batch: Payment, { operation_id, status }: Operation): OrderPart[] =>
  batch.orders.flatMap((order) =>
    order.operations
      .filter((one) => one.part_of === operation_id)
      .map((one) => ({
        order,
        operation:
          status === "pending" && one.status !== "pending"
            ? { ...one, status, status_code: status, processed_at: null }
            : one,
      })),
  )

/**
 * How an attempt ends for each order, and so for the batch: the card's bank refuses all of it; a
 * seller's project only its own order, unless the whole batch is to fail with it.
 */
export function endsOfOrders(
  world: World,
  batch: Payment,
  attempt: Operation,
  end: AttemptEnd,
): { whole: AttemptEnd; of: (order: Payment) => AttemptEnd } {
  if (end !== "paid") return { whole: end, of: () => end }
  const refusals = new Map(
    partsOf(batch, attempt).map(({ order }) => [order, takeRefusal(world, order)]),
  )
  const met = [...refusals.values()].filter((one) => one !== null)
  const others: AttemptEnd = met.some(({ whole_batch }) => whole_batch)
    ? { refusal: "failed_as_part_of_failed_batch" }
    : "paid"
  const of = (order: Payment): AttemptEnd => {
    const refusal = refusals.get(order)
    return refusal ? { refusal: refusal.code } : others
  }
  const isPaid = batch.orders.some((order) => of(order) === "paid")
  const [first] = met
  return { whole: isPaid || !first ? "paid" : { refusal: first.code }, of }
}

const takeRefusal = (world: World, { part }: Payment) =>
  part && world.sellers.takeRefusal(part.api_key, "payment")

export function endOrders(
  world: World,
  batch: Payment,
  attempt: Operation,
  page: Page | undefined,
  of: (order: Payment) => AttemptEnd,
  context: MoveContext,
): void {
  for (const { order, operation } of partsOf(batch, attempt)) {
    writeEnd(operation, of(order), context)
    const terms = page?.orders.find(({ external_id }) => external_id === order.external_id)
    if (operation.status !== "success" || !operation.card || !terms?.init_recurrent) continue
    const customer = page?.customer_external_id ?? null
    const { card } = operation
    operation.recurrent_id = world.recurrents.open(order, customer, card, context.now).recurrent_id
  }
}
