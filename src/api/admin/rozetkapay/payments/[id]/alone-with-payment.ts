import type { MedusaContainer } from "@medusajs/framework/types"
import { codeOf } from "../../../../../errors"
import { storeIn } from "../../../../../medusa-store/store-in"
import type { SessionData } from "../../../../../provider/session-data"
import { aloneWithCollection } from "../../../../../sync/purchase-lease"
import { syncPurchase } from "../../../../../sync/sync-purchase"

type Held = { data: SessionData; payment_collection_id: string }

/**
 * Runs staff's movement under the locks of a sync: of two windows the second looks when the first is done, and
 * no callback of this very movement, nor a link of the same order, is judged in between. Where RozetkaPay shows
 * more than the store, that is recorded, so that the next look shows it.
 *
 * @throws MedusaError CONFLICT `payment_busy`: its turn did not come, and nothing was done
 */
export const aloneWithPayment = (
  container: MedusaContainer,
  { data: { provider_id, external_id }, payment_collection_id }: Held,
  job: () => Promise<void>,
): Promise<void> => {
  const store = storeIn(container)
  return aloneWithCollection(store, payment_collection_id, () =>
    job().catch(async (error: unknown) => {
      if (codeOf(error) === "moved_meanwhile") {
        await syncPurchase(store, { provider_id, external_id }).catch(() => null)
      }
      throw error
    }),
  )
}
