import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import { compareReportsStep } from "./steps/compare-reports"
import { findCandidatesStep } from "./steps/find-candidates"
import { type FindProvidersInput, findProvidersStep } from "./steps/find-providers"
import { settleCandidatesStep } from "./steps/settle-candidates"
import { stateReconciledStep } from "./steps/state-reconciled"
import { RECONCILE_PAYMENTS } from "./workflow-ids"

export const reconcilePaymentsWorkflowId = RECONCILE_PAYMENTS

export type ReconcilePaymentsInput = FindProvidersInput & {
  /** Minutes. When given, every open payment older than this is looked at. */
  min_age_minutes?: number
  /** Only says what differs and changes nothing. */
  dry_run?: boolean
  /** Days of RozetkaPay's own books to compare as well, at most 90. Default 14; 0: none. */
  report_days?: number
}

const LOCK = "rozetkapay-reconcile"
/** Seconds. A run is bounded far below this; a crashed one gives way after it. */
const LOCK_EXPIRES = 1_800

/**
 * Settles what callbacks missed: open sessions that were paid, holds that are
 * gone, refunds on their way, and whatever RozetkaPay's own books show beyond the
 * store's. One at a time in all instances that share Medusa's locking.
 *
 * Input: `{ provider_id?, min_age_minutes?, dry_run?, report_days? }`. Without
 * `min_age_minutes` a payment is looked at when it is due (see check-schedule);
 * an operator passes 0 to look at all.
 *
 * @throws when another run is under way.
 */
export const reconcilePaymentsWorkflow = createWorkflow(
  reconcilePaymentsWorkflowId,
  (input: ReconcilePaymentsInput) => {
    acquireLockStep({ key: LOCK, ttl: LOCK_EXPIRES, executeOnSubWorkflow: true })
    const provider_ids = findProvidersStep(input)
    const compared = compareReportsStep(
      transform({ input, provider_ids }, ({ input, provider_ids }) => ({
        provider_ids,
        report_days: input.report_days ?? 14,
        dry_run: input.dry_run ?? false,
      })),
    )
    const open = findCandidatesStep(
      transform({ input, provider_ids }, ({ input, provider_ids }) => ({
        provider_ids,
        min_age_minutes: input.min_age_minutes,
      })),
    )
    const settled = settleCandidatesStep(
      transform({ input, open, compared }, ({ input, open, compared }) => ({
        candidates: [...compared.differing, ...open],
        dry_run: input.dry_run ?? false,
      })),
    )
    const reconciled = stateReconciledStep({ settled, compared })
    releaseLockStep({ key: LOCK, executeOnSubWorkflow: true })
    return new WorkflowResponse(reconciled)
  },
)
