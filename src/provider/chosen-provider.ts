import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { developerError } from "../errors"
import { findProvider } from "./find-provider"
import type { GatewayProvider } from "./gateway-provider"

/**
 * The provider with a capability that somebody has named, or the store's only one that has it.
 *
 * @param given as `findProvider` takes it
 * @throws MedusaError 404 when there is none of that name, 400 when a name is needed
 */
export const chosenProvider = async <Capability>(
  container: MedusaContainer,
  isCapable: (provider: object) => provider is Capability & object,
  given: string | undefined,
): Promise<{ id: string; provider: GatewayProvider & Capability }> => {
  const find = async (id: string) => {
    const found = await findProvider(container, id)
    return found && isCapable(found.provider) ? { id: found.id, provider: found.provider } : null
  }
  if (given !== undefined) {
    const found = await find(given)
    if (found) return found
    throw developerError("no_such_provider")
  }
  const rows = await container.resolve(Modules.PAYMENT).listPaymentProviders({ is_enabled: true })
  const found = await Promise.all(rows.map(({ id }) => find(id)))
  const [only, ...others] = found.filter((one) => one !== null)
  if (only && others.length === 0) return only
  throw developerError(only ? "provider_not_named" : "no_provider")
}
