import { MedusaError } from "@medusajs/framework/utils"
import type { Instrument } from "../../core/instrument"
import { checkoutSentences } from "../../messages/checkout-sentence"
import type { ShopperLanguage } from "../../messages/decline-sentence"
import type { Consent } from "../../provider/capabilities"
import { shopperError, withCode } from "../../provider/shopper-error"

const { INVALID_DATA } = MedusaError.Types

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
  if (!consent) throw shopperError(INVALID_DATA, "no_consent", language)
  if (consent.currency !== currency) {
    const { consent_currency } = checkoutSentences(language)
    throw withCode(INVALID_DATA, "consent_currency", consent_currency(consent.currency, currency))
  }
  return { type: "recurrent", recurrentId: consent.recurrentId }
}
