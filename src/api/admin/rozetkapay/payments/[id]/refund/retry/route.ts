import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { DeferredRefund } from "../../../../../../../workflows/steps/deferred-refund"
import type { ErrorAnswer } from "../../../../../../answer-error"
import { moveDeferredRefund } from "../move-deferred-refund"

/**
 * Tries a refund of this payment again that waits at RozetkaPay for the merchant's balance. With a body, only the one that was seen:
 * `{ "seen": { "amount": "10.00" } }`. Repeating it is harmless.
 *
 * 200 with what became of the refund; 404 no payment of this plugin's; 400 with a code and a sentence when
 * none waits, or when RozetkaPay did not do it; 409 `moved_meanwhile` when another waits than was seen.
 */
export const POST = (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<DeferredRefund | ErrorAnswer>,
): Promise<void> => moveDeferredRefund(req, res, "retry")
