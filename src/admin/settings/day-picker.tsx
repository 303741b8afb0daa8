import { DatePicker, Label } from "@medusajs/ui"
import { useEffect, useId, useState } from "react"
import { dateOf, dayOf } from "./period"

type Props = { label: string; day: string | null; onChange: (day: string | null) => void }

/** The years that one types on the way to 2026: 2, 20, 202. */
const FIRST_YEAR = 2000

/** A day, with its label: "2026-11-26" or none. */
export const DayPicker = ({ label, day, onChange }: Props) => {
  const id = useId()
  const [date, setDate] = useState(day ? dateOf(day) : null)
  useEffect(() => setDate(day ? dateOf(day) : null), [day])

  const change = (chosen: Date | null) => {
    setDate(chosen)
    if (!chosen) onChange(null)
    else if (chosen.getFullYear() >= FIRST_YEAR) onChange(dayOf(chosen))
  }

  return (
    <div className="flex flex-col gap-y-1">
      <Label id={id} size="xsmall" className="text-ui-fg-subtle">
        {label}
      </Label>
      <DatePicker
        aria-labelledby={id}
        size="small"
        className="[&_[data-placeholder]]:text-ui-fg-subtle"
        value={date}
        onChange={change}
      />
    </div>
  )
}
