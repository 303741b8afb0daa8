import { createDataTableColumnHelper, StatusBadge } from "@medusajs/ui"
import { useMemo } from "react"
import type { PaymentRow, PaymentState } from "../../../admin-client"
import { brandName } from "../../order/brand-name"
import { useWords } from "../../use-words"
import { OrderLink } from "../order-link"
import { ShortId } from "../short-id"

const STATE_COLOR: Record<PaymentState, "green" | "orange" | "red" | "blue" | "grey"> = {
  held: "blue",
  captured: "green",
  partly_captured: "orange",
  refunded: "grey",
  partly_refunded: "orange",
  canceled: "red",
  waiting: "grey",
}

const column = createDataTableColumnHelper<PaymentRow>()

export const usePaymentColumns = () => {
  const { say, time, money } = useWords()
  return useMemo(
    () => [
      column.display({
        id: "order",
        header: say("settings.payments.columns.order"),
        cell: ({ row }) => <OrderLink order={row.original.order} isShort />,
      }),
      column.accessor("amount", {
        header: say("settings.payments.columns.amount"),
        align: "right",
        cell: ({ row }) => (
          <span className="tabular-nums">
            {money(row.original.amount, row.original.currency_code)}
          </span>
        ),
      }),
      column.accessor("state", {
        header: say("settings.payments.columns.state"),
        cell: ({ getValue }) => (
          <StatusBadge color={STATE_COLOR[getValue()]}>
            {say(`settings.payments.states.${getValue()}`)}
          </StatusBadge>
        ),
      }),
      column.accessor("created_at", {
        header: say("settings.payments.columns.created"),
        // The day and, below it, the time: so a usual screen has room for all the columns.
        cell: ({ getValue }) => (
          <span className="inline-block max-w-28 whitespace-normal align-middle">
            {time(getValue())}
          </span>
        ),
      }),
      column.display({
        id: "method",
        header: say("settings.payments.columns.method"),
        cell: ({ row }) => (
          <>
            <PaidWith row={row.original} />
            {row.original.rrn && (
              <span className="txt-compact-xsmall block">
                {say("settings.payments.columns.rrn")} {row.original.rrn}
              </span>
            )}
          </>
        ),
      }),
      column.accessor("email", {
        header: say("settings.payments.columns.email"),
        cell: ({ getValue }) => <Email address={getValue()} />,
      }),
      column.accessor("external_id", {
        header: say("settings.payments.columns.external_id"),
        cell: ({ getValue }) => (
          <ShortId id={getValue()} name={say("settings.payments.columns.external_id")} />
        ),
      }),
    ],
    [say, time, money],
  )
}

/** "Visa 411111******1111"; of other ways to pay their name, or RozetkaPay's own word for it. */
const PaidWith = ({ row: { brand, mask, method } }: { row: PaymentRow }) => {
  const { say, hasText } = useWords()
  const kind = `order.paid.kind.${method}`
  const way = method && hasText(kind) ? say(kind) : method
  if (!mask) return way ?? "–"
  return `${brand ? brandName(brand) : (way ?? "")} ${mask}`.trim()
}

const Email = ({ address }: { address: string | null }) =>
  address === null ? (
    "–"
  ) : (
    <span title={address} className="inline-block max-w-40 truncate align-middle">
      {address}
    </span>
  )
