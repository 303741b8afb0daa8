import type { GatewayPayment } from "../drivers/gateway"
import { decimal, kopiykas, sum } from "../drivers/kopiykas"
import { SELLERS } from "../setup/further-instances"
import { type Ask, mostOfSeller } from "./asks"
import { madeByStore, type StorePayment } from "./ledgers-hold"
import { amountPaid, shown } from "./paid-payment"
import type { OpenStore } from "./setup/open-store"

type Order = GatewayPayment & { seller: string }

/** What must hold of the orders of a payment to several sellers; nothing of any other payment. */
export async function sellersHold(
  store: OpenStore,
  payment: GatewayPayment,
  { row, stands, ask }: { row: StorePayment | undefined; stands: boolean; ask: Ask },
): Promise<string[]> {
  if (!payment.orders) return []
  const orders = await Promise.all(
    payment.orders.map(async (name) => withSeller(await store.gateway.payment(name))),
  )
  return [
    ...orders.flatMap(orderBreaches),
    ...sumBreaches(payment, orders, row),
    ...(row ? await ledgerBreaches(store, row, orders) : []),
    ...orders.flatMap((order) => doneTwiceOf(order, stands, ask)),
  ]
}

function withSeller(order: GatewayPayment): Order {
  const found = Object.entries(SELLERS).find(([, { apiKey }]) => apiKey === order.api_key)
  if (!found) throw new Error(`${order.name} is of a seller whom nobody knows`)
  return { ...order, seller: found[0] }
}

/** No seller's order has more taken, canceled or returned than it has. */
function orderBreaches(order: Order): string[] {
  const { ledger } = order
  const paid = amountPaid(order)
  const refunded = sum([ledger.refunded, ledger.refunding])
  const isSound =
    (paid === 0n || paid === kopiykas(order.amount)) && refunded <= kopiykas(ledger.captured)
  return isSound ? [] : [`${order.name}: an order of ${order.amount} has ${shown(order)}`]
}

/** The orders add up: to what the shopper paid, and to what the store asked them to pay. */
function sumBreaches(
  payment: GatewayPayment,
  orders: Order[],
  row: StorePayment | undefined,
): string[] {
  const found: string[] = []
  for (const name of ["held", "captured", "canceled", "refunded", "refunding"] as const) {
    const all = sum(orders.map(({ ledger }) => ledger[name]))
    if (all !== kopiykas(payment.ledger[name]))
      found.push(`${payment.name}: its orders have ${decimal(all)} ${name} of ${shown(payment)}`)
  }
  const all = sum(orders.map(({ amount }) => amount))
  if (row && all !== kopiykas(row.amount))
    found.push(`${payment.name}: its orders are ${decimal(all)}, its session was ${row.amount}`)
  return found
}

/** What staff see in the store of each seller is what each seller has at the gateway. */
async function ledgerBreaches(
  { admin }: OpenStore,
  row: StorePayment,
  orders: Order[],
): Promise<string[]> {
  const ledgerOf = ({ ledger: { held, captured, canceled, refunded, refunding } }: Order) => {
    const sums = { held, captured, canceled, refunded: decimal(sum([refunded, refunding])) }
    return Object.fromEntries(Object.entries(sums).filter(([, one]) => kopiykas(one) !== 0n))
  }
  const bySeller = (ledgers: Record<string, Record<string, string>>) =>
    JSON.stringify(Object.entries(ledgers).sort(([one], [other]) => (one < other ? -1 : 1)))
  const gateway = bySeller(Object.fromEntries(orders.map((one) => [one.seller, ledgerOf(one)])))
  const store = bySeller(await admin.sellers(row))
  return store === gateway
    ? []
    : [`${row.external_id}: the sellers' ledgers differ: store ${store}, gateway ${gateway}`]
}

/** Of one seller no more than was asked of them by name, or of nobody in particular. */
function doneTwiceOf(order: Order, stands: boolean, ask: Ask): string[] {
  const found: string[] = []
  const mostTaken = mostOfSeller(ask, "captures", order.seller)
  const captured = madeByStore(order, "confirm")
  if (captured > mostTaken)
    found.push(
      `${order.name}: ${decimal(captured)} taken, ${decimal(mostTaken)} asked of its seller`,
    )
  const said = ask.refundsConfirmedOf.get(order.seller) ?? 0n
  const hasFailed = order.operations.some(
    ({ operation, status }) => operation === "refund" && status === "failure",
  )
  const gone = sum([order.ledger.refunded, order.ledger.refunding])
  if (stands && !hasFailed && gone < said)
    found.push(
      `${order.name}: the store said ${decimal(said)} was refunded of its seller, ${decimal(gone)} was`,
    )
  const mostReturned = mostOfSeller(ask, "refunds", order.seller)
  const refunded = madeByStore(order, "refund")
  if (stands && refunded > mostReturned)
    found.push(
      `${order.name}: ${decimal(refunded)} returned, ${decimal(mostReturned)} asked of its seller`,
    )
  return found
}
