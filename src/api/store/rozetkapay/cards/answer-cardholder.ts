import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "zod"
import { codeOf, factsOf } from "../../../../errors"
import { errorMessage } from "../../../../log/error-message"
import { shopperLanguage } from "../../../../messages/language"
import type { CardOwner } from "../../../../provider/capabilities"
import { chosenCardProvider } from "../../../../provider/chosen-card-provider"
import type { CardProvider } from "../../../../provider/find-card-provider"

/** Whose cards a request is about: the logged-in customer's, at one provider. */
export type Cardholder = {
  owner: CardOwner
  provider: CardProvider
}

const named = z.object({ provider_id: z.string().max(100).optional() }).catch({})

/**
 * Answers a request about the customer's own saved cards with JSON. `provider_id` may
 * stand in the query or in the body, and may be left out when the store has only one.
 *
 * 400 and 404 say what is wrong; 503 with a sentence when RozetkaPay does not answer.
 */
export const answerCardholder = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse,
  answer: (cardholder: Cardholder) => Promise<object>,
): Promise<void> => {
  const given = named.parse(req.query).provider_id ?? named.parse(req.body).provider_id
  const { provider } = await chosenCardProvider(req.scope, given)
  const language = shopperLanguage(req.get("accept-language"), provider.options.locale)
  const owner = { customerId: req.auth_context.actor_id, language }
  res.set("Cache-Control", "no-store")
  try {
    res.json(await answer({ owner, provider }))
  } catch (error) {
    const code = codeOf(error)
    const status = code && factsOf(code).statusOfCards
    if (!status) throw error
    res.status(status).json({ type: "unavailable", code, message: errorMessage(error) })
  }
}
