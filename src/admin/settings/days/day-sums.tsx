import { StatusBadge } from "@medusajs/ui"
import type { Day } from "../../../admin-client"
import { isSame } from "../../decimal"
import { useWords } from "../../use-words"
import { type Column, WideTable } from "../wide-table"

/** A line for each day and currency: the store's sums beside RozetkaPay's. */
export const DaySums = ({ days }: { days: Day[] }) => {
  const { say, day, money } = useWords()
  const store = say("settings.days.store")
  const gateway = say("settings.days.gateway")
  const captured = say("settings.days.captured")
  const refunded = say("settings.days.refunded")
  const sum = (title: string, of: (row: Day) => string | null): Column<Day> => ({
    title,
    isNumber: true,
    cell: (row) => {
      const amount = of(row)
      return amount === null ? "–" : money(amount, row.currency_code)
    },
  })
  const columns: Column<Day>[] = [
    { title: say("settings.days.day"), cell: (row) => day(row.day) },
    { title: say("settings.days.agreement"), cell: (row) => <Agreement day={row} /> },
    sum(`${captured}: ${store}`, (row) => row.captured.store),
    sum(`${captured}: ${gateway}`, (row) => row.captured.gateway),
    sum(`${refunded}: ${store}`, (row) => row.refunded.store),
    sum(`${refunded}: ${gateway}`, (row) => row.refunded.gateway),
    sum(say("settings.days.fees"), (row) => row.fees),
  ]
  return (
    <WideTable
      label={say("settings.days.title")}
      columns={columns}
      rows={days}
      keyOf={(row) => `${row.day} ${row.currency_code}`}
    />
  )
}

const Agreement = ({ day: { captured, refunded, differences } }: { day: Day }) => {
  const { say } = useWords()
  if (differences.length > 0) {
    return (
      <StatusBadge color="orange">
        {say("settings.days.differs", { count: differences.length })}
      </StatusBadge>
    )
  }
  if (!isSame(captured.store, captured.gateway) || !isSame(refunded.store, refunded.gateway)) {
    return <StatusBadge color="orange">{say("settings.days.sums_differ")}</StatusBadge>
  }
  return <StatusBadge color="green">{say("settings.days.agrees")}</StatusBadge>
}
