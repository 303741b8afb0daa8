import { exceeds, isPositive, minus, plus } from "../core/money"
import { lookAgain } from "../provider/look-again"
import type { Try } from "./snapshot"

/**
 * A ledger's sums only ever grow, and nobody refunds what was not captured. Where a callback is ahead of `info` by
 * more than one operation, and another process was told of the first, the reading has movements of money without the
 * ones before them: a cancellation of a part would look like one of the whole, and a refund could not be written down.
 * One that shows nothing at all, as with other keys, does no harm.
 *
 * @throws so that it is read again
 */
export const requireWholeReading = ({ terms, situation: { store, gateway } }: Try): void => {
  if (!store || gateway.unclear !== null) return
  // The payer's bank may take back once more what was refunded already.
  const refundedHere = minus(gateway.refunded, gateway.chargedBack)
  const moved = plus(plus(gateway.captured, gateway.canceled), gateway.refunded)
  const isBehind = exceeds(store.authorized, gateway.authorized) && isPositive(moved)
  if (isBehind || exceeds(refundedHere, gateway.captured)) {
    throw lookAgain(`RozetkaPay's answer of ${terms.external_id} does not show all that was done.`)
  }
}
