import { Checkbox, Input, Label } from "@medusajs/ui"
import { useId } from "react"
import { useWords } from "../../use-words"
import type { OrderLine } from "../order-of-page"

/** How many of which line. */
export type ChosenGoods = Record<string, number>

type Props = {
  lines: OrderLine[]
  chosen: ChosenGoods
  onChange: (chosen: ChosenGoods) => void
}

/** A tax receipt of a refund names goods: these. */
export const RefundedGoods = ({ lines, chosen, onChange }: Props) => {
  const { say } = useWords()
  const choose = (id: string, quantity: number) => {
    const { [id]: _, ...others } = chosen
    onChange(quantity > 0 ? { ...others, [id]: quantity } : others)
  }
  return (
    <fieldset className="flex flex-col gap-y-2">
      <legend className="txt-compact-small-plus pb-2">{say("order.refund.goods")}</legend>
      {lines.map((line) => (
        <Line
          key={line.id}
          line={line}
          quantity={chosen[line.id] ?? 0}
          onChange={(quantity) => choose(line.id, quantity)}
        />
      ))}
    </fieldset>
  )
}

type LineProps = { line: OrderLine; quantity: number; onChange: (quantity: number) => void }

const Line = ({ line, quantity, onChange }: LineProps) => {
  const { say } = useWords()
  const id = useId()
  const title = [...new Set([line.title, line.variant_title])].filter(Boolean).join(", ")
  return (
    <div className="flex items-center gap-x-2">
      <Checkbox
        id={id}
        className="shrink-0"
        checked={quantity > 0}
        onCheckedChange={(checked) => onChange(checked ? line.quantity : 0)}
      />
      <Label size="small" htmlFor={id} className="min-w-0 grow break-words">
        {title}
      </Label>
      {quantity > 0 && line.quantity > 1 ? (
        <span className="flex shrink-0 items-center gap-x-2">
          <Input
            type="number"
            size="small"
            className="w-16"
            min={1}
            max={line.quantity}
            step={1}
            value={quantity}
            aria-label={say("order.refund.quantity", { title })}
            onChange={(event) =>
              onChange(
                Math.min(line.quantity, Math.max(1, Math.trunc(event.target.valueAsNumber) || 1)),
              )
            }
          />
          <span className="txt-compact-small text-ui-fg-subtle">
            {say("order.refund.of", { quantity: line.quantity })}
          </span>
        </span>
      ) : (
        <span className="txt-compact-small text-ui-fg-subtle shrink-0">× {line.quantity}</span>
      )}
    </div>
  )
}
