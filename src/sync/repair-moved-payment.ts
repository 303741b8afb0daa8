import { aloneWithCollection } from "./purchase-lease"
import type { Store } from "./store"

/**
 * A capture or refund through Medusa has come to its end. Two of the same moment may have left the
 * order's transactions or its summary wrong, and the core writes them last: RozetkaPay's callbacks
 * may have been synced before. Payments of other providers are left alone.
 *
 * @throws when syncing holds the payment for longer than 30 s: it ends with the same look.
 */
export const repairMovedPayment = async (store: Store, payment_id: string): Promise<void> => {
  const payment = await store.readPayment(payment_id)
  if (!payment) return
  const order_id = await store.orderOf(payment.collectionId)
  if (!order_id) return

  const of = { payment_id, order_id, currency: payment.currency }
  if (await store.isRightOrder(of)) return
  await aloneWithCollection(store, payment.collectionId, () => store.repairOrder(of))
}
