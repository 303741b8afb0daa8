import type { Days } from "../../../../../admin-client/days"
import { DAY_COLUMNS, DAY_SUMS, type DayColumn } from "../../../../../messages/days-csv"
import type { ShopperLanguage } from "../../../../../messages/language"
import { type Cell, cellsOf, csvOf, orderNumber } from "../../csv"

/** The differences as the text of a table, each day's totals before them. */
export const daysCsv = ({ days }: Days, language: ShopperLanguage): string =>
  csvOf(
    DAY_COLUMNS.headings(language),
    days.flatMap((day) => linesOf(day, language)).map((cells) => cellsOf(DAY_COLUMNS.names, cells)),
  )

const linesOf = (
  { day, currency_code, captured, refunded, fees, differences }: Days["days"][number],
  language: ShopperLanguage,
): Record<DayColumn, Cell>[] => {
  const total = (
    sum: keyof typeof DAY_SUMS,
    { store, gateway }: { store: Cell; gateway: Cell },
  ): Record<DayColumn, Cell> => ({
    day,
    currency: currency_code.toUpperCase(),
    sum: DAY_SUMS[sum][language],
    order: null,
    payment_id: null,
    external_id: null,
    store,
    gateway,
  })
  return [
    total("total_captured", captured),
    total("total_refunded", refunded),
    total("total_fees", { store: null, gateway: fees }),
    ...differences.map(({ sum, order, payment_id, external_id, ...sums }) => ({
      ...total(sum, sums),
      order: orderNumber(order),
      payment_id,
      external_id,
    })),
  ]
}
