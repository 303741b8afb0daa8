import { MedusaError } from "@medusajs/framework/utils"
import type { Instrument } from "../../core/instrument"
import type { ShopperLanguage } from "../../messages/decline-sentence"
import type { AdapterDescriptor } from "../adapter"
import { chargesLater, savesCards } from "../capabilities"
import { notOffered } from "../payment-errors"
import { shopperError } from "../shopper-error"
import type { InstrumentChoice } from "./start-session"

/** What of a provider says which means to pay it has. */
export type InstrumentSource = { readonly adapter: Pick<AdapterDescriptor, "instruments"> }

/**
 * What is charged now: what the shopper brought, or the consent that they gave before. Null: they
 * choose on RozetkaPay's page.
 *
 * @throws MedusaError a sentence for the shopper: this can't be charged; nothing was sent
 */
export const instrumentFor = async (
  provider: InstrumentSource,
  choice: InstrumentChoice,
): Promise<Instrument | null> => {
  const { way, customerId, language } = choice
  const { instrument, offSession, remember } = way
  if (offSession || remember) {
    if (!chargesLater(provider)) throw notOffered(language)
    if (!customerId) throw needsCustomer(language)
    if (offSession) return provider.consentedInstrument(choice, customerId)
  }
  if (!instrument) return null
  if (!provider.adapter.instruments.includes(instrument.type)) throw notOffered(language)
  const isKept = instrument.type === "wallet" || (instrument.type === "cc_token" && instrument.save)
  if (isKept) {
    if (!savesCards(provider)) throw notOffered(language)
    await provider.requireOwnCard(choice)
  }
  return instrument
}

/** Consents are a customer's: a guest has nothing that a later payment could be told by. */
const needsCustomer = (language: ShopperLanguage): MedusaError =>
  shopperError(MedusaError.Types.INVALID_DATA, "consent_guest", language)
