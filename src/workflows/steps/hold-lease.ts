import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { endLease, holdLease, type Lease } from "../../medusa-store/lease"

export const holdLeaseStepId = "rozetkapay-hold-lease"

/** One at a time for a key, in all instances that share Medusa's locking; given up when the workflow fails. */
export const holdLeaseStep = createStep(
  holdLeaseStepId,
  async (key: string, { container }) => {
    const lease = await holdLease(container.resolve(Modules.LOCKING), key)
    return new StepResponse(lease, lease)
  },
  async (lease, { container }) => {
    if (lease) await endLease(container.resolve(Modules.LOCKING), lease)
  },
)

export const endLeaseStepId = "rozetkapay-end-lease"

export const endLeaseStep = createStep(endLeaseStepId, async (lease: Lease, { container }) => {
  await endLease(container.resolve(Modules.LOCKING), lease)
  return new StepResponse(void 0)
})
