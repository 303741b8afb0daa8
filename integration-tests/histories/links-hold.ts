import { z } from "zod"
import type { Order } from "../drivers/admin"
import type { GatewayPayment } from "../drivers/gateway"
import { decimal, kopiykas, sum } from "../drivers/kopiykas"
import type { Asks } from "./asks"
import type { LinkedOrder, Links } from "./links"
import { amountPaid, isInCurrency, isPaidExactly, isUntouched, left, shown } from "./paid-payment"
import type { OpenStore } from "./setup/open-store"

const TRANSACTIONS = `
  select coalesce(sum(amount) filter (where amount > 0), 0)::text as paid,
    coalesce(-sum(amount) filter (where amount < 0), 0)::text as refunded
  from order_transaction where order_id = $1 and deleted_at is null`
const transacted = z.object({ paid: z.string(), refunded: z.string() })

const original = z.object({ order: z.object({ original_total: z.number() }) })
const open = z.object({ id: z.string() })

/** A payment that the store has written down for an order, where it stands at the gateway. */
type Own = { gateway: GatewayPayment; collection: string; asked: number; written: Date }

/**
 * What must hold of each order that was paid by a link, or was edited: the same as of a cart's, for
 * each of its collections.
 *
 * @param behindOrders gets the orders that payments are behind, by external_id
 * @returns a sentence for each breach
 */
export async function linksHold(
  store: OpenStore,
  {
    links,
    paid,
    asks,
    isRestored,
  }: { links: Links; paid: GatewayPayment[]; asks: Asks; isRestored: boolean },
  behindOrders: Map<string, string>,
): Promise<string[]> {
  const found: string[] = []
  for (const linked of links.orders) {
    const order = await store.admin.order(linked.id)
    const own = ownPayments(order, paid)
    for (const { gateway } of own) {
      if (left(gateway) > 0n || own.length === 1) behindOrders.set(gateway.external_id, order.id)
    }
    found.push(
      ...keptTwice(order, own),
      ...(await keptWrongly(store, linked, own)),
      ...(await transactionsDiffer(store, order, own)),
    )
    if (order.status === "canceled") {
      for (const { gateway } of own.filter((one) => left(one.gateway) > 0n)) {
        found.push(`order ${order.id} is cancelled, ${shown(gateway)} stays at the gateway`)
      }
    } else if (!isRestored && linked.edits.length === 0 && !asks.cancelled.has(order.id)) {
      found.push(...(await refusedLink(store, order, paid, own)))
    }
  }
  return found
}

const ownPayments = (order: Order, paid: GatewayPayment[]): Own[] =>
  order.payment_collections.flatMap(({ id, amount, payments }) =>
    (payments ?? []).flatMap(({ data, created_at }) => {
      const gateway = paid.find(({ external_id }) => external_id === data?.external_id)
      return gateway ? [{ gateway, collection: id, asked: amount, written: created_at }] : []
    }),
  )

/** A collection is one thing to pay for. */
function keptTwice(order: Order, own: Own[]): string[] {
  return order.payment_collections.flatMap(({ id }) => {
    const kept = own.filter(({ collection, gateway }) => collection === id && left(gateway) > 0n)
    const ids = kept.map(({ gateway }) => gateway.external_id).join(" and ")
    return kept.length > 1 ? [`order ${order.id}: ${ids} are both kept for ${id}`] : []
  })
}

/** What was written down after the last edit is what was to be paid then, and all together no more than the order. */
async function keptWrongly(store: OpenStore, linked: LinkedOrder, own: Own[]): Promise<string[]> {
  const isLater = ({ written }: Own) => linked.edits.every(({ to }) => written > to)
  const kept = own.filter(({ gateway }) => left(gateway) > 0n)
  const later = kept.filter(isLater)
  if (later.length === 0) return []
  const found = later.flatMap(({ gateway, asked }) =>
    isInCurrency(gateway, store) && amountPaid(gateway) === kopiykas(asked)
      ? []
      : [
          `${gateway.external_id}: ${shown(gateway)} ${gateway.currency} is kept, its link asks ${asked}`,
        ],
  )
  const path = `/admin/orders/${linked.id}?fields=original_total`
  const { order } = await store.admin.api.get(original, path)
  const all = kept.reduce((total, { gateway }) => total + left(gateway), 0n)
  if (all > kopiykas(order.original_total)) {
    const ids = kept.map(({ gateway }) => gateway.external_id).join(", ")
    found.push(`order ${linked.id} of ${order.original_total} keeps ${decimal(all)} of ${ids}`)
  }
  return found
}

async function transactionsDiffer(store: OpenStore, order: Order, own: Own[]): Promise<string[]> {
  const [sums] = await store.database.rows(transacted, TRANSACTIONS, [order.id])
  const captured = sum(own.map(({ gateway }) => gateway.ledger.captured))
  const refunded = sum(
    own.flatMap(({ gateway: { ledger } }) => [ledger.refunded, ledger.refunding]),
  )
  const isSame = sums && kopiykas(sums.paid) === captured && kopiykas(sums.refunded) === refunded
  return isSame
    ? []
    : [
        `order ${order.id} (${order.status}) has transactions of ${sums?.paid} paid and ${sums?.refunded} refunded of ${own.map(({ gateway }) => shown(gateway)).join(" and ")}`,
      ]
}

/** Who paid exactly what a link asked, on a page that is still open, has paid the order. */
async function refusedLink(
  store: OpenStore,
  order: Order,
  paid: GatewayPayment[],
  own: Own[],
): Promise<string[]> {
  const sessions = await store.database.rows(
    open,
    `select s.id from payment_session s
     join order_payment_collection o on o.payment_collection_id = s.payment_collection_id
     where o.order_id = $1 and s.deleted_at is null and o.deleted_at is null`,
    [order.id],
  )
  const exact = paid.filter(
    (one) =>
      sessions.some(({ id }) => id === one.external_id) &&
      isPaidExactly(one, store) &&
      isUntouched(one),
  )
  return exact.length > 0 && own.length === 0
    ? [
        `${exact.map(({ external_id }) => external_id).join(" and ")}: paid exactly, the link asks again`,
      ]
    : []
}
