import { gone } from "../core/ledger"
import { isPositive } from "../core/money"
import { troublesNow } from "../core/trouble"
import { movementsIn, type Try } from "./snapshot"
import type { Store } from "./store"

/** Whether a sync would neither move, write, nor tell anything of a try by what was read of it. */
export const isIdle = ({ situation, actions, terms, howPaidNews, ...tried }: Try): boolean => {
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
export const isQuiet = async (store: Store, tried: Try): Promise<boolean> => {
  const of = tried.rows.length > 0 ? movementsIn(tried) : null
  const [isRight, noted] = await Promise.all([
    of ? store.isRightOrder(of) : true,
    store.troublesOf(tried.terms.external_id),
  ])
  const age = tried.openedAt === null ? null : store.now() - tried.openedAt
  const met = { age, uncorrected: null, isUnfinished: false }
  return isRight && noted.length === 0 && troublesNow(tried, [], met).length === 0
}
