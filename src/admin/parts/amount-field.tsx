import { Button, Hint, Input, Label } from "@medusajs/ui"
import { useId } from "react"
import { isMore, isPositive, typedAmount } from "../decimal"
import { useWords, type Words } from "../use-words"

export type Limit = { most: string; currency: string }

/** A typed sum; or what is wrong with it, in words. */
export const amountIn = (
  text: string,
  { most, currency }: Limit,
  { say, money }: Words,
): { amount: string } | { problem: string } => {
  const amount = typedAmount(text, currency)
  if (amount === null) return { problem: say("shared.amount.not_a_sum", { example: most }) }
  if (!isPositive(amount)) return { problem: say("shared.amount.not_positive") }
  if (isMore(amount, most)) {
    return { problem: say("shared.amount.too_much", { most: money(most, currency) }) }
  }
  return { amount }
}

type Props = {
  value: string
  limit: Limit
  /** What is wrong with it; null: nothing. */
  problem: string | null
  /** Exactly the most, or nothing. */
  isFixed?: boolean
  onChange: (text: string) => void
}

export const AmountField = ({ value, limit, problem, isFixed = false, onChange }: Props) => {
  const { say, money } = useWords()
  const id = useId()
  const most = money(limit.most, limit.currency)
  return (
    <div className="flex flex-col gap-y-1">
      <Label size="small" weight="plus" htmlFor={id}>
        {say("shared.amount.label")}, {limit.currency.toUpperCase()}
      </Label>
      <div className="flex items-center gap-x-2">
        <div className="grow">
          <Input
            id={id}
            inputMode="decimal"
            autoComplete="off"
            value={value}
            readOnly={isFixed}
            aria-invalid={problem !== null}
            aria-describedby={`${id}-hint`}
            onChange={(event) => onChange(event.target.value)}
          />
        </div>
        {!isFixed && (
          <Button
            type="button"
            size="small"
            variant="secondary"
            onClick={() => onChange(limit.most)}
          >
            {say("shared.amount.all")}
          </Button>
        )}
      </div>
      <Hint id={`${id}-hint`} variant={problem ? "error" : "info"} aria-live="polite">
        {problem ?? say(isFixed ? "shared.amount.whole" : "shared.amount.most", { most })}
      </Hint>
    </div>
  )
}
