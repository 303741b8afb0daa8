import { rozetkapay } from "../../client"
import { Dialog } from "../../parts/dialog"
import { useWords } from "../../use-words"
import { useMovement } from "../use-movement"
import type { DialogProps } from "./dialog-of-action"
import { useSeen } from "./use-seen"

type Props = DialogProps & {
  action: "retry_refund" | "cancel_refund" | "resend_callback" | "sync"
}

type Do = (id: string, seen: { amount: string | null }) => Promise<unknown>

const DO: Record<Props["action"], Do> = {
  retry_refund: (id, seen) => rozetkapay.retryRefund(id, { seen }),
  cancel_refund: (id, seen) => rozetkapay.cancelRefund(id, { seen }),
  resend_callback: (id) => rozetkapay.resendCallback(id),
  sync: (id) => rozetkapay.sync(id),
}

/** Of what is done to the payment as a whole, and asks for nothing. */
export const PlainDialog = ({ action, order, payment, onDone, onClose, onClosed }: Props) => {
  const { say, money } = useWords()
  const { deferred_refund, store, currency_code, payment_id } = payment
  const isOfRefund = action === "retry_refund" || action === "cancel_refund"
  const sum = isOfRefund && deferred_refund ? deferred_refund.amount : store.authorized
  const amount = sum === null ? say("order.unknown_sum") : money(sum, currency_code)
  const { seen, lookAgain } = useSeen(deferred_refund?.amount ?? null)
  const { start, ...movement } = useMovement({
    orderId: order.id,
    move: async () => {
      await DO[action](payment_id, { amount: seen })
      return null
    },
    done: say(`order.${action}.done`),
    onDone,
    onRefused: lookAgain,
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
