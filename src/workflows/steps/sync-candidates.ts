import { setTimeout as sleep } from "node:timers/promises"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { errorMessage } from "../../log/error-message"
import { storeIn } from "../../medusa-store/store-in"
import { troubleRows } from "../../medusa-store/trouble-rows"
import { ReturnsOfRun, returnsIn, TooManyReturns } from "../../sync/returns-of-run"
import { mayHaveTransactions, movementsIn, readSnapshot } from "../../sync/snapshot"
import { LOOKED_FOR, noteUnclosed, reviewTroubles } from "../../sync/troubles"
import { inTurns } from "../reconcile/in-turns"
import { type OpenMemory, openMemory } from "../reconcile/reconcile-memory"
import { syncPaymentWorkflow } from "../sync-payment"
import { noteFailing } from "./failing-payments"
import { type Candidate, type FindCandidatesInput, findCandidates } from "./find-candidates"

export type SyncCandidatesInput = FindCandidatesInput & {
  provider_ids: string[]
  /** Of which RozetkaPay's ledgers show more than the store's: the first to be synced. */
  differing: Candidate[]
  dry_run: boolean
  /** Milliseconds since 1970 after which none is begun. */
  ends_at: number
}

/** One payment whose ledgers did not agree (or could not be read). */
export type Difference = Candidate & {
  /** What the plan says: "place_order", "record_refund 10.00", …; "error" when it could not be read or done. */
  action: string
  /** What the sync made of it; null in a dry run. */
  outcome: string | null
  error: string | null
}

export type SyncedCandidates = {
  checked: number
  /** The same by provider. */
  checked_of: Record<string, number>
  differences: Difference[]
  /** The run has ended before all was looked at: the next one goes on. */
  has_more: boolean
  errors: string[]
}

/** Payments looked at in one run; what is left comes with the next. */
const MOST = 1_000
/** Milliseconds between two payments: at most ten calls a second, far below any documented rate limit. */
const PACE = 100
/** Lines of progress in the log of a long run. */
const PROGRESS_EVERY = 100

export const syncCandidatesStepId = "rozetkapay-sync-candidates"

/**
 * Syncs one payment after the other, each as its callback would have, until the run's time or number is
 * used up. One that fails does not stop the rest; more returns than a run may make stop it.
 */
export const syncCandidatesStep = createStep(
  syncCandidatesStepId,
  async (input: SyncCandidatesInput, { container }) => {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    const memories = await memoriesOf(container, input)
    const returns = new ReturnsOfRun(storeIn(container))
    const synced: SyncedCandidates = {
      checked: 0,
      checked_of: {},
      differences: [],
      has_more: false,
      errors: [],
    }
    const seen = new Set<string>()
    for await (const candidate of candidatesOf(container, input, memories)) {
      const key = keyOf(candidate)
      if (seen.has(key)) continue
      seen.add(key)
      const begun = Date.now()
      if (synced.checked === MOST || begun >= input.ends_at) {
        synced.has_more = true
        break
      }
      try {
        const difference = await syncOne(container, candidate, input.dry_run, returns)
        if (difference) synced.differences.push(difference)
        noteFailing(memories.get(candidate.provider_id), candidate.external_id, difference)
        if (!input.dry_run && difference?.error) {
          await noteIfLong(container, candidate, memories, difference.error)
        }
      } catch (error) {
        if (!(error instanceof TooManyReturns)) throw error
        logger.error(`rozetkapay: ${error.message}`)
        Object.assign(synced, { has_more: true, errors: [error.message] })
        seen.delete(key)
        break
      }
      synced.checked += 1
      const { checked_of } = synced
      checked_of[candidate.provider_id] = (checked_of[candidate.provider_id] ?? 0) + 1
      if (synced.checked % PROGRESS_EVERY === 0) {
        logger.info(
          `rozetkapay: reconciling, ${synced.checked} payments looked at, ${synced.differences.length} differences`,
        )
      }
      await sleep(Math.max(0, PACE - (Date.now() - begun)))
    }
    const left = input.differing.filter((one) => !seen.has(keyOf(one)))
    for (const { provider_id } of left) {
      compareAgain(memories.get(provider_id), synced.errors.length === 0)
    }
    for (const memory of memories.values()) await memory.save()
    return new StepResponse(synced)
  },
)

