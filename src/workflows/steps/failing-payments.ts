import type { ExternalId } from "../../core/external-id"
import type { OpenMemory } from "../reconcile/reconcile-memory"
import type { Difference } from "./sync-candidates"

/** Payments that are looked at in each run until they are synced. */
const MOST = 50
/** Milliseconds. Afterwards the daily round is enough for what fails for another reason than a busy cart. */
const WHILE = 24 * 60 * 60_000

/** Remembers who could not be synced now, and forgets who was. The latest come first. */
export const noteFailing = (
  memory: OpenMemory | undefined,
  external_id: ExternalId,
  difference: Difference | null,
  now = Date.now(),
): void => {
  if (!memory) return
  const { [external_id]: since, ...others } = memory.value.failing
  const failing = difference?.error
    ? { [external_id]: since ?? new Date(now).toISOString(), ...others }
    : others
  memory.value.failing = Object.fromEntries(
    Object.entries(failing)
      .filter(([, since]) => now - Date.parse(since) < WHILE)
      .slice(0, MOST),
  )
}
