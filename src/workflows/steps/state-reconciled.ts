import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { ComparedReports } from "./compare-reports"
import type { SettledCandidates } from "./sync-candidates"

export type StateReconciledInput = { settled: SettledCandidates; compared: ComparedReports }

/** What a run has looked at, and what it found. */
export type Reconciled = SettledCandidates &
  Pick<ComparedReports, "announced"> & { operations_compared: number }

export const stateReconciledStepId = "rozetkapay-state-reconciled"

/** A step, not a transform: Medusa makes the result also of a run that was turned away, and would tell that error instead. */
export const stateReconciledStep = createStep(
  stateReconciledStepId,
  async ({ settled, compared }: StateReconciledInput): Promise<StepResponse<Reconciled>> =>
    new StepResponse({
      checked: settled.checked,
      differences: settled.differences,
      has_more: settled.has_more || compared.has_more,
      operations_compared: compared.operations,
      announced: compared.announced,
      errors: [...compared.errors, ...settled.errors],
    }),
)
