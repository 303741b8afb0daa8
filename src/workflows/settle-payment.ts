import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { leaseOfPayment } from "./lease"
import { authorizeSessionStep } from "./steps/authorize-session"
import { correctRefundStep } from "./steps/correct-refund"
import { finishStartStep } from "./steps/finish-start"
import { giveBackStep } from "./steps/give-back"
import { endLeaseStep, holdLeaseStep } from "./steps/hold-lease"
import { keepConsentStep } from "./steps/keep-consent"
import { placeOrderStep } from "./steps/place-order"
import { type ReadBooksInput, readBooksAtRestStep } from "./steps/read-books"
import { recordMovementsStep } from "./steps/record-movements"
import { releaseHoldStep } from "./steps/release-hold"
import { reportDeclineStep } from "./steps/report-decline"
import { reportUnclearStep } from "./steps/report-unclear"
import { rereadBooksStep } from "./steps/reread-books"
import { returnChargeStep } from "./steps/return-charge"
import { squareOrderStep } from "./steps/square-order"
import { stateOutcomeStep } from "./steps/state-outcome"
import { SETTLE_PAYMENT } from "./workflow-ids"

export const settlePaymentWorkflowId = SETTLE_PAYMENT

export type SettlePaymentInput = Pick<ReadBooksInput, "provider_id" | "external_id" | "evidence">

/**
 * Gateway -> store: reads both books of one payment and closes the difference
 * through Medusa's own workflows. A signed callback, the shopper coming back, the
 * reconcile job and an admin all run exactly this, so repeating it is harmless.
 *
 * Every step is given the books with the plan made of them, and does nothing
 * unless the plan asks for it.
 *
 * @returns what became of the payment; null when it is not this store's.
 * @throws when something could not be finished now (RozetkaPay does not answer,
 *   another request holds the cart): run it again.
 */
export const settlePaymentWorkflow = createWorkflow(
  settlePaymentWorkflowId,
  (input: SettlePaymentInput) => {
    const key = transform(input, ({ external_id }) => leaseOfPayment(external_id))
    const lease = holdLeaseStep(key)

    const before = readBooksAtRestStep(input)
    finishStartStep(before)
    const placed = placeOrderStep(before)
    const authorized = authorizeSessionStep(before)

    const after = rereadBooksStep({ before, placed, authorized })
    keepConsentStep(after)
    recordMovementsStep(after)
    correctRefundStep(after)
    squareOrderStep(after)
    releaseHoldStep(after)
    returnChargeStep(after)
    const returned = giveBackStep(after)
    reportDeclineStep(after)
    reportUnclearStep(after)

    const outcome = stateOutcomeStep({ after, returned })
    endLeaseStep(lease)
    return new WorkflowResponse(outcome)
  },
)
