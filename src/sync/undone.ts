import { gone } from "../core/ledger"
import { type Amount, greatest, isPositive, zero } from "../core/money"
import { readSnapshot, type Try } from "./snapshot"
import type { Store } from "./store"

/**
 * Medusa returns the money of a failed order by itself: then nothing is left to try again with. Its own rows
 * say so at once, and RozetkaPay's answer may be behind them.
 *
 * @returns how much; null: it did not.
 */
export const undoneOf = async (
  store: Store,
  { terms: { provider_id, external_id } }: Try,
): Promise<Amount | null> => {
  const now = await readSnapshot(store, { provider_id, external_id })
  if (!now) return null
  const { gateway, store: rows } = now.own.situation
  const most = greatest(gone(gateway), rows ? gone(rows) : zero(gateway.currency))
  return isPositive(most) ? most : null
}
