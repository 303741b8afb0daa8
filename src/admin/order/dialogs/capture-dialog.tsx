import { Text } from "@medusajs/ui"
import { useState } from "react"
import { amountIn } from "../../amount-in"
import { rozetkapay } from "../../client"
import { isPositive, less } from "../../decimal"
import { AmountField } from "../../parts/amount-field"
import { Dialog } from "../../parts/dialog"
import { useWords } from "../../use-words"
import { useMovement } from "../use-movement"
import type { DialogProps } from "./dialog-of-action"
import { useMost } from "./use-most"
import { useSeen } from "./use-seen"

export const CaptureDialog = ({ order, payment, onDone, onClose, onClosed }: DialogProps) => {
  const words = useWords()
  const { say, money } = words
  const { currency_code: currency, payment_id } = payment
  const { most, isWholeOnly, isPossible } = useMost(payment.actions.capture)
  const { seen, lookAgain } = useSeen(payment.store.captured)
  const [typed, setTyped] = useState(words.typed(most))
  const wanted = amountIn(isWholeOnly ? most : typed, { most, currency }, words)
  const amount = "amount" in wanted ? wanted.amount : most
  const shown = "amount" in wanted ? money(amount, currency) : null
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
      canConfirm={"amount" in wanted && isPossible}
      onConfirm={start}
      onClose={onClose}
      onClosed={onClosed}
    >
      <AmountField
        value={isWholeOnly ? words.typed(most) : typed}
        limit={{ most, currency }}
        problem={"problem" in wanted ? wanted.problem : null}
        isFixed={isWholeOnly}
        onChange={setTyped}
      />
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