/** Milliseconds. What a later callback or run closes is nobody's trouble. */
const FAILS_LONG = 30 * 60_000

/** What fails for longer is shown to staff. RozetkaPay that is down for some minutes is not. */
const noteIfLong = async (
  container: MedusaContainer,
  candidate: Candidate,
  memories: Map<string, OpenMemory>,
  why: string,
): Promise<void> => {
  const since = memories.get(candidate.provider_id)?.value.failing[candidate.external_id]
  if (since === undefined || Date.now() - Date.parse(since) < FAILS_LONG) return
  await noteUnclosed(storeIn(container), candidate, { since, why })
}

const keyOf = ({ provider_id, external_id }: Candidate) => `${provider_id} ${external_id}`

/** What a comparison has found is not synced yet, so it does not count as done. After a failure it has its pause. */
const compareAgain = (memory: OpenMemory | undefined, isAtOnce: boolean): void => {
  if (!memory) return
  memory.value.compared_at = null
  if (isAtOnce) memory.value.compare_tried_at = null
}

const memoriesOf = async (
  container: MedusaContainer,
  { provider_ids, dry_run }: SyncCandidatesInput,
): Promise<Map<string, OpenMemory>> => {
  const memories = new Map<string, OpenMemory>()
  for (const id of provider_ids) memories.set(id, await openMemory(container, id, !dry_run))
  return memories
}

async function* candidatesOf(
  container: MedusaContainer,
  input: SyncCandidatesInput,
  memories: Map<string, OpenMemory>,
): AsyncGenerator<Candidate> {
  yield* input.differing
  if (!input.dry_run) yield* await notedBefore(container, [...memories.keys()])
  yield* inTurns(
    ...[...memories].map(([id, memory]) => ({
      of: findCandidates(container, id, input, memory),
      share: 10,
    })),
  )
}

/** Payments noted before whose trouble may be over without a callback that says so: looked at in each run. */
const MOST_NOTED = 50

const notedBefore = async (
  container: MedusaContainer,
  provider_ids: string[],
): Promise<Candidate[]> => {
  const noted = await troubleRows.list(container)
  return noted
    .filter(({ kind }) => LOOKED_FOR.includes(kind))
    .filter(({ provider_id }) => provider_ids.includes(provider_id))
    .slice(-MOST_NOTED)
    .map(({ provider_id, external_id }) => ({ provider_id, external_id }))
}

/** Null when both ledgers agree. A refused attempt of the shopper's is no difference. */
const syncOne = async (
  container: MedusaContainer,
  candidate: Candidate,
  dry_run: boolean,
  returns: ReturnsOfRun,
): Promise<Difference | null> => {
  try {
    const store = storeIn(container)
    const snapshot = await readSnapshot(store, candidate)
    const ledgers = snapshot?.own
    const actions = (snapshot?.tries ?? [])
      .flatMap((one) => one.actions)
      .filter((action) => !["nothing", "wait", "report_decline"].includes(action.do))
    const planned = actions.map((one) => ("amount" in one ? `${one.do} ${one.amount}` : one.do))
    const of = ledgers && movementsIn(ledgers)
    const isUneven = of && mayHaveTransactions(ledgers) && !(await store.isRightOrder(of))
    if (isUneven) planned.push("repair_order")
    if (planned.length === 0) {
      if (!dry_run) await reviewTroubles(store, candidate, snapshot)
      return null
    }
    const action = planned.join(", ")
    if (dry_run) return { ...candidate, action, outcome: null, error: null }

    await returns.plan(candidate, actions)
    const { result } = await syncPaymentWorkflow(container).run({ input: candidate })
    if (result?.is === "returned" && returnsIn(actions) === 0) returns.count(candidate.provider_id)
    // Tried again with each run, until its time is over.
    const error = result?.is === "order_delayed" ? "the order can't be placed yet" : null
    return { ...candidate, action, outcome: result?.is ?? null, error }
  } catch (error) {
    if (error instanceof TooManyReturns) throw error
    return { ...candidate, action: "error", outcome: null, error: errorMessage(error) }
  }
}
