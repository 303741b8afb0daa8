import type { PaymentRow } from "../../../../../admin-client/payments-table"
import { brandName } from "../../../../../messages/brand-name"
import type { ShopperLanguage } from "../../../../../messages/language"
import {
  methodName,
  PAYMENT_COLUMNS,
  type PaymentColumn,
  stateName,
} from "../../../../../messages/payments-csv"
import { type Cell, cellsOf, csvHead, csvLine, orderNumber } from "../../csv"

/** "2026-11-26 18:51:49", which every spreadsheet takes for a time. */
const clock = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Kyiv",
  dateStyle: "short",
  timeStyle: "medium",
})

/**
 * Pages of payments as the text of a table, page by page, so that no more than one is ever in memory.
 *
 * @throws what reading a page throws: the table then ends in the middle, and must not look whole
 */
export async function* paymentsCsv(
  pages: AsyncIterable<PaymentRow[]>,
  language: ShopperLanguage,
): AsyncGenerator<string> {
  yield csvHead(PAYMENT_COLUMNS.headings(language))
  for await (const rows of pages) yield rows.map((row) => lineOf(row, language)).join("")
}

const lineOf = (row: PaymentRow, language: ShopperLanguage): string => {
  const { sums } = row
  const cells: Record<PaymentColumn, Cell> = {
    created_at: clock.format(new Date(row.created_at)),
    state: stateName(row.state, language),
    order: orderNumber(row.order),
    email: row.email,
    amount: row.amount,
    currency: row.currency_code.toUpperCase(),
    held: sums.held,
    captured: sums.captured,
    canceled: sums.canceled,
    refunded: sums.refunded,
    method: row.method && methodName(row.method, language),
    brand: row.brand && brandName(row.brand),
    mask: row.mask,
    rrn: row.rrn,
    provider: row.provider_id,
    payment_id: row.payment_id,
    external_id: row.external_id,
    rozetkapay_id: row.rozetkapay_id,
  }
  return csvLine(cellsOf(PAYMENT_COLUMNS.names, cells))
}
