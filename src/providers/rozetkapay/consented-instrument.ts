import { MedusaError } from "@medusajs/framework/utils"
import type { Instrument } from "../../payments/instrument"
import type { Consent } from "./consents"

/**
 * The customer's consent as a means to pay, in its own currency: RozetkaPay is told no
 * other and would charge the same number of something else.
 *
 * @throws MedusaError 400 without a consent, or in another currency
 */
export const consentedInstrument = (
  consent: Consent | null,
  currency: string,
): Extract<Instrument, { type: "recurrent" }> => {
  if (!consent) {
    throw refused(
      "This customer has not agreed to payments without them, or has withdrawn it. Please pay by card.",
    )
  }
  if (consent.currency !== currency) {
    throw refused(
      `This customer has agreed to payments in ${consent.currency}, which can't be charged in ${currency}.`,
    )
  }
  return { type: "recurrent", recurrentId: consent.recurrentId }
}

/** Consents are a customer's: a guest has nothing that a later payment could be told by. */
export const needsCustomer = (): MedusaError =>
  refused("Later payments without the shopper need a customer who is logged in.")

const refused = (message: string) => new MedusaError(MedusaError.Types.INVALID_DATA, message)
