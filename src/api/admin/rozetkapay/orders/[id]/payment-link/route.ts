import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { PaymentLink } from "../../../../../../admin-client/order-payments"
import { answerError, type ErrorAnswer, isToBeAnsweredHere } from "../../../../../answer-error"
import { makeLink } from "./make-link"

/**
 * The payment link of what nobody has paid of the order yet, made when there is none. No body; repeating it
 * answers the same link.
 *
 * 200 with the address of its page; 404 no such order; 400 with a code and a sentence when nothing is to be
 * paid, or when RozetkaPay's page could not be opened; 409 `payment_busy` when the order's links are just being synced.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<PaymentLink | ErrorAnswer>,
): Promise<void> => {
  try {
    res.json(await makeLink(req.scope, req.params.id ?? "", req.auth_context.actor_id))
  } catch (error) {
    if (!isToBeAnsweredHere(error)) throw error
    answerError(res, error)
  }
}
