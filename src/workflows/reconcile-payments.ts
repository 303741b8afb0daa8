import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { RECONCILE_PAYMENTS } from "../provider/workflow-ids"
import { beginRunStep } from "./steps/begin-run"
import { compareReportsStep } from "./steps/compare-reports"
import { type FindProvidersInput, findProvidersStep } from "./steps/find-providers"
import { endLeaseStep } from "./steps/hold-lease"
import { noteIfRunFailsStep, noteRunStep } from "./steps/note-run"
import { stateReconciledStep } from "./steps/state-reconciled"
import { syncCandidatesStep } from "./steps/sync-candidates"
import { tellStaffStep } from "./steps/tell-staff"

export const reconcilePaymentsWorkflowId = RECONCILE_PAYMENTS

export type ReconcilePaymentsInput = FindProvidersInput & {
  /** Minutes. When given, every open payment older than this is looked at. */
  min_age_minutes?: number
  /** Only says what differs and changes nothing. */
  dry_run?: boolean
  /** Days of RozetkaPay's own ledgers to compare as well, at most 90. Default 14; 0: none. */
  report_days?: number
  /** ISO 8601: when the job was due, by which its next comparison is reckoned. Now when left out. */
  scheduled_for?: string
}

const LOCK = "rozetkapay-reconcile"

/**
 * Syncs what callbacks missed: open sessions that were paid, holds that are
 * gone, refunds on their way, and whatever RozetkaPay's own ledgers show beyond the
 * store's. One at a time in all instances that share Medusa's locking. A run ends
 * within minutes and says so (`has_more`) when the next one has to go on.
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
    const run = beginRunStep(LOCK)
    const provider_ids = findProvidersStep(input)
    const dry_run = transform({ input }, ({ input }) => input.dry_run ?? false)
    noteIfRunFailsStep({ provider_ids, run, dry_run })
    const compared = compareReportsStep(
      transform({ input, provider_ids, run, dry_run }, ({ input, provider_ids, run, dry_run }) => ({
        provider_ids,
        report_days: input.report_days ?? 14,
        dry_run,
        now: input.scheduled_for ? Date.parse(input.scheduled_for) : Date.now(),
        ends_at: run.ends_at,
      })),
    )
    const synced = syncCandidatesStep(
      transform({ input, provider_ids, compared, run, dry_run }, (of) => ({
        provider_ids: of.provider_ids,
        min_age_minutes: of.input.min_age_minutes,
        differing: of.compared.differing,
        dry_run: of.dry_run,
        ends_at: of.run.ends_at,
      })),
    )
    noteRunStep({ provider_ids, run, synced, compared, dry_run })
    const reconciled = stateReconciledStep({ synced, compared })
    tellStaffStep({ dry_run })
    endLeaseStep(run.lease)
    return new WorkflowResponse(reconciled)
  },
)
