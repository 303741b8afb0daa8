import type { Amount } from "../core/money"
import { emitEvent } from "./emit-event"
import type { Try } from "./snapshot"
import type { Store } from "./store"
import { noteUnexplained } from "./unexplained"

/**
 * Money that nobody here can place: a database that came back older, a copy of another store's, a part
 * that somebody has returned before there was an order. Nothing is moved; staff are told once.
 */
export const reportUnexplained = async (
  store: Store,
  tried: Try,
  amount: Amount,
): Promise<void> => {
  const { terms, situation } = tried
  if (!(await noteUnexplained(store, terms, amount))) return
  store.log.warn(
    `rozetkapay: money that this store can not place, so nothing is moved; see GET /admin/rozetkapay/unexplained provider_id=${terms.provider_id} session_id=${terms.external_id}`,
  )
  await emitEvent(store, tried, "rozetkapay.payment.unexplained", amount, whyUnexplained(situation))
}

const whyUnexplained = ({ foreign, session }: Try["situation"]): string => {
  if (foreign) return "other_installation"
  return session ? "returned_in_part" : "unknown_purchase"
}
