import type { PaymentOfOrder } from "../../../admin-client"
import type { OrderOfPage } from "../order-of-page"
import type { ActionName } from "../permitted-actions"
import { CancelRemainderDialog } from "./cancel-remainder-dialog"
import { CaptureDialog } from "./capture-dialog"
import { PlainDialog } from "./plain-dialog"
import { RefundDialog } from "./refund-dialog"
import { SellersDialog } from "./sellers-dialog"

export type DialogProps = {
  order: OrderOfPage
  payment: PaymentOfOrder
  /** It was done, and what opened the dialog may go with it. */
  onDone: () => void
  onClose: () => void
  onClosed: () => void
}

export const DialogOfAction = ({ name, ...props }: DialogProps & { name: ActionName }) => {
  switch (name) {
    case "capture":
      return <CaptureDialog {...props} />
    case "refund":
      return <RefundDialog {...props} />
    case "cancel_remainder":
      return <CancelRemainderDialog {...props} />
    case "capture_by_seller":
      return <SellersDialog {...props} move="capture" />
    case "refund_by_seller":
      return <SellersDialog {...props} move="refund" />
    case "retry_refund":
    case "cancel_refund":
    case "resend_callback":
    case "sync":
      return <PlainDialog {...props} action={name} />
  }
}
