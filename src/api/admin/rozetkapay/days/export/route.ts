import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { Days } from "../../../../../admin-client/days"
import { asCsvFile, type Cell, csvOf } from "../../csv"
import { readPeriod } from "../../period"
import { daysOfPeriod, MOST_DAYS } from "../days-of-period"

const COLUMNS = ["day", "currency", "sum", "order", "payment_id", "external_id", "store", "gateway"]

/** The differences as a table, each day's totals before them. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
  const asked = await readPeriod(req.scope, req.query, MOST_DAYS)
  const days = await daysOfPeriod(req.scope, asked)
  const { from, to } = asked.period
  asCsvFile(res, `days_${asked.id}_${from}_${to}`).send(csvOf(COLUMNS, rowsOf(days)))
}

const rowsOf = ({ days }: Days): Cell[][] =>
  days.flatMap(({ day, currency_code, captured, refunded, fees, differences }): Cell[][] => {
    const currency = currency_code.toUpperCase()
    const total = (name: string, store: Cell, gateway: Cell): Cell[] => [
      day,
      currency,
      name,
      null,
      null,
      null,
      store,
      gateway,
    ]
    return [
      total("total captured", captured.store, captured.gateway),
      total("total refunded", refunded.store, refunded.gateway),
      total("total fees", null, fees),
      ...differences.map((one) => [
        day,
        currency,
        one.sum,
        one.order && `#${one.order.display_id}`,
        one.payment_id,
        one.external_id,
        one.store,
        one.gateway,
      ]),
    ]
  })
