import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { ComparedReports } from "./compare-reports"
import type { SyncedCandidates } from "./sync-candidates"

export type StateReconciledInput = { synced: SyncedCandidates; compared: ComparedReports }

/** What a run has looked at, and what it found. */
export type Reconciled = Omit<SyncedCandidates, "checked_of"> &
  Pick<ComparedReports, "announced"> & { operations_compared: number }

export const stateReconciledStepId = "rozetkapay-state-reconciled"

/** A step, not a transform: Medusa makes the result also of a run that was turned away, and would tell that error instead. */
export const stateReconciledStep = createStep(
  stateReconciledStepId,
  async ({ synced, compared }: StateReconciledInput): Promise<StepResponse<Reconciled>> =>
    new StepResponse({
      checked: synced.checked,
      differences: synced.differences,
      has_more: synced.has_more || compared.has_more,
      operations_compared: compared.operations,
      announced: compared.announced,
      errors: [...compared.errors, ...synced.errors],
    }),
)
