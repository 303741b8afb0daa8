import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { DEFERRED_REFUND } from "../provider/workflow-ids"
import {
  type DeferredRefundAction,
  deferredRefundStep,
  type SeenRefund,
} from "./steps/deferred-refund"
import { type FindOwnPaymentInput, findOwnPaymentStep } from "./steps/find-own-payment"

export const deferredRefundWorkflowId = DEFERRED_REFUND

export type DeferredRefundInput = FindOwnPaymentInput & {
  action: DeferredRefundAction
  /** Left out: whatever waits is meant. */
  seen?: SeenRefund
}

/**
 * A refund that waits at RozetkaPay for the merchant's balance: tries it again now, or gives it up, after
 * which the store's record of it is taken back and staff may refund anew.
 *
 * Under the locks of a sync, so that the callback of this very refund is not judged in between. Repeating
 * it is harmless: what waits no more is told as such.
 *
 * @returns what became of the refund, and the whole ledger.
 * @throws MedusaError NOT_FOUND when the payment is not this plugin's; NOT_ALLOWED with a code and a
 *   sentence when nothing waits, when its API can't do it, and when RozetkaPay refused or did not answer; CONFLICT
 *   `moved_meanwhile` when another waits than was seen, `payment_busy` when its turn did not come.
 */
export const deferredRefundWorkflow = createWorkflow(
  deferredRefundWorkflowId,
  (input: DeferredRefundInput) => {
    const payment = findOwnPaymentStep(input)
    const refund = deferredRefundStep(
      transform({ payment, input }, ({ payment, input: { action, seen } }) => ({
        ...payment,
        action,
        seen,
      })),
    )
    return new WorkflowResponse(refund)
  },
)
