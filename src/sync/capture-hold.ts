import type { Amount } from "../core/money"
import type { Try } from "./snapshot"
import type { Store } from "./store"

/**
 * Captures what was to be captured at once and is only on hold, through Medusa's own workflow, which asks
 * the provider to send it.
 *
 * @throws when RozetkaPay did not do it: it is tried again with the next sync.
 */
export const captureHold = async (
  store: Store,
  { payment_id }: Try,
  amount: Amount,
): Promise<void> => {
  if (!payment_id) return
  await store.capturePayment({ payment_id, amount })
}
