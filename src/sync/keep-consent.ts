import type { MedusaContainer } from "@medusajs/framework/types"
import { findProvider } from "../provider/find-provider"
import type { Books } from "./snapshot"

/**
 * Keeps the consent to later payments that came with a paid one. Authorizing has mostly
 * done it; this is for an answer that did not have the recurrent id yet. Not
 * compensated: the customer did agree.
 */
export const keepConsent = async (container: MedusaContainer, books: Books): Promise<void> => {
  if (!books.payment_id || !books.marks.remember) return
  const found = await findProvider(container, books.marks.provider_id)
  await found?.provider.keepConsent(books.marks)
}
