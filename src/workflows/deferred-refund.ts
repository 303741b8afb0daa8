import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { DEFERRED_REFUND } from "../provider/workflow-ids"
import { type DeferredRefundAction, deferredRefundStep } from "./steps/deferred-refund"
import { type FindOwnPaymentInput, findOwnPaymentStep } from "./steps/find-own-payment"
import { endLeaseStep, holdLeaseStep } from "./steps/hold-lease"

export const deferredRefundWorkflowId = DEFERRED_REFUND

export type DeferredRefundInput = FindOwnPaymentInput & { action: DeferredRefundAction }

/**
 * A refund that waits at RozetkaPay for the merchant's balance: tries it again now, or gives it up, after
 * which the store's record of it is taken back and staff may refund anew.
 *
 * Under the lock of a sync, so that the callback of this very refund is not judged in between. Repeating
 * it is harmless: what waits no more is told as such.
 *
 * @returns what became of the refund, and the whole ledger.
 * @throws MedusaError NOT_FOUND when the payment is not this plugin's; NOT_ALLOWED with a code and a
 *   sentence when nothing waits, when its API can't do it, and when RozetkaPay refused or did not answer.
 */
export const deferredRefundWorkflow = createWorkflow(
  deferredRefundWorkflowId,
  (input: DeferredRefundInput) => {
    const payment = findOwnPaymentStep(input)
    const key = transform(payment, ({ purchase_key }) => purchase_key)
    const lease = holdLeaseStep(key)
    const refund = deferredRefundStep(
      transform({ payment, input }, (given) => ({ ...given.payment, action: given.input.action })),
    )
    endLeaseStep(lease)
    return new WorkflowResponse(refund)
  },
)
