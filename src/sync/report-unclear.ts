import { oneLine } from "../log/one-line"
import type { Try } from "./snapshot"
import type { Store } from "./store"

/**
 * RozetkaPay's answer can't be counted, and asking again in a moment would not help: nothing is
 * done, its callback is not asked for again, and the reconcile job looks in its own time. Only a
 * person can tell what it means, so it must not stay silent.
 */
export const reportUnclear = (
  store: Store,
  { terms: { provider_id, external_id } }: Try,
  problem: string,
): void => {
  store.log.error(
    `rozetkapay: RozetkaPay's answer about a payment can not be understood, so nothing is done with it; please look at it in RozetkaPay's cabinet provider_id=${provider_id} session_id=${external_id}: ${oneLine(problem)}`,
  )
}
