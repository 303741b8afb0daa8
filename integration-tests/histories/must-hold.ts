import { z } from "zod"
import type { Order } from "../drivers/admin"
import type { GatewayPayment } from "../drivers/gateway"
import { decimal, kopiykas, sum } from "../drivers/kopiykas"
import { type Asks, CHARGE_AMOUNT, isChargeName } from "./asks"
import type { OpenStore } from "./setup/open-store"

const storePayment = z.object({
  external_id: z.string(),
  amount: z.string(),
  canceled_at: z.date().nullable(),
  taken: z.string(),
  returned: z.string(),
})
type StorePayment = z.output<typeof storePayment>

const STORE_PAYMENTS = `
  select p.payment_session_id as external_id, p.amount::text, p.canceled_at,
    coalesce((select sum(amount) from capture where payment_id = p.id and deleted_at is null), 0)::text as taken,
    coalesce((select sum(amount) from refund where payment_id = p.id and deleted_at is null), 0)::text as returned
  from payment p where p.deleted_at is null`

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
export type Carts = { id: string; email: string; externalIds: string[] }[]

/**
 * What must hold once things have gone quiet.
 *
 * @returns a sentence for each breach; none when all is well.
 */
export async function breaches(
  store: OpenStore,
  { carts, asks }: { carts: Carts; asks: Asks },
  crashes: number,
): Promise<string[]> {
  const found: string[] = []
  const paid = (await store.gateway.payments()).filter(hasBeenPaid)
  const rows = await store.database.rows(storePayment, STORE_PAYMENTS)
  const sessions = await store.database.rows(openSession, OPEN_SESSIONS)
  for (const row of rows) {
    if (!paid.some((payment) => payment.external_id === row.external_id)) {
      found.push(`${row.external_id}: the store has a Payment, the gateway has no money`)
    }
  }
  const behindOrders = new Set<string>()
  for (const cart of carts) {
    const orders = (await store.admin.ordersOf(cart)).filter(
      (order) => crashes === 0 || !isCutOff(order, paid.filter(isOf(cart)), sessions),
    )
    if (orders.length > 1) found.push(`cart ${cart.id}: ${orders.length} orders were placed`)
    for (const order of orders) {
      const own = ownPayments(order, paid)
      for (const { external_id } of own) behindOrders.add(external_id)
      found.push(...orderBreaches(await totalsOf(store, order.id), order, own))
    }
    if (orders.length === 0) found.push(...refusedOrder(cart, paid, sessions))
  }
  for (const payment of paid) {
    const row = rows.find((one) => one.external_id === payment.external_id)
    found.push(...ledgerBreaches(payment, row))
    const hasOrder = behindOrders.has(payment.external_id)
    if (isCharge(payment)) {
      if (!row) found.push(`${payment.external_id}: a charge that the store does not know`)
    } else if (!hasOrder && left(payment) > 0n) {
      found.push(`${payment.external_id}: ${shown(payment)} stays at the gateway without an order`)
    }
    found.push(...doneTwice(payment, hasOrder, asks))
  }
  found.push(...chargeBreaches(paid.filter(isCharge)))
  return found
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

export const isCharge = ({ metadata }: GatewayPayment) => isChargeName(metadata?.description)

/** A charge without the shopper has an id of its own, under which money is taken once, and just its amount. */
function chargeBreaches(charges: GatewayPayment[]): string[] {
  const nameOf = ({ metadata }: GatewayPayment) => String(metadata?.description)
  const twice = charges.filter((one, index) =>
    charges.slice(0, index).some((other) => nameOf(other) === nameOf(one)),
  )
  const wrong = charges.filter((one) => amountPaid(one) !== kopiykas(CHARGE_AMOUNT))
  return [
    ...twice.map((one) => `${nameOf(one)} was charged again as ${one.external_id}`),
    ...wrong.map((one) => `${nameOf(one)} took ${shown(one)}`),
  ]
}

export const hasBeenPaid = ({ operations }: GatewayPayment) =>
  operations.some((one) => one.operation === "payment" && one.status === "success")

const amountPaid = ({ ledger }: GatewayPayment) => sum([ledger.held, ledger.taken, ledger.released])

/** Held, or taken and not given back. */
const left = ({ ledger }: GatewayPayment) =>
  sum([ledger.held, ledger.taken]) - sum([ledger.returned, ledger.returning])

const shown = (payment: GatewayPayment) => JSON.stringify(payment.ledger)

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

function ledgerBreaches(payment: GatewayPayment, row: StorePayment | undefined): string[] {
  if (!row) return []
  const rest = kopiykas(row.amount) - kopiykas(row.taken)
  const store = {
    held: decimal(row.canceled_at ? 0n : rest),
    taken: decimal(kopiykas(row.taken)),
    released: decimal(row.canceled_at ? rest : 0n),
    returned: decimal(kopiykas(row.returned)),
  }
  const { ledger } = payment
  const gateway = {
    held: decimal(kopiykas(ledger.held)),
    taken: decimal(kopiykas(ledger.taken)),
    released: decimal(kopiykas(ledger.released)),
    returned: decimal(sum([ledger.returned, ledger.returning])),
  }
  return JSON.stringify(store) === JSON.stringify(gateway)
    ? []
    : [
        `${payment.external_id}: the books differ: store ${JSON.stringify(store)}, gateway ${JSON.stringify(gateway)}`,
      ]
}

function orderBreaches(totals: Totals, order: Order, payments: GatewayPayment[]): string[] {
  const found: string[] = []
  if (payments.length !== 1) {
    found.push(`order ${order.id} (${order.status}) has ${payments.length} payments with money`)
  }
  for (const payment of payments) {
    const same = payment.currency === "UAH" && amountPaid(payment) === kopiykas(totals.ordered)
    if (!same) {
      found.push(
        `order ${order.id} of ${totals.ordered} stands on ${shown(payment)} ${payment.currency}`,
      )
    }
    if (order.status === "canceled" && left(payment) > 0n) {
      found.push(`order ${order.id} is cancelled, ${shown(payment)} stays at the gateway`)
    }
    const returned = sum([payment.ledger.returned, payment.ledger.returning])
    if (
      kopiykas(totals.paid) !== kopiykas(payment.ledger.taken) ||
      kopiykas(totals.refunded) !== returned
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

/** A shopper who paid exactly what was asked, and on one page only, must get the order. */
function refusedOrder(
  cart: Carts[number],
  paid: GatewayPayment[],
  sessions: OpenSession[],
): string[] {
  const payments = paid.filter(isOf(cart))
  const [payment] = payments
  if (!payment || payments.length > 1) return []
  const session = sessions.find((one) => one.id === payment.external_id && one.cart_id === cart.id)
  const isExact =
    session?.currency_code.toUpperCase() === payment.currency &&
    kopiykas(session.amount) === amountPaid(payment)
  const isUntouched = payment.operations.every(({ by }) => by === "api" || by === "shopper")
  return isExact && isUntouched
    ? [`${payment.external_id}: paid exactly, and there is no order: ${shown(payment)}`]
    : []
}

/** What the store asked the gateway for may never be more than what people asked the store for. */
function doneTwice(payment: GatewayPayment, hasOrder: boolean, asks: Asks): string[] {
  const made = (operation: string) =>
    sum(
      payment.operations
        .filter(
          (one) => one.operation === operation && one.by === "api" && one.status !== "failure",
        )
        .map(({ amount }) => amount),
    )
  const { captures, refunds, refundsConfirmed, cancels } = asks.of(payment.external_id)
  const found: string[] = []
  const confirmed = made("confirm")
  const refunded = made("refund")
  if (confirmed > captures) {
    found.push(
      `${payment.external_id}: ${decimal(confirmed)} taken, ${decimal(captures)} asked for`,
    )
  }
  if (hasOrder && !cancels && refunded > refunds) {
    found.push(
      `${payment.external_id}: ${decimal(refunded)} returned, ${decimal(refunds)} asked for`,
    )
  }
  if (hasOrder && !cancels && made("cancel") > 0n) {
    found.push(`${payment.external_id}: a hold was released that nobody wanted released`)
  }
  const failed = payment.operations.some(
    ({ operation, status }) => operation === "refund" && status === "failure",
  )
  const returned = sum([payment.ledger.returned, payment.ledger.returning])
  if (!failed && returned < refundsConfirmed) {
    found.push(
      `${payment.external_id}: the store said ${decimal(refundsConfirmed)} was refunded, the gateway returned ${decimal(returned)}`,
    )
  }
  return found
}
