import type { GatewayLedger } from "../provider/payment-gateway"
import { held } from "./ledger"
import { isPositive } from "./money"

/**
 * Why the rest of a hold can't be released, in a sentence for an admin; null when it can, or when it
 * was released already: asking once more is a success. Pure.
 *
 * Giving up a hold of which nothing was captured is cancelling its order: the store's other books
 * (stock, the order's status) must follow then, so it is left to Medusa's own cancel.
 */
export const whyNotReleasable = (gateway: GatewayLedger): string | null => {
  if (gateway.unclear !== null) {
    return `RozetkaPay's answer about this payment can not be understood: ${gateway.unclear}. Nothing was released.`
  }
  const isHeld = isPositive(held(gateway))
  if (isHeld && isPositive(gateway.underWay.take)) {
    return "RozetkaPay is still working on a capture of this payment. Nothing was released; please try again when it is done."
  }
  if (isHeld && !isPositive(gateway.taken)) {
    return "Nothing was captured of this payment yet. To give up the whole hold, cancel the order instead."
  }
  const isReleased = isPositive(gateway.taken) && isPositive(gateway.released)
  return isHeld || isReleased
    ? null
    : "Nothing is held of this payment any more, so there is nothing to release."
}
