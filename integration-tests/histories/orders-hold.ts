import { z } from "zod"
import type { Order } from "../drivers/admin"
import type { GatewayPayment } from "../drivers/gateway"
import { kopiykas, sum } from "../drivers/kopiykas"
import { amountPaid, isInCurrency, isPaidExactly, isUntouched, left, shown } from "./paid-payment"
import type { OpenStore } from "./setup/open-store"

const openSession = z.object({
  id: z.string(),
  amount: z.string(),
  currency_code: z.string(),
  cart_id: z.string(),
})

type OpenSession = z.output<typeof openSession>

const OPEN_SESSIONS = `
  select s.id, s.amount::text, s.currency_code, c.cart_id
  from payment_session s
  join cart_payment_collection c on c.payment_collection_id = s.payment_collection_id and c.deleted_at is null
  where s.deleted_at is null`

/** The carts of a history with every session that was ever opened for them. */
export type Carts = {
  id: string
  email: string
  externalIds: string[]
  /** What is in it can't be bought any more. */
  isGone: boolean
  /** How often somebody did what replaces the cart's sessions. */
  touched: number
  /** Sessions that were paid while all of them were open, and whose shoppers were told that there is no such; null: there were none. */
  tries: { touched: number; ids: string[]; unknown: string[] } | null
}[]

/**
 * What must hold of each cart's order.
 *
 * @param linked orders that were edited, or have a link: of those linksHold speaks
 * @param paid every payment with money
 * @param isCutOff whether a process ended somewhere
 * @param isRestored whether the database came back older
 * @returns a sentence for each breach, and the ids of the orders that payments are behind, by external_id
 */
export async function ordersHold(
  store: OpenStore,
  {
    carts,
    linked,
    paid,
    isCutOff: mayBeCutOff,
    isRestored,
  }: {
    carts: Carts
    linked: string[]
    paid: GatewayPayment[]
    isCutOff: boolean
    isRestored: boolean
  },
): Promise<{ found: string[]; behindOrders: Map<string, string> }> {
  const found: string[] = []
  const behindOrders = new Map<string, string>()
  const sessions = await store.database.rows(openSession, OPEN_SESSIONS)
  for (const cart of carts) {
    const orders = (await store.admin.ordersOf(cart)).filter(
      (order) => !mayBeCutOff || !isCutOff(order, paid.filter(isOf(cart)), sessions),
    )
    if (orders.length > 1) found.push(`cart ${cart.id}: ${orders.length} orders were placed`)
    for (const order of orders.filter(({ id }) => !linked.includes(id))) {
      const own = ownPayments(order, paid)
      for (const { external_id } of own) behindOrders.set(external_id, order.id)
      found.push(...orderBreaches(store, await totalsOf(store, order.id), order, own))
    }
    for (const id of cart.tries?.unknown ?? []) {
      found.push(`${id}: its shopper paid, came back, and was told that there is no such payment`)
    }
    // What was refunded for an order that the database forgot is no payment of its cart any more.
    if (orders.length === 0 && !isRestored && !cart.isGone)
      found.push(...refusedOrder(store, cart, paid, sessions))
  }
  return { found, behindOrders }
}

/**
 * Medusa writes an order first and what it belongs to afterwards. A process that ends in
 * between leaves an order of no cart and no payment, and makes another for the cart: nothing
 * tells the first from one that staff wrote by hand, so the plugin must leave it alone.
 * Ended a moment later, the order waits for its shopper to pay, and says so; also when they had
 * paid a page that they left behind in that very moment, whose money went back.
 *
 * @param paid of the order's cart
 */
const isCutOff = (order: Order, paid: GatewayPayment[], sessions: OpenSession[]) =>
  order.payment_collections.length === 0 ||
  (order.payment_collections.every(({ payments }) => !payments?.length) &&
    paid.every((one) => left(one) === 0n && !sessions.some(({ id }) => id === one.external_id)))

const isOf =
  ({ externalIds }: Carts[number]) =>
  ({ external_id }: GatewayPayment) =>
    externalIds.includes(external_id)

/**
 * The payments behind an order. One that failed leaves its Payment, undone, in the collection of the
 * order that came about later: that one keeps money, or was at least written after its order.
 */
function ownPayments(order: Order, paid: GatewayPayment[]): GatewayPayment[] {
  const written = order.payment_collections.flatMap(({ payments }) => payments ?? [])
  const all = paid.flatMap((gateway) => {
    const row = written.find(({ data }) => data?.external_id === gateway.external_id)
    return row ? [{ gateway, isLater: row.created_at >= order.created_at }] : []
  })
  const isKept = all.some(({ gateway }) => left(gateway) > 0n)
  const isLater = all.some((one) => one.isLater)
  return all
    .filter((one) => (isKept ? left(one.gateway) > 0n : one.isLater || !isLater))
    .map(({ gateway }) => gateway)
}

