import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { Charge } from "../charge"
import { endLease, holdLease } from "../lease"

export const lockChargeStepId = "rozetkapay-lock-charge"

/** One at a time for a charge's id, in all instances that share Medusa's locking; given up when the workflow fails. */
export const lockChargeStep = createStep(
  lockChargeStepId,
  async ({ collection_id }: Charge, { container }) => {
    const lease = await holdLease(
      container.resolve(Modules.LOCKING),
      `rozetkapay-charge:${collection_id}`,
    )
    return new StepResponse(lease, lease)
  },
  async (lease, { container }) => {
    if (lease) await endLease(container.resolve(Modules.LOCKING), lease)
  },
)
