import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { errorMessage } from "../../../../../../log/error-message"
import { oneLine } from "../../../../../../log/one-line"
import { answerError, type ErrorAnswer, isToBeAnsweredHere } from "../../../../../answer-error"
import type { MoveOfSellers } from "./movement-of-sellers"
import { type PaymentOfSellers, sellersOfPayment } from "./sellers-of-payment"

/** `sellers` null: the money was moved, and RozetkaPay does not say now what each has. */
export type MovedOfSellers =
  | PaymentOfSellers
  | { payment_id: string; currency_code: string; sellers: null }

/**
 * A route that moves sellers' money, and answers with what each has then. A movement that was made is never
 * answered with an error: whoever reads one would make it again.
 */
export const answerSellersMove =
  (move: MoveOfSellers) =>
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<MovedOfSellers | ErrorAnswer>,
  ): Promise<void> => {
    const payment_id = req.params.id ?? ""
    let currency_code: string
    try {
      currency_code = await move(req.scope, payment_id, req.body, req.auth_context.actor_id)
    } catch (error) {
      if (!isToBeAnsweredHere(error)) throw error
      answerError(res, error)
      return
    }
    const moved = await sellersOfPayment(req.scope, payment_id).catch((error: unknown) => {
      req.scope
        .resolve(ContainerRegistrationKeys.LOGGER)
        .warn(
          `rozetkapay: sellers' money was moved, and could not be read afterwards payment_id=${payment_id}: ${oneLine(errorMessage(error))}`,
        )
      return { payment_id, currency_code, sellers: null }
    })
    res.json(moved)
  }
