import { rozetkapay } from "../../client"
import { Dialog } from "../../parts/dialog"
import { useWords } from "../../use-words"
import { useMovement } from "../use-movement"
import type { DialogProps } from "./dialog-of-action"
import { useMost } from "./use-most"

export const CancelRemainderDialog = ({
  order,
  payment,
  onDone,
  onClose,
  onClosed,
}: DialogProps) => {
  const { say, money } = useWords()
  const { most, isPossible } = useMost(payment.actions.cancel_remainder)
  const amount = money(most, payment.currency_code)
  const { start, ...movement } = useMovement({
    orderId: order.id,
    move: async () => {
      await rozetkapay.cancelRemainder(payment.payment_id)
      return null
    },
    done: say("order.cancel_remainder.done", { amount }),
    onDone,
  })
  return (
    <Dialog
      {...movement}
      isFinal
      title={say("order.cancel_remainder.title")}
      about={say("order.cancel_remainder.about", { amount })}
      confirm={say("order.cancel_remainder.confirm", { amount })}
      canConfirm={isPossible}
      onConfirm={start}
      onClose={onClose}
      onClosed={onClosed}
    />
  )
}
