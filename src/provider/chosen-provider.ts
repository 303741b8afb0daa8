import type { MedusaContainer } from "@medusajs/framework/types"
import { developerError } from "../errors"
import { type FoundProvider, findProvider, findProviders } from "./find-provider"
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
  const capable = ({ id, provider }: FoundProvider) =>
    isCapable(provider) ? [{ id, provider }] : []
  if (given !== undefined) {
    const found = await findProvider(container, given)
    const [named] = found ? capable(found) : []
    if (named) return named
    throw developerError("no_such_provider")
  }
  const [only, ...others] = (await findProviders(container)).flatMap(capable)
  if (only && others.length === 0) return only
  throw developerError(only ? "provider_not_named" : "no_provider")
}
