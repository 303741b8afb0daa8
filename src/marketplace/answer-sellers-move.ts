import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { MoveOfSellers } from "./move-of-sellers"
import { type PaymentOfSellers, sellersOfPayment } from "./sellers-of-payment"

/** A route that moves sellers' money, and answers with what each has then. */
export const answerSellersMove =
  (move: MoveOfSellers) =>
  async (req: AuthenticatedMedusaRequest, res: MedusaResponse<PaymentOfSellers>): Promise<void> => {
    const payment_id = req.params.id ?? ""
    await move(req.scope, payment_id, req.body, req.auth_context.actor_id)
    res.json(await sellersOfPayment(req.scope, payment_id))
  }
