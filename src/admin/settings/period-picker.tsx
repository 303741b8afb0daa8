import { Button, Text } from "@medusajs/ui"
import { type FormEvent, useEffect, useState } from "react"
import { useWords } from "../use-words"
import { DayPicker } from "./day-picker"
import { lastDays, lengthOf, type Period, todayInKyiv } from "./period"

type Props = {
  period: Period
  /** Days that the server answers for at once. */
  most: number
  onChange: (period: Period) => void
}

const QUICK = [7, 14, 31] as const

/** A report takes RozetkaPay a while: it is asked for when both days are chosen. */
export const PeriodPicker = ({ period, most, onChange }: Props) => {
  const { say } = useWords()
  const [from, setFrom] = useState<string | null>(period.from)
  const [to, setTo] = useState<string | null>(period.to)
  useEffect(() => {
    setFrom(period.from)
    setTo(period.to)
  }, [period])

  const length = from && to ? lengthOf({ from, to }) : 0
  const isAnswered = length >= 1 && length <= most

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (from && to && isAnswered) onChange({ from, to })
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-y-1">
      <div className="flex flex-wrap items-end gap-3">
        <div className="flex gap-2">
          <DayPicker label={say("settings.period.from")} day={from} onChange={setFrom} />
          <DayPicker label={say("settings.period.to")} day={to} onChange={setTo} />
        </div>
        <Button type="submit" size="small" disabled={!isAnswered}>
          {say("settings.period.show")}
        </Button>
        <fieldset className="flex gap-1">
          <legend className="sr-only">{say("settings.period.quick")}</legend>
          {QUICK.filter((days) => days <= most).map((days) => (
            <Button
              key={days}
              size="small"
              variant="secondary"
              type="button"
              onClick={() => onChange(lastDays(days, todayInKyiv(new Date())))}
            >
              {say(`settings.period.last_${days}`)}
            </Button>
          ))}
        </fieldset>
      </div>
      <Text
        size="xsmall"
        className={length > most || length < 1 ? "text-ui-fg-error" : "text-ui-fg-subtle"}
      >
        {say("settings.period.most", { count: most })}
      </Text>
    </form>
  )
}
