import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { codeOf, staffError } from "../../../../../errors"
import { errorMessage } from "../../../../../log/error-message"
import { oneLine } from "../../../../../log/one-line"
import { storeIn } from "../../../../../medusa-store/store-in"
import type { SessionData } from "../../../../../provider/session-data"
import { purchaseKeyOfCollection } from "../../../../../sync/purchase-lease"
import { syncPurchase } from "../../../../../sync/sync-purchase"

type Held = { data: SessionData; payment_collection_id: string }

/**
 * Runs staff's movement under the lock of a sync: of two windows the second looks when the first is done, and
 * no callback of this very movement is judged in between. Where RozetkaPay shows more than the store, that is
 * recorded, so that the next look shows it.
 *
 * @throws MedusaError CONFLICT `payment_busy`: its turn did not come, and nothing was done
 */
export const aloneWithPayment = async (
  container: MedusaContainer,
  { data: { provider_id, external_id }, payment_collection_id }: Held,
  job: () => Promise<void>,
): Promise<void> => {
  const store = storeIn(container)
  const key = await purchaseKeyOfCollection(store, payment_collection_id)
  let hasBegun = false
  try {
    await store.alone(key, async () => {
      hasBegun = true
      await job().catch(async (error: unknown) => {
        if (codeOf(error) === "moved_meanwhile") {
          await syncPurchase(store, { provider_id, external_id }).catch(() => null)
        }
        throw error
      })
    })
  } catch (error) {
    if (hasBegun) throw error
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(
        `rozetkapay: a payment was not moved for staff, since its turn did not come session_id=${external_id}: ${oneLine(errorMessage(error))}`,
      )
    throw staffError("payment_busy")
  }
}