const transacted = z.object({ paid: z.string(), refunded: z.string() })
const summed = z.object({
  paid_total: z.string(),
  refunded_total: z.string(),
  transaction_total: z.string(),
})
type Totals = z.output<typeof transacted> & { ordered: number; summary: z.output<typeof summed> }

const TRANSACTIONS = `
  select coalesce(sum(amount) filter (where amount > 0), 0)::text as paid,
    coalesce(-sum(amount) filter (where amount < 0), 0)::text as refunded
  from order_transaction where order_id = $1 and deleted_at is null`

const SUMMARY = `
  select s.totals->>'paid_total' as paid_total, s.totals->>'refunded_total' as refunded_total,
    s.totals->>'transaction_total' as transaction_total
  from order_summary s join "order" o on o.id = s.order_id and o.version = s.version
  where o.id = $1 and s.deleted_at is null`

/**
 * What the goods and their delivery cost when they were ordered (`total` sinks with every refund), the
 * order's transactions, and the summary that Medusa shows of them.
 */
async function totalsOf({ admin, database }: OpenStore, id: string): Promise<Totals> {
  const shape = z.object({ order: z.object({ original_total: z.number() }) })
  const { order } = await admin.api.get(shape, `/admin/orders/${id}?fields=original_total`)
  const [sums] = await database.rows(transacted, TRANSACTIONS, [id])
  const [summary] = await database.rows(summed, SUMMARY, [id])
  if (!sums || !summary) throw new Error(`PostgreSQL gave no sums of order ${id}`)
  return { ordered: order.original_total, ...sums, summary }
}

function orderBreaches(
  store: OpenStore,
  totals: Totals,
  order: Order,
  payments: GatewayPayment[],
): string[] {
  const found: string[] = []
  if (payments.length !== 1) {
    found.push(`order ${order.id} (${order.status}) has ${payments.length} payments with money`)
  }
  for (const payment of payments) {
    const same = isInCurrency(payment, store) && amountPaid(payment) === kopiykas(totals.ordered)
    if (!same) {
      found.push(
        `order ${order.id} of ${totals.ordered} stands on ${shown(payment)} ${payment.currency}`,
      )
    }
    if (order.status === "canceled" && left(payment) > 0n) {
      found.push(`order ${order.id} is cancelled, ${shown(payment)} stays at the gateway`)
    }
    const refunded = sum([payment.ledger.refunded, payment.ledger.refunding])
    if (
      kopiykas(totals.paid) !== kopiykas(payment.ledger.captured) ||
      kopiykas(totals.refunded) !== refunded
    ) {
      found.push(
        `order ${order.id} (${order.status}) has transactions of ${totals.paid} paid and ${totals.refunded} refunded of ${shown(payment)}`,
      )
    }
  }
  const { paid_total, refunded_total, transaction_total } = totals.summary
  if (
    kopiykas(paid_total) !== kopiykas(totals.paid) ||
    kopiykas(refunded_total) !== kopiykas(totals.refunded) ||
    kopiykas(transaction_total) !== kopiykas(totals.paid) - kopiykas(totals.refunded)
  ) {
    found.push(
      `order ${order.id} (${order.status}) has a summary of ${JSON.stringify(totals.summary)} and transactions of ${totals.paid} paid and ${totals.refunded} refunded`,
    )
  }
  return found
}

/**
 * A shopper who paid exactly what was asked on one page only must get the order; one who paid
 * several pages that were open at once, too: they may keep one of the payments.
 */
function refusedOrder(
  store: OpenStore,
  cart: Carts[number],
  paid: GatewayPayment[],
  sessions: OpenSession[],
): string[] {
  const payments = paid.filter(isOf(cart))
  const { tries, touched } = cart
  if (tries && tries.touched === touched) {
    const exact = payments.filter(
      (one) => tries.ids.includes(one.external_id) && isPaidExactly(one, store) && isUntouched(one),
    )
    if (exact.length > 0 && exact.length === payments.length) {
      const ids = exact.map(({ external_id }) => external_id).join(" and ")
      return [`${ids}: each paid exactly, and there is no order of any`]
    }
  }
  const [payment] = payments
  if (!payment || payments.length > 1) return []
  const session = sessions.find((one) => one.id === payment.external_id && one.cart_id === cart.id)
  const isExact =
    session?.currency_code.toUpperCase() === payment.currency &&
    kopiykas(session.amount) === amountPaid(payment)
  return isExact && isUntouched(payment)
    ? [`${payment.external_id}: paid exactly, and there is no order: ${shown(payment)}`]
    : []
}
