import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { leaseOfPayment } from "./lease"
import { correctRefundStep } from "./steps/correct-refund"
import { type FindOwnPaymentInput, findOwnPaymentStep } from "./steps/find-own-payment"
import { endLeaseStep, holdLeaseStep } from "./steps/hold-lease"
import { readBooksAtRestStep } from "./steps/read-books"
import { recordMovementsStep } from "./steps/record-movements"
import { releaseRemainderStep } from "./steps/release-remainder"
import { squareOrderStep } from "./steps/square-order"
import { RELEASE_REMAINDER } from "./workflow-ids"

export const releaseRemainderWorkflowId = RELEASE_REMAINDER

export type ReleaseRemainderInput = FindOwnPaymentInput

/**
 * After a partial capture: gives up what is still on hold, so that the shopper's bank frees it now
 * and not in weeks. Afterwards nothing more can be captured of the payment; its refunds go on.
 *
 * First the store's book is brought up to RozetkaPay's, since Medusa writes no capture to a payment
 * whose hold is gone. Under the lock of settling, so that the callback of this very release is not
 * mistaken for one made elsewhere. Repeating it is harmless, and a success.
 *
 * @returns what is released and the whole book.
 * @throws MedusaError NOT_FOUND when the payment is not this plugin's; NOT_ALLOWED with a sentence
 *   when nothing was captured or nothing is held, and when RozetkaPay did not do it (or did not say so).
 */
export const releaseRemainderWorkflow = createWorkflow(
  releaseRemainderWorkflowId,
  (input: ReleaseRemainderInput) => {
    const payment = findOwnPaymentStep(input)
    const key = transform(payment, ({ external_id }) => leaseOfPayment(external_id))
    const lease = holdLeaseStep(key)
    const books = readBooksAtRestStep(payment)
    recordMovementsStep(books)
    correctRefundStep(books)
    squareOrderStep(books)
    const released = releaseRemainderStep(payment)
    endLeaseStep(lease)
    return new WorkflowResponse(released)
  },
)
