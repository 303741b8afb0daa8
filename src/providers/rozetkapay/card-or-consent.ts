import type { Instrument } from "../../core/instrument"
import { shopperError } from "../../errors"
import type { InstrumentChoice } from "../../provider/start/start-session"
import { consentedInstrument } from "./consented-instrument"
import type { Consents } from "./consents"
import { requireOwnCard } from "./require-own-card"
import type { SavedCards } from "./saved-cards"

/** Banks and credits are the legacy API's. */
const TAKEN: Instrument["type"][] = ["cc_token", "google_pay", "apple_pay", "wallet"]

/**
 * What is charged now: what the shopper brought, or the consent that they gave before. Null: they
 * choose on the page.
 *
 * @throws MedusaError a sentence for the shopper; nothing was sent
 */
export const cardOrConsent = async (
  { cards, consents }: { cards: SavedCards; consents: Consents },
  { way, providerId, customerId, money, language }: InstrumentChoice,
): Promise<Instrument | null> => {
  // Consents are a customer's: a guest has nothing that a later payment could be told by.
  if ((way.offSession || way.remember) && !customerId) throw shopperError("consent_guest", language)
  if (way.offSession && customerId) {
    return consentedInstrument(await consents.of(providerId, customerId), money.currency, language)
  }
  if (way.instrument && !TAKEN.includes(way.instrument.type))
    throw shopperError("not_offered", language)
  await requireOwnCard(way.instrument, customerId, cards, language)
  return way.instrument
}
