import type { Instrument } from "../../core/instrument"
import { shopperError } from "../../errors"
import type { ShopperLanguage } from "../../messages/language"
import type { Consent } from "../../provider/capabilities"

/**
 * The customer's consent as a means to pay, in its own currency: RozetkaPay is told no
 * other and would charge the same number of something else.
 *
 * @throws MedusaError 400 without a consent, or in another currency; a sentence for the shopper
 */
export const consentedInstrument = (
  consent: Consent | null,
  currency: string,
  language: ShopperLanguage,
): Extract<Instrument, { type: "recurrent" }> => {
  if (!consent) throw shopperError("no_consent", language)
  if (consent.currency !== currency) {
    const currencies = { agreed: consent.currency, wanted: currency }
    throw shopperError("consent_currency", language, currencies)
  }
  return { type: "recurrent", recurrentId: consent.recurrentId }
}
