import { Button, Hint, Input, Label } from "@medusajs/ui"
import { useId } from "react"
import type { Limit } from "../amount-in"
import { useWords } from "../use-words"

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
  const { say, money, typed } = useWords()
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
            onClick={() => onChange(typed(limit.most))}
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
