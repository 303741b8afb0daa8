import type { MedusaContainer } from "@medusajs/framework/types"
import type { AttentionItem } from "../admin-client"
import { findProviders } from "../provider/find-provider"
import { canceledWithMoney, holdsLostByEdits, lapsingHolds } from "./items-of-rows"
import { notedItems } from "./noted-items"

/**
 * All that staff must look at, newest trouble first: what the store's rows show, and what syncs have noted.
 * RozetkaPay is not asked. A thing is in it for as long as its cause is there, and no longer.
 */
export const readAttention = async (
  container: MedusaContainer,
  now = Date.now(),
): Promise<AttentionItem[]> => {
  const providers = await findProviders(container)
  const items = await Promise.all([
    notedItems(container, now),
    lapsingHolds(container, providers, now),
    holdsLostByEdits(container, providers, now),
    canceledWithMoney(container, providers, now),
  ])
  return items.flat().sort((a, b) => (a.since === b.since ? 0 : a.since < b.since ? 1 : -1))
}
