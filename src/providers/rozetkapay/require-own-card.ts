import type { ShopperLanguage } from "../../messages/language"
import type { SessionInput } from "../../provider/start/session-input"
import { savedCardError } from "./saved-card-errors"
import type { SavedCards } from "./saved-cards"

/**
 * Saved cards are for who is logged in, and one is charged only for its own
 * customer: RozetkaPay would believe whatever customer the store names.
 *
 * @throws MedusaError a sentence for the shopper; nothing was sent
 */
export const requireOwnCard = async (
  instrument: SessionInput["instrument"],
  customerId: string | null,
  cards: SavedCards,
  language: ShopperLanguage,
): Promise<void> => {
  const saves = instrument?.type === "cc_token" && instrument.save
  if (instrument?.type !== "wallet" && !saves) return
  if (!customerId) throw savedCardError("guest", language)
  if (instrument.type === "wallet") await cards.own({ customerId, language }, instrument.optionId)
}
