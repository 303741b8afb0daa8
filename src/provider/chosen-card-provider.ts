import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { findCardProvider } from "./find-card-provider"

/**
 * The provider with cards that somebody has named, or the store's only one.
 *
 * @param given as `findCardProvider` takes it
 * @throws MedusaError 404 when there is none of that name, 400 when a name is needed
 */
export const chosenCardProvider = async (container: MedusaContainer, given: string | undefined) => {
  if (given !== undefined) {
    const found = await findCardProvider(container, given)
    if (found) return found
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      "There is no RozetkaPay provider of this id in this store.",
    )
  }
  const rows = await container.resolve(Modules.PAYMENT).listPaymentProviders({ is_enabled: true })
  const found = await Promise.all(rows.map(({ id }) => findCardProvider(container, id)))
  const [only, ...others] = found.filter((one) => one !== null)
  if (only && others.length === 0) return only
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    only
      ? "This store has several RozetkaPay providers: please say which one, as provider_id."
      : "This store has no RozetkaPay provider.",
  )
}
