import type { MedusaContainer } from "@medusajs/framework/types"
import { findProvider } from "../../provider/find-provider"
import { RozetkaPayProviderService } from "./service"

/** A provider with saved cards and consents to later payments: the current API's. As `findProvider`. */
export const findCardProvider = async (
  container: MedusaContainer,
  given: string,
): Promise<{ id: string; provider: RozetkaPayProviderService } | null> => {
  const found = await findProvider(container, given)
  return found?.provider instanceof RozetkaPayProviderService
    ? { id: found.id, provider: found.provider }
    : null
}
