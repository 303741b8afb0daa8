import type { Payouts } from "../../../admin-client"
import { useWords } from "../../use-words"
import { NothingHere } from "../nothing-here"
import { OrderLink } from "../order-link"
import { Section } from "../section"
import { type Column, WideTable } from "../wide-table"

type Missing = Payouts["missing"][number]

/** What the store captured and RozetkaPay's report does not have. */
export const MissingPayouts = ({ missing }: { missing: Missing[] }) => {
  const { say, day, money } = useWords()
  const columns: Column<Missing>[] = [
    {
      title: say("settings.payouts.columns.order"),
      cell: ({ order }) => <OrderLink order={order} isShort />,
    },
    { title: say("settings.payouts.captured_on"), cell: ({ captured_on }) => day(captured_on) },
    {
      title: say("settings.payouts.missing_amount"),
      isNumber: true,
      cell: ({ amount, currency_code }) => money(amount, currency_code),
    },
  ]
  const title = say("settings.payouts.missing_title")
  return (
    <Section title={title} subtitle={say("settings.payouts.missing_text")}>
      {missing.length === 0 ? (
        <NothingHere title={say("settings.payouts.missing_none")} />
      ) : (
        <WideTable
          label={title}
          columns={columns}
          rows={missing}
          keyOf={({ payment_id, captured_on }) => `${payment_id} ${captured_on}`}
        />
      )}
    </Section>
  )
}
