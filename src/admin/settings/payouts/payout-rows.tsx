import { StatusBadge } from "@medusajs/ui"
import type { PayoutRow } from "../../../admin-client"
import { useWords } from "../../use-words"
import { OrderLink } from "../order-link"
import { ShortId } from "../short-id"
import { type Column, WideTable } from "../wide-table"

type Props = { label: string; rows: PayoutRow[]; currency: string }

export const PayoutRows = ({ label, rows, currency }: Props) => {
  const { say, time, money } = useWords()
  const sum = (amount: string | null) => (amount === null ? "–" : money(amount, currency))
  const columns: Column<PayoutRow>[] = [
    {
      title: say("settings.payouts.columns.order"),
      cell: ({ order }) => <OrderLink order={order} isShort />,
    },
    {
      title: say("settings.payouts.columns.difference"),
      cell: (row) => <Difference row={row} currency={currency} />,
    },
    {
      title: say("settings.payouts.columns.amount"),
      isNumber: true,
      cell: ({ amount }) => sum(amount),
    },
    {
      title: say("settings.payouts.columns.commission"),
      isNumber: true,
      cell: ({ commission }) => sum(commission),
    },
    {
      title: say("settings.payouts.columns.payer_fee"),
      isNumber: true,
      cell: ({ payer_fee }) => sum(payer_fee),
    },
    {
      title: say("settings.payouts.columns.paid_out"),
      isNumber: true,
      cell: ({ paid_out }) => sum(paid_out),
    },
    {
      title: say("settings.payouts.columns.processed"),
      cell: ({ processed_at }) => (processed_at ? time(processed_at) : "–"),
    },
    { title: say("settings.payouts.columns.card"), cell: ({ card }) => card ?? "–" },
    {
      title: say("settings.payouts.columns.external_id"),
      cell: ({ external_id }) => (
        <ShortId id={external_id} name={say("settings.payouts.columns.external_id")} />
      ),
    },
  ]
  return (
    <WideTable
      label={label}
      columns={columns}
      rows={rows}
      keyOf={(row) => `${row.external_id} ${row.processed_at} ${row.amount}`}
    />
  )
}

const Difference = ({ row, currency }: { row: PayoutRow; currency: string }) => {
  const { say, money } = useWords()
  if (row.payment_id === null) {
    return <StatusBadge color="orange">{say("settings.payouts.unknown_payment")}</StatusBadge>
  }
  if (row.store_amount === null) return "–"
  return (
    <StatusBadge color="orange">
      {say("settings.payouts.store_says", { amount: money(row.store_amount, currency) })}
    </StatusBadge>
  )
}
