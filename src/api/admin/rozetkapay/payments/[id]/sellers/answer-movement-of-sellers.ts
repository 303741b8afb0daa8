import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { MoveOfSellers } from "./movement-of-sellers"
import { type PaymentOfSellers, sellersOfPayment } from "./sellers-of-payment"

/** Why nothing was moved, though it may be after a sync. */
type Conflict = { type: string; message: string }

/** A route that moves sellers' money, and answers with what each has then. */
export const answerSellersMove =
  (move: MoveOfSellers) =>
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<PaymentOfSellers | Conflict>,
  ): Promise<void> => {
    const payment_id = req.params.id ?? ""
    try {
      await move(req.scope, payment_id, req.body, req.auth_context.actor_id)
    } catch (error) {
      // Medusa answers a conflict with a sentence of its own, which does not say what to do.
      if (!(error instanceof MedusaError) || error.type !== MedusaError.Types.CONFLICT) throw error
      res.status(409).json({ type: error.type, message: error.message })
      return
    }
    res.json(await sellersOfPayment(req.scope, payment_id))
  }
