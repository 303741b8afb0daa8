import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { asStaffError } from "../../../../../../errors"
import { findOwnPayment } from "../../../../../../workflows/steps/find-own-payment"
import { syncPaymentWorkflow } from "../../../../../../workflows/sync-payment"
import { answerError, type ErrorAnswer, isToBeAnsweredHere } from "../../../../../answer-error"
import { noted } from "../note-of-staff"

/**
 * Brings the store up to RozetkaPay for this payment now, as its callback would. No body; repeating it is
 * harmless.
 *
 * 200 with what became of it; 404 no payment of this plugin's; 400 with a sentence when it could not be
 * finished now; 409 when it was moved in the same moment.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<{ outcome: string | null } | ErrorAnswer>,
): Promise<void> => {
  try {
    const outcome = await noted(req, "sync", async () => {
      const { id: provider_id, data } = await findOwnPayment(req.scope, req.params.id ?? "")
      const { result, errors } = await syncPaymentWorkflow(req.scope).run({
        input: { provider_id, external_id: data.external_id },
        throwOnError: false,
      })
      const error: unknown = errors?.[0]?.error
      if (error) throw asStaffError(error, "not_synced")
      return result?.is ?? null
    })
    res.json({ outcome })
  } catch (error) {
    if (!isToBeAnsweredHere(error)) throw error
    answerError(res, error)
  }
}
