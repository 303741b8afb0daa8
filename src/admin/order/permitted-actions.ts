import type { PaymentActions } from "../../admin-client"
import type { Permission } from "../use-permitted"

export type ActionName = keyof PaymentActions

/** What the routes of src/api/admin-policies.ts ask for. */
const NEEDED: Record<ActionName, Permission[]> = {
  capture: ["capture:create"],
  cancel_remainder: ["order:update"],
  refund: ["refund:create"],
  capture_by_seller: ["capture:create"],
  refund_by_seller: ["refund:create"],
  retry_refund: ["refund:create"],
  cancel_refund: ["refund:create"],
  resend_callback: ["capture:create", "refund:create"],
  sync: ["capture:create", "refund:create"],
}

const NOT_PERMITTED = { is: false, why: "not_permitted" } as const

/** What is possible now, less what the user's role does not allow. */
export const permittedActions = (
  actions: PaymentActions,
  permitted: (permission: Permission) => boolean,
): PaymentActions => {
  const may = (name: ActionName) => NEEDED[name].every(permitted)
  return {
    capture: may("capture") ? actions.capture : NOT_PERMITTED,
    cancel_remainder: may("cancel_remainder") ? actions.cancel_remainder : NOT_PERMITTED,
    refund: may("refund") ? actions.refund : NOT_PERMITTED,
    capture_by_seller: may("capture_by_seller") ? actions.capture_by_seller : NOT_PERMITTED,
    refund_by_seller: may("refund_by_seller") ? actions.refund_by_seller : NOT_PERMITTED,
    retry_refund: may("retry_refund") ? actions.retry_refund : NOT_PERMITTED,
    cancel_refund: may("cancel_refund") ? actions.cancel_refund : NOT_PERMITTED,
    resend_callback: may("resend_callback") ? actions.resend_callback : NOT_PERMITTED,
    sync: may("sync") ? actions.sync : NOT_PERMITTED,
  }
}
