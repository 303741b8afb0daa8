import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { leaseOfCharge } from "../medusa-store/lease"
import { CHARGE_RECURRENT } from "../provider/workflow-ids"
import type { ChargeRecurrentInput } from "./charge"
import { endLeaseStep, holdLeaseStep } from "./steps/hold-lease"
import { openChargeStep } from "./steps/open-charge"
import { readChargeStep } from "./steps/read-charge"
import { sendChargeStep } from "./steps/send-charge"
import { stateChargeStep } from "./steps/state-charge"

export const chargeRecurrentWorkflowId = CHARGE_RECURRENT

/**
 * Charges a customer who is not there, by the consent that they gave with an earlier
 * payment: for subscriptions and scheduled reorders. The same `id` is charged once,
 * however often this runs, at the same time or after a crash at any point: what a
 * run needs to know of an earlier one is written down before it acts.
 *
 * @returns a `ChargeResult`: paid, held, refused (for good or for now), or not known yet
 * @throws when it can't be understood, the currency is not the consent's, or RozetkaPay
 *   could not be reached: nothing was charged, and the same id may be tried again.
 */
export const chargeRecurrentWorkflow = createWorkflow(
  chargeRecurrentWorkflowId,
  (input: ChargeRecurrentInput) => {
    const charge = readChargeStep(input)
    const key = transform(charge, ({ collection_id }) => leaseOfCharge(collection_id))
    const lease = holdLeaseStep(key)

    const open = openChargeStep(charge)
    const sent = sendChargeStep(open)
    const result = stateChargeStep(sent)

    endLeaseStep(lease)
    return new WorkflowResponse(result)
  },
)
