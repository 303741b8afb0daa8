import { rozetkapay } from "../../client"
import { Dialog } from "../../parts/dialog"
import { useWords } from "../../use-words"
import { useMovement } from "../use-movement"
import type { DialogProps } from "./dialog-of-action"

type Props = DialogProps & {
  action: "retry_refund" | "cancel_refund" | "resend_callback" | "sync"
}

const DO = {
  retry_refund: rozetkapay.retryRefund,
  cancel_refund: rozetkapay.cancelRefund,
  resend_callback: rozetkapay.resendCallback,
  sync: rozetkapay.sync,
}

/** Of what is done to the payment as a whole, and asks for nothing. */
export const PlainDialog = ({ action, order, payment, onDone, onClose, onClosed }: Props) => {
  const { say, money } = useWords()
  const { deferred_refund, store, currency_code, payment_id } = payment
  const isOfRefund = action === "retry_refund" || action === "cancel_refund"
  const sum = isOfRefund && deferred_refund ? deferred_refund.amount : store.authorized
  const amount = money(sum, currency_code)
  const { start, ...movement } = useMovement({
    orderId: order.id,
    move: async () => {
      await DO[action](payment_id)
      return null
    },
    done: say(`order.${action}.done`),
    onDone,
  })
  return (
    <Dialog
      {...movement}
      isFinal={action === "cancel_refund"}
      title={say(`order.${action}.title`)}
      about={say(`order.${action}.about`, { amount })}
      confirm={say(`order.${action}.confirm`, { amount })}
      onConfirm={start}
      onClose={onClose}
      onClosed={onClosed}
    />
  )
}
