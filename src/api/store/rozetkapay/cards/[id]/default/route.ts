import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { publicCard } from "../../../../../../core/saved-card"
import { answerCardholder } from "../../answer-cardholder"

/** Makes one of the logged-in customer's cards the default one: `{ card }`. 404 for any other card. */
export const POST = (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> =>
  answerCardholder(req, res, async ({ owner, provider }) => ({
    card: publicCard(await provider.cards.makeDefault(owner, req.params.id ?? "")),
  }))
