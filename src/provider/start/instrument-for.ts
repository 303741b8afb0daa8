import type { Instrument } from "../../core/instrument"
import { shopperError } from "../../errors"
import type { AdapterDescriptor } from "../adapter"
import { chargesLater, savesCards } from "../capabilities"
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
    if (!chargesLater(provider)) throw shopperError("not_offered", language)
    // Consents are a customer's: a guest has nothing that a later payment could be told by.
    if (!customerId) throw shopperError("consent_guest", language)
    if (offSession) return provider.consentedInstrument(choice, customerId)
  }
  if (!instrument) return null
  if (!provider.adapter.instruments.includes(instrument.type))
    throw shopperError("not_offered", language)
  const isKept = instrument.type === "wallet" || (instrument.type === "cc_token" && instrument.save)
  if (isKept) {
    if (!savesCards(provider)) throw shopperError("not_offered", language)
    await provider.requireOwnCard(choice)
  }
  return instrument
}
