import type { PaymentOfOrder, WhyNot } from "../../admin-client"
import type { ActionName } from "./permitted-actions"

const ALL: ActionName[] = [
  "sync",
  "capture",
  "refund",
  "cancel_remainder",
  "capture_by_seller",
  "refund_by_seller",
  "retry_refund",
  "cancel_refund",
  "resend_callback",
]

/** What this kind of payment never has is not spoken of; what it can't just now says why. */
const NEVER: WhyNot[] = ["no_sellers", "not_deferred_here", "no_deferred_refund"]

type Payment = Pick<PaymentOfOrder, "actions" | "agreement">

/** As buttons: what moves money now, and what the state of the payment calls for. The rest is in the menu. */
export const offeredActions = ({ actions, agreement }: Payment) => {
  const callsForSync = agreement.is !== "agrees"
  const isButton = (name: ActionName): boolean => {
    if (!actions[name].is) return false
    switch (name) {
      case "capture":
      case "refund":
      case "cancel_remainder":
      case "retry_refund":
      case "cancel_refund":
        return true
      case "sync":
        return callsForSync
      case "capture_by_seller":
      case "refund_by_seller":
      case "resend_callback":
        return false
    }
  }
  const isKnown = (name: ActionName) => {
    const action = actions[name]
    return action.is || !NEVER.includes(action.why)
  }
  return {
    buttons: ALL.filter(isButton),
    menu: ALL.filter((name) => !isButton(name) && isKnown(name)),
  }
}
