import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { CANCEL_REMAINDER } from "../provider/workflow-ids"
import { cancelRemainderStep } from "./steps/cancel-remainder"
import { type FindOwnPaymentInput, findOwnPaymentStep } from "./steps/find-own-payment"

export const cancelRemainderWorkflowId = CANCEL_REMAINDER

export type CancelRemainderInput = FindOwnPaymentInput

/**
 * After a partial capture: gives up what is still on hold, so that the shopper's bank frees it now
 * and not in weeks. Afterwards nothing more can be captured of the payment; its refunds go on.
 *
 * First the store's ledger is brought up to RozetkaPay's, since Medusa writes no capture to a payment
 * whose hold is gone. Under the locks of a sync, so that the callback of this very cancellation is not
 * mistaken for one made elsewhere. Repeating it is harmless, and a success.
 *
 * @returns what is canceled and the whole ledger.
 * @throws MedusaError NOT_FOUND when the payment is not this plugin's; NOT_ALLOWED with a sentence
 *   when nothing was captured or nothing is held, and when RozetkaPay did not do it (or did not say so);
 *   CONFLICT `payment_busy` when its turn did not come.
 */
export const cancelRemainderWorkflow = createWorkflow(
  cancelRemainderWorkflowId,
  (input: CancelRemainderInput) =>
    new WorkflowResponse(cancelRemainderStep(findOwnPaymentStep(input))),
)
