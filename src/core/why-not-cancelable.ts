import { type GatewayLedger, held } from "./ledger"
import { isPositive } from "./money"

export type NotCancelable =
  | { code: "answer_unclear"; why: string }
  | { code: "capture_under_way" | "nothing_captured" | "nothing_held" }

/**
 * Why the rest of a hold can't be canceled; null when it can, or when it was canceled already: asking
 * once more is a success. Pure.
 *
 * Giving up a hold of which nothing was captured is cancelling its order: the store's other ledgers
 * (stock, the order's status) must follow then, so it is left to Medusa's own cancel.
 */
export const whyNotCancelable = (gateway: GatewayLedger): NotCancelable | null => {
  if (gateway.unclear !== null) return { code: "answer_unclear", why: gateway.unclear }
  const isHeld = isPositive(held(gateway))
  if (isHeld && isPositive(gateway.underWay.capture)) return { code: "capture_under_way" }
  if (isHeld && !isPositive(gateway.captured)) return { code: "nothing_captured" }
  const isCanceled = isPositive(gateway.captured) && isPositive(gateway.canceled)
  return isHeld || isCanceled ? null : { code: "nothing_held" }
}
