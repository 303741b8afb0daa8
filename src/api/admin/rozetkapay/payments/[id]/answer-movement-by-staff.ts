import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { MovedPayment } from "../../../../../admin-client/order-payments"
import { asStaffError } from "../../../../../errors"
import { answerError, type ErrorAnswer, isToBeAnsweredHere } from "../../../../answer-error"
import { paymentAsItIs } from "../../orders/[id]/payment-as-it-is"
import type { MoveByStaff } from "./movement-by-staff"

/** A route that moves a payment's money, and answers with the payment as it is then. */
export const answerStaffsMove =
  (move: MoveByStaff) =>
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<MovedPayment | ErrorAnswer>,
  ): Promise<void> => {
    const payment_id = req.params.id ?? ""
    try {
      await move(req.scope, payment_id, req.body, req.auth_context.actor_id)
    } catch (error) {
      const problem = asStaffError(error, "not_moved")
      if (!isToBeAnsweredHere(problem)) throw problem
      answerError(res, problem)
      return
    }
    res.json({ payment: await paymentAsItIs(req.scope, payment_id) })
  }
