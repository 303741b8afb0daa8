import { Text } from "@medusajs/ui"
import { rozetkapay } from "../../client"
import { isPositive, less } from "../../decimal"
import { AmountField } from "../../parts/amount-field"
import { Dialog } from "../../parts/dialog"
import { useWords } from "../../use-words"
import { useMovement } from "../use-movement"
import type { DialogProps } from "./dialog-of-action"
import { useAmount } from "./use-amount"
import { useSeen } from "./use-seen"

export const CaptureDialog = ({ order, payment, onDone, onClose, onClosed }: DialogProps) => {
  const { say, money } = useWords()
  const { currency_code: currency, payment_id } = payment
  const { most, isWholeOnly, amount, shown, canMove, field } = useAmount(
    payment.actions.capture,
    currency,
  )
  const { seen, lookAgain } = useSeen(payment.store.captured)
  const rest = less(most, amount, currency)
  const { start, ...movement } = useMovement({
    orderId: order.id,
    move: async () => {
      const { payment } = await rozetkapay.capture(payment_id, { amount, seen: { captured: seen } })
      return payment
    },
    done: say("order.capture.done", { amount: money(amount, currency) }),
    onDone,
    onRefused: lookAgain,
  })
  return (
    <Dialog
      {...movement}
      title={say("order.capture.title")}
      about={shown && say("order.capture.about", { amount: shown })}
      confirm={
        shown
          ? say("order.capture.confirm", { amount: shown })
          : say("order.capture.confirm_no_amount")
      }
      canConfirm={canMove}
      onConfirm={start}
      onClose={onClose}
      onClosed={onClosed}
    >
      <AmountField {...field} />
      {(isWholeOnly || isPositive(rest)) && (
        <Text size="small" className="text-ui-fg-subtle">
          {isWholeOnly
            ? say("order.capture.whole_only")
            : say("order.capture.rest", { rest: money(rest, currency) })}
        </Text>
      )}
    </Dialog>
  )
}
