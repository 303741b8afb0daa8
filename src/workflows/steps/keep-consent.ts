import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { findProvider } from "../../gateway-provider/find-provider"
import type { Books } from "./read-books"

export const keepConsentStepId = "rozetkapay-keep-consent"

/**
 * Keeps the consent to later payments that came with a paid one. Authorizing has mostly
 * done it; this is for an answer that did not have the recurrent id yet. Not
 * compensated: the customer did agree.
 */
export const keepConsentStep = createStep(
  keepConsentStepId,
  async (books: Books | null, { container }) => {
    if (!books?.payment_id || !books.marks.remember) return new StepResponse(void 0)
    const found = await findProvider(container, books.marks.provider_id)
    await found?.provider.keepConsent(books.marks)
    return new StepResponse(void 0)
  },
)
