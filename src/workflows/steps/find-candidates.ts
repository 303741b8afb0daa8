import type { MedusaContainer } from "@medusajs/framework/types"
import { isDueForCheck, isRoundDue, LEFT_TO_CALLBACKS } from "../../core/check-schedule"
import { type ExternalId, externalId } from "../../core/external-id"
import { findProvider } from "../../provider/find-provider"
import { inTurns } from "../reconcile/in-turns"
import { OPEN_LISTS, type OpenList, openRows, type Window } from "../reconcile/open-payments"
import type { OpenMemory, Round } from "../reconcile/reconcile-memory"

export type FindCandidatesInput = {
  /** Minutes. When given, every open payment older than this is looked at; when not, those that are due. */
  min_age_minutes?: number
}

/** A payment to sync. */
export type Candidate = { provider_id: string; external_id: ExternalId }

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/**
 * The payments of a provider whose callbacks may have been missed, found while they are looked at: whoever
 * stops taking them leaves the rest unread.
 * - sessions without a Payment, which the shopper may have paid and left;
 * - Payments that are neither captured whole nor canceled: their hold may be gone
 *   or captured elsewhere, or their order cancelled;
 * - refunds, which may have been on their way;
 * - captures that their order knows nothing of: the process ended before the core had told it;
 * - Payments of cancelled orders, whose hold or money may not have gone back.
 *
 * Each by the age of what happened last: a refund of an old payment is young. What is likely paid has the
 * larger part of every run: the last day's, youngest first, and what failed when it was synced before. The
 * older ones are gone through in rounds, one a day, each run going on where the last one stopped.
 */
export async function* findCandidates(
  container: MedusaContainer,
  provider_id: string,
  { min_age_minutes }: FindCandidatesInput,
  memory: OpenMemory,
): AsyncGenerator<Candidate> {
  const found = await findProvider(container, provider_id)
  if (!found) return
  const { reconcileEveryMinutes, reconcileLookBackDays } = found.provider.options
  const now = Date.now()
  const isAll = min_age_minutes !== undefined
  const isDue = (since: Date) =>
    isAll || isDueForCheck((now - since.getTime()) / MINUTE, reconcileEveryMinutes)
  const first = now - reconcileLookBackDays * DAY
  const last = now - (min_age_minutes ?? LEFT_TO_CALLBACKS) * MINUTE
  const since = (age: number) => Math.max(first, now - age)
  // By id the youngest come first, unless rows were brought from another store: so the last hour alone, then the day.
  const young = [
    { $gte: new Date(since(HOUR)), $lte: new Date(last) },
    { $gte: new Date(since(DAY)), $lt: new Date(Math.min(last, since(HOUR))) },
  ]
  // Who wants all gets to all of it in the end, though each run is bounded: not by age, but by the round.
  const old = { $gte: new Date(first), $lte: new Date(isAll ? last : Math.min(last, now - DAY)) }
  // Such a round has the young in it, and would never end if each of its runs began with them again.
  const open = openRound(memory, isAll, now)
  const windows = isAll && open ? [] : young

  const lookAt = { container, provider_id }
  const external_ids = inTurns(
    { of: youngIn({ ...lookAt, list: "sessions", windows, isDue }), share: 4 },
    ...OPEN_LISTS.filter((list) => list !== "sessions").map((list) => ({
      of: youngIn({ ...lookAt, list, windows, isDue }),
      share: 1,
    })),
    { of: failedBefore(memory), share: 2 },
    { of: oldIn({ ...lookAt, window: old, memory, open, isAll, now }), share: 2 },
  )
  for await (const external_id of external_ids) yield { provider_id, external_id }
}

type LookAt = { container: MedusaContainer; provider_id: string }

type YoungIn = LookAt & { list: OpenList; windows: Window[]; isDue: (since: Date) => boolean }

async function* youngIn({
  container,
  windows,
  isDue,
  ...lookUp
}: YoungIn): AsyncGenerator<ExternalId> {
  for (const window of windows) {
    for await (const rows of openRows(container, { ...lookUp, window, place: null })) {
      for (const { external_ids } of rows.filter(({ since }) => isDue(since))) yield* external_ids
    }
  }
}

/** An order that could not be placed may be placed by now. */
async function* failedBefore({ value }: OpenMemory): AsyncGenerator<ExternalId> {
  yield* Object.keys(value.failing).map(externalId)
}

type InWindow = LookAt & { window: Window }

type OldIn = InWindow & { memory: OpenMemory; open: Round | null; isAll: boolean; now: number }

/**
 * The round that is gone on with; null: none is. Who wants all looked at does not go on with the job's, which has
 * looked at a part of it before they asked: theirs begins anew, and ends when all was looked at since.
 */
const openRound = ({ value: { round } }: OpenMemory, isAll: boolean, now: number): Round | null => {
  if (round === null || round.is_done) return null
  return !isAll || (round.is_all && !isRoundDue(round.began_at, now)) ? round : null
}

/** A round that was broken off is gone on with; a new one is begun when it is due, or whenever all is to be looked at. */
async function* oldIn({ memory, open, isAll, now, ...lookAt }: OldIn): AsyncGenerator<ExternalId> {
  if (!open && !isAll && !isRoundDue(memory.value.round?.began_at, now)) return
  const begun: Round = open ?? {
    began_at: new Date(now).toISOString(),
    list: OPEN_LISTS[0],
    below: null,
    is_done: false,
    is_all: isAll,
  }
  yield* restOfRound(lookAt, memory, begun)
}

async function* restOfRound(
  { container, ...lookUp }: InWindow,
  memory: OpenMemory,
  begun: Round,
): AsyncGenerator<ExternalId> {
  const stood = { ...begun }
  memory.value.round = stood
  const from = OPEN_LISTS.indexOf(begun.list)
  try {
    for (const list of OPEN_LISTS.slice(from)) {
      const below = list === OPEN_LISTS[from] ? begun.below : null
      const place = below === null ? null : { $lt: below }
      for await (const rows of openRows(container, { ...lookUp, list, place })) {
        for (const { id, external_ids } of rows) {
          yield* external_ids
          // Only now: whoever takes the next one has finished with these.
          Object.assign(stood, { list, below: id })
        }
        await memory.save()
      }
    }
    stood.is_done = true
  } finally {
    await memory.save()
  }
}
