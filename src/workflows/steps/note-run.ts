import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { oneLine } from "../../log/one-line"
import { openMemory } from "../reconcile/reconcile-memory"
import type { Run } from "./begin-run"
import type { ComparedReports } from "./compare-reports"
import type { SyncedCandidates } from "./sync-candidates"

export type NoteRunInput = {
  provider_ids: string[]
  run: Run
  synced: SyncedCandidates
  compared: ComparedReports
  dry_run: boolean
}

const MOST_RUNS = 10
const MOST_ERRORS = 5

export const noteRunStepId = "rozetkapay-note-run"

/** What a run did, for staff; each provider's own part of it. While the run has its lease nobody else writes there. */
export const noteRunStep = createStep(
  noteRunStepId,
  async ({ provider_ids, run, synced, compared, dry_run }: NoteRunInput, { container }) => {
    const errors = [...compared.errors, ...synced.errors]
    for (const provider_id of dry_run ? [] : provider_ids) {
      const own = <Of extends { provider_id: string }>(all: Of[]) =>
        all.filter((one) => one.provider_id === provider_id).length
      const isOthers = (line: string) =>
        provider_ids.some((id) => id !== provider_id && line.startsWith(`${id} `))
      const memory = await openMemory(container, provider_id, true)
      const noted = {
        began_at: new Date(run.began_at).toISOString(),
        milliseconds: Date.now() - run.began_at,
        checked: synced.checked_of[provider_id] ?? 0,
        differences: own(synced.differences),
        operations_compared: compared.operations_of[provider_id] ?? 0,
        announced: own(compared.announced),
        has_more: synced.has_more || compared.has_more,
        errors: errors
          .filter((line) => !isOthers(line))
          .slice(0, MOST_ERRORS)
          .map((line) => oneLine(line)),
      }
      memory.value.runs = [noted, ...memory.value.runs].slice(0, MOST_RUNS)
      await memory.save()
    }
    return new StepResponse(void 0)
  },
)
