import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { Payouts } from "../../../../../admin-client/payouts"
import { asCsvFile, type Cell, csvOf } from "../../csv"
import { readPeriod } from "../../period"
import { MOST_DAYS, payoutsOfPeriod } from "../payouts-of-period"

const COLUMNS = [
  "payout_day",
  "order",
  "payment_id",
  "external_id",
  "currency",
  "amount",
  "commission",
  "payer_fee",
  "paid_out",
  "store_amount",
  "processed_at",
  "card",
  "state",
]

/** The same as one table for the accountant: each payment that was paid out, then those that were not. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
  const asked = await readPeriod(req.scope, req.query, MOST_DAYS)
  const payouts = await payoutsOfPeriod(req.scope, asked)
  const { from, to } = asked.period
  asCsvFile(res, `payouts_${asked.id}_${from}_${to}`).send(csvOf(COLUMNS, rowsOf(payouts)))
}

const rowsOf = ({ payouts, missing }: Payouts): Cell[][] => [
  ...payouts.flatMap(({ day, currency_code, rows }) =>
    rows.map((row) => [
      day,
      row.order && `#${row.order.display_id}`,
      row.payment_id,
      row.external_id,
      currency_code.toUpperCase(),
      row.amount,
      row.commission,
      row.payer_fee,
      row.paid_out,
      row.store_amount,
      row.processed_at,
      row.card,
      row.payment_id === null ? "unknown" : row.store_amount === null ? "agrees" : "differs",
    ]),
  ),
  ...missing.map(({ payment_id, order, amount, currency_code, captured_on }) => [
    null,
    order && `#${order.display_id}`,
    payment_id,
    null,
    currency_code.toUpperCase(),
    null,
    null,
    null,
    null,
    amount,
    captured_on,
    null,
    "missing",
  ]),
]
