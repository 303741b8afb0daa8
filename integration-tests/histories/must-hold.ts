import {
  chargeBreaches,
  doneTwice,
  ledgerBreaches,
  STORE_PAYMENTS,
  storePayment,
} from "./ledgers-hold"
import { linksHold } from "./links-hold"
import { ordersHold } from "./orders-hold"
import { hasBeenPaid, isCharge, left, shown } from "./paid-payment"
import type { Played } from "./play"
import { sellersHold } from "./sellers-hold"
import type { OpenStore } from "./setup/open-store"

/**
 * What must hold once things have gone quiet.
 *
 * @returns a sentence for each breach; none when all is well.
 */
export async function breaches(
  store: OpenStore,
  { people: { carts, links, complaints }, staff: { asks }, otherShop, backup, crashes }: Played,
): Promise<string[]> {
  const all = await store.gateway.payments()
  const paid = all.filter(
    (one) =>
      hasBeenPaid(one) && !otherShop.isTheirs(one.external_id) && !backup.isLost(one.external_id),
  )
  const rows = await store.database.rows(storePayment, STORE_PAYMENTS)
  const linked = links.orders.map(({ id }) => id)
  const { found, behindOrders } = await ordersHold(store, {
    carts,
    linked,
    paid,
    isCutOff: crashes + backup.restores > 0,
    isRestored: backup.restores > 0,
  })
  found.push(
    ...(await linksHold(
      store,
      { links, paid, asks, isRestored: backup.restores > 0 },
      behindOrders,
    )),
  )
  found.push(...complaints, ...otherShop.breaches(all), ...backup.breaches(all))
  for (const row of rows) {
    if (!all.some((one) => one.external_id === row.external_id && hasBeenPaid(one))) {
      found.push(`${row.external_id}: the store has a Payment, the gateway has no money`)
    }
  }
  for (const payment of paid) {
    const row = rows.find((one) => one.external_id === payment.external_id)
    const ask = asks.of(payment.external_id)
    const order = behindOrders.get(payment.external_id)
    const stands = order !== undefined && !asks.cancelled.has(order)
    if (row) found.push(...ledgerBreaches(payment, row))
    if (isCharge(payment)) {
      if (!row) found.push(`${payment.external_id}: a charge that the store does not know`)
    } else if (order === undefined && left(payment) > 0n) {
      found.push(`${payment.external_id}: ${shown(payment)} stays at the gateway without an order`)
    }
    const isEdited = links.orders.some(({ id, edits }) => id === order && edits.length > 0)
    found.push(...doneTwice(payment, { stands, isEdited }, ask))
    found.push(...(await sellersHold(store, payment, { row, stands, ask })))
  }
  found.push(...chargeBreaches(paid.filter(isCharge)))
  return found
}
