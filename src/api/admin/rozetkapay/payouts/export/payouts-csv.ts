import type { PayoutRow, Payouts } from "../../../../../admin-client/payouts"
import type { ShopperLanguage } from "../../../../../messages/language"
import {
  PAYOUT_COLUMNS,
  PAYOUT_STATES,
  type PayoutColumn,
} from "../../../../../messages/payouts-csv"
import { type Cell, cellsOf, csvOf, orderNumber } from "../../csv"

/** As the text of one table: each payment that was paid out, then those that were not. */
export const payoutsCsv = ({ payouts, missing }: Payouts, language: ShopperLanguage): string => {
  const lines: Record<PayoutColumn, Cell>[] = [
    ...payouts.flatMap(({ day, currency_code, rows }) =>
      rows.map((row) => ({
        ...row,
        day,
        currency: currency_code.toUpperCase(),
        order: orderNumber(row.order),
        state: PAYOUT_STATES[stateOf(row)][language],
      })),
    ),
    ...missing.map(({ payment_id, order, amount, currency_code, captured_on }) => ({
      day: null,
      order: orderNumber(order),
      payment_id,
      external_id: null,
      currency: currency_code.toUpperCase(),
      amount: null,
      commission: null,
      payer_fee: null,
      paid_out: null,
      store_amount: amount,
      processed_at: captured_on,
      card: null,
      state: PAYOUT_STATES.missing[language],
    })),
  ]
  const { names, headings } = PAYOUT_COLUMNS
  return csvOf(
    headings(language),
    lines.map((cells) => cellsOf(names, cells)),
  )
}

const stateOf = ({ payment_id, store_amount }: PayoutRow): keyof typeof PAYOUT_STATES => {
  if (payment_id === null) return "unknown"
  return store_amount === null ? "agrees" : "differs"
}
