import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { type FoundProvider, findProvider } from "../provider/find-provider"

/** All providers of this plugin that the store has enabled. */
export const ownProviders = async (container: MedusaContainer): Promise<FoundProvider[]> => {
  const enabled = await container
    .resolve(Modules.PAYMENT)
    .listPaymentProviders({ is_enabled: true })
  const found = await Promise.all(enabled.map(({ id }) => findProvider(container, id)))
  return found.filter((one) => one !== null)
}
