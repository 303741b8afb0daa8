import { Hint, Input, Label } from "@medusajs/ui"
import { useId, useState } from "react"
import type { SellerOfPayment } from "../../../admin-client"
import { amountIn } from "../../amount-in"
import { rozetkapay } from "../../client"
import { isPositive, less, totalOf } from "../../decimal"
import { Dialog } from "../../parts/dialog"
import { useWords } from "../../use-words"
import { useMovement } from "../use-movement"
import type { DialogProps } from "./dialog-of-action"
import { useSeen } from "./use-seen"

type Props = DialogProps & { move: "capture" | "refund" }

/** A sum for each seller: whoever has none typed is left alone. */
export const SellersDialog = ({ move, order, payment, onDone, onClose, onClosed }: Props) => {
  const words = useWords()
  const { say, money } = words
  const { currency_code: currency, payment_id, store } = payment
  const { seen, lookAgain } = useSeen(move === "capture" ? store.captured : store.refunded)
  const [typed, setTyped] = useState<Record<string, string>>({})
  const sellers = (payment.sellers ?? []).flatMap((seller) => {
    const most = move === "capture" ? seller.held : less(seller.captured, seller.refunded, currency)
    return seller.key !== null && isPositive(most) ? [{ ...seller, key: seller.key, most }] : []
  })
  const wanted = sellers.flatMap(({ key, most }) => {
    const text = typed[key]?.trim()
    return text ? [{ key, ...amountIn(text, { most, currency }, words) }] : []
  })
  const sums = Object.fromEntries(
    wanted.flatMap((one) => ("amount" in one ? [[one.key, one.amount]] : [])),
  )
  const isTyped = wanted.length > 0 && wanted.every((one) => "amount" in one)
  const total = money(totalOf(Object.values(sums), currency), currency)
  const { start, ...movement } = useMovement({
    orderId: order.id,
    move: async () => {
      await (move === "capture"
        ? rozetkapay.captureBySeller(payment_id, { sellers: sums, seen: { captured: seen } })
        : rozetkapay.refundBySeller(payment_id, { sellers: sums, seen: { refunded: seen } }))
      return null
    },
    done: say(`order.${move}.done`, { amount: total }),
    onDone,
    onRefused: lookAgain,
  })
  return (
    <Dialog
      {...movement}
      isFinal={move === "refund"}
      title={say(`order.by_seller.${move}_title`)}
      about={isTyped ? say(`order.by_seller.${move}_about`, { amount: total }) : null}
      confirm={
        isTyped
          ? say(`order.${move}.confirm`, { amount: total })
          : say(`order.${move}.confirm_no_amount`)
      }
      canConfirm={isTyped}
      onConfirm={start}
      onClose={onClose}
      onClosed={onClosed}
    >
      {sellers.map((seller) => {
        const problem = wanted.find((one) => one.key === seller.key && "problem" in one)
        return (
          <SellerAmount
            key={seller.key}
            seller={seller}
            most={money(seller.most, currency)}
            value={typed[seller.key] ?? ""}
            problem={problem && "problem" in problem ? problem.problem : null}
            onChange={(text) => setTyped({ ...typed, [seller.key]: text })}
          />
        )
      })}
    </Dialog>
  )
}

type SellerAmountProps = {
  seller: Pick<SellerOfPayment, "name" | "key">
  most: string
  value: string
  problem: string | null
  onChange: (text: string) => void
}

const SellerAmount = ({ seller, most, value, problem, onChange }: SellerAmountProps) => {
  const { say } = useWords()
  const id = useId()
  return (
    <div className="flex flex-col gap-y-1">
      <Label size="small" weight="plus" htmlFor={id}>
        {seller.name ?? seller.key}
      </Label>
      <Input
        id={id}
        inputMode="decimal"
        autoComplete="off"
        value={value}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      />
      <Hint id={`${id}-hint`} variant={problem ? "error" : "info"} aria-live="polite">
        {problem ?? say("order.by_seller.most", { most })}
      </Hint>
    </div>
  )
}
