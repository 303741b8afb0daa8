import { Label, Textarea } from "@medusajs/ui"
import { useId, useState } from "react"
import { rozetkapay } from "../../client"
import { AmountField } from "../../parts/amount-field"
import { Dialog } from "../../parts/dialog"
import { useWords } from "../../use-words"
import { useMovement } from "../use-movement"
import type { DialogProps } from "./dialog-of-action"
import { type ChosenGoods, RefundedGoods } from "./refunded-goods"
import { useAmount } from "./use-amount"
import { useSeen } from "./use-seen"

export const RefundDialog = ({ order, payment, onDone, onClose, onClosed }: DialogProps) => {
  const { say, money } = useWords()
  const { currency_code: currency, payment_id, fiscal_receipts } = payment
  const { amount, shown, canMove, field } = useAmount(payment.actions.refund, currency)
  const { seen, lookAgain } = useSeen(payment.store.refunded)
  const [note, setNote] = useState("")
  const [goods, setGoods] = useState<ChosenGoods>({})
  const noteId = useId()
  const items = Object.entries(goods).map(([item_id, quantity]) => ({ item_id, quantity }))
  const { start, ...movement } = useMovement({
    orderId: order.id,
    move: async () => {
      const { payment } = await rozetkapay.refund(payment_id, {
        amount,
        seen: { refunded: seen },
        ...(note.trim() && { note: note.trim() }),
        ...(items.length > 0 && { items }),
      })
      return payment
    },
    done: say("order.refund.done", { amount: money(amount, currency) }),
    onDone,
    onRefused: lookAgain,
  })
  return (
    <Dialog
      {...movement}
      isFinal
      title={say("order.refund.title")}
      about={shown && say("order.refund.about", { amount: shown })}
      confirm={
        shown
          ? say("order.refund.confirm", { amount: shown })
          : say("order.refund.confirm_no_amount")
      }
      canConfirm={canMove}
      onConfirm={start}
      onClose={onClose}
      onClosed={onClosed}
    >
      <AmountField {...field} />
      {fiscal_receipts.length > 0 && (
        <RefundedGoods lines={order.items ?? []} chosen={goods} onChange={setGoods} />
      )}
      <div className="flex flex-col gap-y-1">
        <Label size="small" weight="plus" htmlFor={noteId}>
          {say("order.refund.note")}
        </Label>
        <Textarea
          id={noteId}
          rows={2}
          maxLength={1000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
    </Dialog>
  )
}
