import { Alert, Text } from "@medusajs/ui"
import type { PaymentOfOrder } from "../../admin-client"
import { useWords } from "../use-words"

/** Below this the countdown is a warning. */
const SOON = 48 * 3_600_000

type HoldUntilProps = { until: string }

/** When the bank may let the hold go. */
export const HoldUntil = ({ until }: HoldUntilProps) => {
  const { say, time, relative } = useWords()
  const left = new Date(until).getTime() - Date.now()
  const text =
    left > 0
      ? say("order.hold.until", { time: time(until), relative: relative(until) })
      : say("order.hold.past", { time: time(until) })
  return left < SOON ? (
    <Alert variant="warning">{text}</Alert>
  ) : (
    <Text size="small" className="text-ui-fg-subtle">
      {text}
    </Text>
  )
}

type HoldLostByEditProps = { amount: string; currency: string; isBeingEdited: boolean }

/** Said quietly while nobody edits, and loudly while somebody does. */
export const HoldLostByEdit = ({ amount, currency, isBeingEdited }: HoldLostByEditProps) => {
  const { say, money } = useWords()
  const shown = money(amount, currency)
  return isBeingEdited ? (
    <Alert variant="warning">{say("order.hold.edit_is_open", { amount: shown })}</Alert>
  ) : (
    <Text size="small" className="text-ui-fg-subtle">
      {say("order.hold.lost_by_edit", { amount: shown })}
    </Text>
  )
}

type DeferredRefundProps = Pick<PaymentOfOrder, "deferred_refund" | "currency_code">

export const DeferredRefund = ({ deferred_refund, currency_code }: DeferredRefundProps) => {
  const { say, money } = useWords()
  if (!deferred_refund) return null
  const { amount } = deferred_refund
  const shown = amount === null ? say("order.unknown_sum") : money(amount, currency_code)
  return <Alert variant="warning">{say("order.deferred", { amount: shown })}</Alert>
}
