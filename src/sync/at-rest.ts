import { gone } from "../core/ledger"
import { isPositive } from "../core/money"
import { troublesNow } from "../core/trouble"
import { movementsIn, type ReadTriesInput, readSnapshot, type Try } from "./snapshot"
import type { Store } from "./store"
import { type SyncResult, syncResultOf } from "./sync-result"

/**
 * What a sync would say of a purchase of which it would find nothing to do: both sides are read, in the same order
 * and as whole as a sync reads them, and judged by the same plan. Reads only, so it needs no lock: who holds it
 * finishes what they have begun, and what they have not begun is not there yet for anybody. For who asks about a
 * payment that is most likely done with, such as a callback that is sent again.
 *
 * @returns null: there may be something to do, or it could not be read now, so it is to be synced.
 */
export const resultAtRest = async (
  store: Store,
  input: ReadTriesInput,
): Promise<SyncResult | null> => {
  const snapshot = await readSnapshot(store, input).catch(() => null)
  if (!snapshot || snapshot.own.order_id === null || snapshot.own.payment_id === null) return null
  if (!snapshot.tries.every(isIdle)) return null
  const quiet = await Promise.all(snapshot.tries.map((one) => isQuiet(store, one)))
  return quiet.every(Boolean) ? syncResultOf(snapshot, { returned: null, delayed: false }) : null
}

/** Whether a sync would neither move, write, nor tell anything of a try by what was read of it. */
const isIdle = ({ situation, actions, terms, howPaidNews, ...tried }: Try): boolean => {
  const { gateway, isShown, foreign, returning, orderCanceled } = situation
  return (
    actions.every(({ do: what }) => what === "nothing") &&
    howPaidNews === null &&
    gateway.unclear === null &&
    isShown &&
    !foreign &&
    !returning &&
    !orderCanceled &&
    // What went back may have to be told of, and a consent to be kept.
    !isPositive(gone(gateway)) &&
    !terms.remember &&
    !tried.startWasCutOff
  )
}

/** Whether its order shows it right, and staff are told of nothing and need not be. */
const isQuiet = async (store: Store, tried: Try): Promise<boolean> => {
  const of = tried.rows.length > 0 ? movementsIn(tried) : null
  const [isRight, noted] = await Promise.all([
    of ? store.isRightOrder(of) : true,
    store.troublesOf(tried.terms.external_id),
  ])
  const age = tried.openedAt === null ? null : store.now() - tried.openedAt
  const met = { age, uncorrected: null, isUnfinished: false }
  return isRight && noted.length === 0 && troublesNow(tried, [], met).length === 0
}
