import { type Amount, equals, exceeds, isPositive, missing } from "../core/money"
import { emitEvent } from "./emit-event"
import { readSnapshot, type Try } from "./snapshot"
import type { SentRefund, Store } from "./store"
import { noteFailedRefund } from "./troubles"

/** A payment with more refunds than this is nobody's; the search below doubles with each. */
const MOST_ROWS = 16

/** `uncorrected`: what failed, and no refunds of the store's add up to. */
type Corrected = { uncorrected?: Amount }

/**
 * A deferred refund counts as made until RozetkaPay gives it up; so does a chargeback until it is won.
 * Then its row and all that Medusa made of it go, so that the order is paid as before and an admin can
 * refund anew.
 *
 * The ledgers were read gateway first; here the question is the other way round, so
 * they are read once more: rows seen in the first reading against a gateway's ledger
 * that is newer. A refund that was made in between is not mistaken for a failed one.
 */
export const correctRefund = async (store: Store, tried: Try): Promise<Corrected> => {
  if (!tried.payment_id) return {}
  const { provider_id, external_id } = tried.terms
  const rows = await store.sentRefunds(tried.payment_id)
  const again = (await readSnapshot(store, { provider_id, external_id }))?.own
  const action = again?.actions.find((one) => one.do === "correct_refund")
  if (!again || !action) return {}

  const wrong = rowsToTakeBack(rows.slice(-MOST_ROWS), action.amount)
  if (wrong.length === 0) {
    store.log.error(
      `rozetkapay: refunds of ${action.amount} failed at RozetkaPay but no refunds of the store add up to it; please compare payment ${tried.payment_id} by hand`,
    )
    return { uncorrected: action.amount }
  }
  const { payment_id, order_id, payment_collection_id: collection_id } = tried
  const { currency } = again.situation.gateway
  await noteFailedRefund(store, again, action.amount)
  await store.takeBackRefunds({ payment_id, order_id, collection_id, currency }, wrong)
  await emitEvent(store, again, "rozetkapay.payment.failed", action.amount, "refund_failed")
  return {}
}

/**
 * The refunds that add up to exactly this amount, newest first. Empty when none
 * do: then no row is surely wrong, and none is touched.
 */
export const rowsToTakeBack = <One extends Pick<SentRefund, "id" | "amount">>(
  rows: One[],
  amount: Amount,
): One[] => {
  if (!isPositive(amount)) return []
  for (const [index, row] of [...rows].reverse().entries()) {
    if (equals(row.amount, amount)) return [row]
    if (exceeds(row.amount, amount)) continue
    const older = rows.slice(0, rows.length - 1 - index)
    const others = rowsToTakeBack(older, missing(amount, row.amount))
    if (others.length > 0) return [row, ...others]
  }
  return []
}
