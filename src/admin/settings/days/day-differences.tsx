import type { Day, DayDifference } from "../../../admin-client"
import { less } from "../../decimal"
import { useWords } from "../../use-words"
import { NothingHere } from "../nothing-here"
import { OrderLink } from "../order-link"
import { Section } from "../section"
import { ShortId } from "../short-id"
import { type Column, WideTable } from "../wide-table"

type Row = DayDifference & Pick<Day, "day" | "currency_code">

/** Each payment of the days whose sums are not the same on both sides. */
export const DayDifferences = ({ days }: { days: Day[] }) => {
  const { say, day, money } = useWords()
  const rows = days.flatMap(({ day, currency_code, differences }) =>
    differences.map((difference): Row => ({ ...difference, day, currency_code })),
  )
  const columns: Column<Row>[] = [
    { title: say("settings.days.day"), cell: (row) => day(row.day) },
    {
      title: say("settings.payments.columns.order"),
      cell: (row) => <OrderLink order={row.order} isShort />,
    },
    { title: say("settings.days.sum"), cell: (row) => say(`settings.days.${row.sum}`) },
    {
      title: say("settings.days.store"),
      isNumber: true,
      cell: (row) => money(row.store, row.currency_code),
    },
    {
      title: say("settings.days.gateway"),
      isNumber: true,
      cell: (row) => money(row.gateway, row.currency_code),
    },
    {
      title: say("settings.days.difference"),
      isNumber: true,
      cell: (row) => money(less(row.gateway, row.store, row.currency_code), row.currency_code),
    },
    {
      title: say("settings.payments.columns.external_id"),
      cell: (row) => (
        <ShortId id={row.external_id} name={say("settings.payments.columns.external_id")} />
      ),
    },
  ]
  const title = say("settings.days.differences_title")
  return (
    <Section title={title} subtitle={say("settings.days.differences_text")}>
      {rows.length === 0 ? (
        <NothingHere title={say("settings.days.differences_none")} />
      ) : (
        <WideTable
          label={title}
          columns={columns}
          rows={rows}
          keyOf={(row) => `${row.day} ${row.external_id} ${row.sum}`}
        />
      )}
    </Section>
  )
}
