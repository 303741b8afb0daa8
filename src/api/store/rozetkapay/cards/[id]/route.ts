import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answerCardholder } from "../answer-cardholder"

/** Forgets one of the logged-in customer's cards: `{ id, object, deleted }`. 404 for any other card. */
export const DELETE = (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> =>
  answerCardholder(req, res, async ({ owner, provider }) => {
    const { id = "" } = req.params
    await provider.cards.remove(owner, id)
    return { id, object: "rozetkapay_card", deleted: true }
  })
