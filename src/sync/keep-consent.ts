import { chargesLater } from "../provider/capabilities"
import type { Try } from "./snapshot"
import type { Store } from "./store"

/**
 * Keeps the consent to later payments that came with a paid one. Authorizing has mostly
 * done it; this is for an answer that did not have the recurrent id yet. Not
 * compensated: the customer did agree.
 */
export const keepConsent = async (store: Store, tried: Try): Promise<void> => {
  if (!tried.payment_id || !tried.terms.remember) return
  const found = await store.findProvider(tried.terms.provider_id)
  if (found && chargesLater(found.provider)) await found.provider.keepConsent(tried.terms)
}
