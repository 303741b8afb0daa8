import { MedusaError } from "@medusajs/framework/utils"
import { checkoutSentences } from "../../payments/checkout-sentence"
import type { ShopperLanguage } from "../../payments/decline-sentence"
import type { Instrument } from "../../payments/instrument"
import type { Consent } from "./consents"

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
  const sentences = checkoutSentences(language)
  if (!consent) throw refused(sentences.no_consent)
  if (consent.currency !== currency) {
    throw refused(sentences.consent_currency(consent.currency, currency))
  }
  return { type: "recurrent", recurrentId: consent.recurrentId }
}

/** Consents are a customer's: a guest has nothing that a later payment could be told by. */
export const needsCustomer = (language: ShopperLanguage): MedusaError =>
  refused(checkoutSentences(language).consent_guest)

const refused = (message: string) => new MedusaError(MedusaError.Types.INVALID_DATA, message)
