import { exceeds, isPositive, plus } from "../core/money"
import { lookAgain } from "../provider/look-again"
import type { Try } from "./snapshot"

/**
 * A ledger's sums only ever grow. Where a callback is ahead of `info` by more than one operation, and another
 * process was told of the first, the reading has movements of money that it does not show: a cancellation of a
 * part would look like one of the whole. One that shows nothing at all, as with other keys, does no harm.
 *
 * @throws so that it is read again
 */
export const requireWholeReading = ({ terms, situation: { store, gateway } }: Try): void => {
  if (!store || gateway.unclear !== null || !exceeds(store.authorized, gateway.authorized)) return
  const moved = plus(plus(gateway.captured, gateway.canceled), gateway.refunded)
  if (isPositive(moved)) {
    throw lookAgain(`RozetkaPay's answer of ${terms.external_id} is older than the store's rows.`)
  }
}
