import type { Amount } from "../core/money"
import { emitEvent } from "./emit-event"
import type { Try } from "./snapshot"
import type { Store } from "./store"

/** Its refunds' author. */
const AUTHOR = "rozetkapay-return-charge"

/**
 * Refunds what a cancelled order still keeps. The core does this while it cancels,
 * but swallows the error when RozetkaPay can't be reached: the order would be gone
 * and the shopper's money stay.
 *
 * @throws when RozetkaPay did not return it: it is tried again with the next sync.
 */
export const refundCharge = async (store: Store, tried: Try, amount: Amount): Promise<void> => {
  const { payment_id, order_id, situation } = tried
  if (!payment_id) return
  await store.refundPayment(
    { payment_id, order_id, currency: situation.gateway.currency },
    amount,
    { note: "The order was cancelled", created_by: AUTHOR },
  )
  await emitEvent(store, tried, "rozetkapay.payment.returned", amount, "order_canceled")
}
