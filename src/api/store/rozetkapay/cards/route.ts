import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { publicCard } from "../../../../core/saved-card"
import { requestFacts } from "../../../session-request/request-facts"
import { answerCardholder } from "./answer-cardholder"

/** The logged-in customer's saved cards: `{ cards: [{ id, mask, brand, expiry, bank, name, is_default }] }`. */
export const GET = (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> =>
  answerCardholder(req, res, async ({ owner, provider }) => ({
    cards: (await provider.cards.list(owner)).map(publicCard),
  }))

/**
 * Saves a card: the widget's `token`, `card_mask` and `expires_at`, or none of them for
 * RozetkaPay's page. Answers `{ card }`, or `{ action_url }` where the shopper confirms
 * it and from where they come back to the option `cardsUrl`.
 */
export const POST = (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> =>
  answerCardholder(req, res, async ({ owner, provider }) => {
    const added = await provider.addCard(owner, req.body, requestFacts(req))
    return added.is === "saved" ? { card: publicCard(added.card) } : { action_url: added.url }
  })
