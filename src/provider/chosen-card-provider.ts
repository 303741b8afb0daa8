import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { developerError } from "../errors"
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
    throw developerError("no_such_provider")
  }
  const rows = await container.resolve(Modules.PAYMENT).listPaymentProviders({ is_enabled: true })
  const found = await Promise.all(rows.map(({ id }) => findCardProvider(container, id)))
  const [only, ...others] = found.filter((one) => one !== null)
  if (only && others.length === 0) return only
  throw developerError(only ? "provider_not_named" : "no_provider")
}
