import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { DeferredRefund } from "../../../../../../../workflows/steps/deferred-refund"
import { moveDeferredRefund } from "../move-deferred-refund"

/**
 * Tries a refund of this payment again that waits at RozetkaPay for the merchant's balance. No body; repeating it is harmless.
 *
 * 200 with what became of the refund; 404 no payment of this plugin's; 400 with a code and a sentence when
 * none waits, or when RozetkaPay did not do it.
 */
export const POST = (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<DeferredRefund>,
): Promise<void> => moveDeferredRefund(req, res, "retry")
