import { type Outcome, outcomeOf } from "../core/outcome"
import type { ReturnReason } from "../core/situation"
import { notNow } from "../errors"
import { changesWhatIsRead } from "./apply"
import type { Snapshot, Try } from "./snapshot"

/** Where the shopper goes from here. */
export type SyncResult = Outcome &
  Pick<Try, "cart_id" | "country_code"> & {
    /** A payment link's, whose result has a page of its own; null for a cart. */
    link?: string | null
    /** Whose link that is. */
    link_order?: string | null
    /** The order that the cart has become, whatever became of this try; null: none that stands. */
    standing?: string | null
  }

/**
 * What became of the try that was asked for.
 *
 * @throws when the plan still wants an order placed: the ledgers do not agree yet, so nobody may be told that they do.
 */
export const syncResultOf = (
  { own }: Snapshot,
  { returned, delayed }: { returned: ReturnReason | null; delayed: boolean },
): SyncResult => {
  const { situation, order_id, cart_id, country_code, terms, payment_collection_id } = own
  const isLink = cart_id === null && order_id !== null
  const place = {
    cart_id,
    country_code,
    link: isLink ? payment_collection_id : null,
    link_order: isLink ? order_id : null,
    standing: isLink || situation.orderCanceled ? null : order_id,
  }
  if (delayed) return { is: "order_delayed", ...place }
  if (own.actions.some(changesWhatIsRead)) {
    throw notNow(`The payment ${terms.external_id} has arrived, but its order is not placed yet.`)
  }
  if (own.actions.some(({ do: what }) => what === "report_unexplained")) {
    return { is: "unexplained", ...place }
  }
  return { ...outcomeOf(situation, order_id, returned), ...place }
}
