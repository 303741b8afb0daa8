import { type GatewayLedger, held } from "./ledger"
import { isPositive } from "./money"

/**
 * Why the rest of a hold can't be canceled, in a sentence for an admin; null when it can, or when it
 * was canceled already: asking once more is a success. Pure.
 *
 * Giving up a hold of which nothing was captured is cancelling its order: the store's other ledgers
 * (stock, the order's status) must follow then, so it is left to Medusa's own cancel.
 */
export const whyNotCancelable = (gateway: GatewayLedger): string | null => {
  if (gateway.unclear !== null) {
    return `RozetkaPay's answer about this payment can not be understood: ${gateway.unclear}. Nothing was canceled.`
  }
  const isHeld = isPositive(held(gateway))
  if (isHeld && isPositive(gateway.underWay.capture)) {
    return "RozetkaPay is still working on a capture of this payment. Nothing was canceled; please try again when it is done."
  }
  if (isHeld && !isPositive(gateway.captured)) {
    return "Nothing was captured of this payment yet. To give up the whole hold, cancel the order instead."
  }
  const isCanceled = isPositive(gateway.captured) && isPositive(gateway.canceled)
  return isHeld || isCanceled
    ? null
    : "Nothing is held of this payment any more, so there is nothing to cancel."
}
