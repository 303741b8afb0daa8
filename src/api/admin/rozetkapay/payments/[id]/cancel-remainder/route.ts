import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { asStaffError } from "../../../../../../errors"
import { cancelRemainderWorkflow } from "../../../../../../workflows/cancel-remainder"
import type { CanceledRemainder } from "../../../../../../workflows/steps/cancel-remainder"
import { answerError, type ErrorAnswer, isToBeAnsweredHere } from "../../../../../answer-error"
import { noted } from "../note-of-staff"

/**
 * Cancels what is still on hold of a partly captured payment. Like all of `/admin`, for logged-in
 * admins and secret API keys only. No body; repeating it is harmless.
 *
 * 200 with what is canceled; 404 no payment of this plugin's; 400 with a code and a sentence when it
 * can't be canceled, or when RozetkaPay did not do it; 409 when a capture made elsewhere is recorded first.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<CanceledRemainder | ErrorAnswer>,
): Promise<void> => {
  try {
    res.json(await noted(req, "cancel_remainder", () => cancelRemainder(req)))
  } catch (error) {
    if (!isToBeAnsweredHere(error)) throw error
    answerError(res, error)
  }
}

const cancelRemainder = async (req: AuthenticatedMedusaRequest): Promise<CanceledRemainder> => {
  const { result, errors } = await cancelRemainderWorkflow(req.scope).run({
    input: { payment_id: req.params.id ?? "" },
    throwOnError: false,
  })
  const error: unknown = errors?.[0]?.error
  if (!error) return result
  const problem = asStaffError(error, "not_canceled")
  if (problem.type !== MedusaError.Types.NOT_FOUND) {
    req.scope
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`rozetkapay: the rest of payment ${req.params.id} was not canceled: ${problem.message}`)
  }
  throw problem
}
