import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { asStaffError } from "../../../../../../errors"
import { deferredRefundWorkflow } from "../../../../../../workflows/deferred-refund"
import type {
  DeferredRefund,
  DeferredRefundAction,
} from "../../../../../../workflows/steps/deferred-refund"
import { noted } from "../note-of-staff"

/** Answers a route that tries a waiting refund again, or gives it up. @throws MedusaError with a code for staff */
export const moveDeferredRefund = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<DeferredRefund>,
  action: DeferredRefundAction,
): Promise<void> => {
  const refund = await noted(req, `${action}_refund`, async () => {
    const { result, errors } = await deferredRefundWorkflow(req.scope).run({
      input: { payment_id: req.params.id ?? "", action },
      throwOnError: false,
    })
    const error: unknown = errors?.[0]?.error
    if (error) throw asStaffError(error, "not_moved")
    return result
  })
  res.json(refund)
}
