import type { MedusaContainer } from "@medusajs/framework/types"
import { type ChargesLater, chargesLater, type SavesCards, savesCards } from "./capabilities"
import { findProvider } from "./find-provider"
import type { GatewayProvider } from "./gateway-provider"

/** A provider whose customers keep cards and allow later payments. */
export type CardProvider = GatewayProvider & SavesCards & ChargesLater

export const keepsForCustomers = (provider: object): provider is SavesCards & ChargesLater =>
  savesCards(provider) && chargesLater(provider)

/** As `findProvider`, of those alone that keep something for customers. */
export const findCardProvider = async (
  container: MedusaContainer,
  given: string,
): Promise<{ id: string; provider: CardProvider } | null> => {
  const found = await findProvider(container, given)
  return found && keepsForCustomers(found.provider)
    ? { id: found.id, provider: found.provider }
    : null
}
