import type { Amount } from "../core/money"
import { emitEvent } from "./emit-event"
import type { Try } from "./snapshot"
import type { Store } from "./store"

/**
 * Lets go what is still on hold for a cancelled order. The core never does this
 * after a partial capture, and swallows the error when it tries and fails.
 * Medusa's own cancel calls the provider, which cancels all that is held.
 *
 * @throws when RozetkaPay did not cancel it: it is tried again with the next sync.
 */
export const cancelHold = async (store: Store, tried: Try, amount: Amount): Promise<void> => {
  if (!tried.payment_id) return
  await store.cancelPayment(tried.payment_id)
  await emitEvent(store, tried, "rozetkapay.authorization.canceled", amount, "order_canceled")
}
