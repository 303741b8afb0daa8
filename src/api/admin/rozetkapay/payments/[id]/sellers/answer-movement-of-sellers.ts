import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answerError, type ErrorAnswer, isToBeAnsweredHere } from "../../../../../answer-error"
import type { MoveOfSellers } from "./movement-of-sellers"
import { type PaymentOfSellers, sellersOfPayment } from "./sellers-of-payment"

/** A route that moves sellers' money, and answers with what each has then. */
export const answerSellersMove =
  (move: MoveOfSellers) =>
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<PaymentOfSellers | ErrorAnswer>,
  ): Promise<void> => {
    const payment_id = req.params.id ?? ""
    try {
      await move(req.scope, payment_id, req.body, req.auth_context.actor_id)
    } catch (error) {
      if (!isToBeAnsweredHere(error)) throw error
      answerError(res, error)
      return
    }
    res.json(await sellersOfPayment(req.scope, payment_id))
  }
