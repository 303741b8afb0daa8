import { ChevronDownMini } from "@medusajs/icons"
import { StatusBadge, Text } from "@medusajs/ui"
import type { Payout, PayoutRow } from "../../../admin-client"
import { useWords } from "../../use-words"
import { PayoutRows } from "./payout-rows"

/** A row that the accountant should look at: not the store's, or of another sum there. */
export const isMarked = ({ payment_id, store_amount }: PayoutRow): boolean =>
  payment_id === null || store_amount !== null

/** One day's payout: its sums, and its payments when it is unfolded. */
export const PayoutEntry = ({ payout }: { payout: Payout }) => {
  const { say, day, money } = useWords()
  const { currency_code: currency, rows } = payout
  const marked = rows.filter(isMarked).length
  const title = payout.day ? day(payout.day) : say("settings.payouts.not_yet")
  return (
    <li>
      <details className="group">
        <summary className="hover:bg-ui-bg-base-hover focus-visible:shadow-borders-focus flex cursor-pointer list-none flex-wrap items-center gap-x-6 gap-y-2 px-6 py-4 outline-none">
          <span className="flex items-center gap-x-2">
            <ChevronDownMini className="text-ui-fg-muted transition-transform group-open:rotate-180" />
            <Text as="span" size="small" weight="plus">
              {title}
            </Text>
          </span>
          <Sum name={say("settings.payouts.amount")} sum={money(payout.amount, currency)} />
          <Sum name={say("settings.payouts.commission")} sum={money(payout.commission, currency)} />
          <Sum
            name={say("settings.payouts.paid_out")}
            sum={money(payout.paid_out, currency)}
            isBold
          />
          <Text as="span" size="small" className="text-ui-fg-subtle">
            {say("settings.payouts.rows", { count: rows.length })}
          </Text>
          {marked > 0 && (
            <StatusBadge color="orange">
              {say("settings.payouts.marked", { count: marked })}
            </StatusBadge>
          )}
        </summary>
        <PayoutRows label={`${title}, ${currency.toUpperCase()}`} rows={rows} currency={currency} />
      </details>
    </li>
  )
}

const Sum = ({ name, sum, isBold }: { name: string; sum: string; isBold?: boolean }) => (
  <span className="txt-compact-small text-ui-fg-subtle">
    {name}{" "}
    <span
      className={isBold ? "txt-compact-small-plus text-ui-fg-base tabular-nums" : "tabular-nums"}
    >
      {sum}
    </span>
  </span>
)
