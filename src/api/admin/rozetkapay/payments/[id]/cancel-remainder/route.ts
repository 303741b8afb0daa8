import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { errorMessage } from "../../../../../../log/error-message"
import { cancelRemainderWorkflow } from "../../../../../../workflows/cancel-remainder"
import type { CanceledRemainder } from "../../../../../../workflows/steps/cancel-remainder"

/**
 * Cancels what is still on hold of a partly captured payment. Like all of `/admin`, for logged-in
 * admins and secret API keys only. No body; repeating it is harmless.
 *
 * 200 with what is canceled; 404 no payment of this plugin's; 400 with a sentence when it can't be
 * canceled, or when RozetkaPay did not do it.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<CanceledRemainder>,
): Promise<void> => {
  const { result, errors } = await cancelRemainderWorkflow(req.scope).run({
    input: { payment_id: req.params.id ?? "" },
    throwOnError: false,
  })
  const error: unknown = errors?.[0]?.error
  if (error) throw asAnswer(req, error)
  res.json(result)
}

/** An admin reads a sentence, never "unknown error"; the log has it too. */
const asAnswer = (req: AuthenticatedMedusaRequest, error: unknown): MedusaError => {
  const message = errorMessage(error)
  const { NOT_FOUND, NOT_ALLOWED } = MedusaError.Types
  if (typeof error === "object" && error && "type" in error && error.type === NOT_FOUND) {
    return new MedusaError(NOT_FOUND, message)
  }
  req.scope
    .resolve(ContainerRegistrationKeys.LOGGER)
    .warn(`rozetkapay: the rest of payment ${req.params.id} was not canceled: ${message}`)
  return new MedusaError(NOT_ALLOWED, message)
}
