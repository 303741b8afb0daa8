import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { oneLine } from "../../log/one-line"
import { type Memory, openMemory } from "../reconcile/reconcile-memory"
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
      await keepRun(container, provider_id, noted)
    }
    return new StepResponse(void 0)
  },
)

export type NoteIfRunFailsInput = Pick<NoteRunInput, "provider_ids" | "run" | "dry_run">

export const noteIfRunFailsStepId = "rozetkapay-note-if-run-fails"

/** Does nothing, unless the run fails after it: then staff see that there was one. Still under the run's lease. */
export const noteIfRunFailsStep = createStep(
  noteIfRunFailsStepId,
  async (input: NoteIfRunFailsInput) => new StepResponse(void 0, input),
  async (input, { container }) => {
    if (!input || input.dry_run) return
    for (const provider_id of input.provider_ids) {
      await keepRun(container, provider_id, {
        began_at: new Date(input.run.began_at).toISOString(),
        milliseconds: Date.now() - input.run.began_at,
        checked: 0,
        differences: 0,
        operations_compared: 0,
        announced: 0,
        has_more: true,
        errors: ["the run failed: the log says why"],
      })
    }
  },
)

const keepRun = async (
  container: MedusaContainer,
  provider_id: string,
  run: Memory["runs"][number],
): Promise<void> => {
  const memory = await openMemory(container, provider_id, true)
  memory.value.runs = [run, ...memory.value.runs].slice(0, MOST_RUNS)
  await memory.save()
}
