import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { endLease, holdLease, type Lease, leaseOfPayment } from "../lease"

export const lockPaymentStepId = "rozetkapay-lock-payment"

/** One at a time for a payment, in all instances that share Medusa's locking; given up when the workflow fails. */
export const lockPaymentStep = createStep(
  lockPaymentStepId,
  async ({ external_id }: { external_id: string }, { container }) => {
    const lease = await holdLease(container.resolve(Modules.LOCKING), leaseOfPayment(external_id))
    return new StepResponse(lease, lease)
  },
  async (lease, { container }) => {
    if (lease) await endLease(container.resolve(Modules.LOCKING), lease)
  },
)

export const unlockPaymentStepId = "rozetkapay-unlock-payment"

export const unlockPaymentStep = createStep(
  unlockPaymentStepId,
  async (lease: Lease, { container }) => {
    await endLease(container.resolve(Modules.LOCKING), lease)
    return new StepResponse(void 0)
  },
)
