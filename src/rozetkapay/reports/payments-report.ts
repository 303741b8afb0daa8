import { z } from "zod"
import { cardPan } from "../wire/card-face"
import { decimal, exactText, fromWire, id, text } from "../wire/readers"
import { filledText, toWire } from "../wire/request-fields"

/** Everything of a row but who the buyer is: that is not asked for, and not read. */
const FIELDS = [
  "amount",
  "card_pan",
  "currency",
  "external_id",
  "internal_commission",
  "payer_external_fee",
  "payment_id",
  "payment_method",
  "payment_pay_parts",
  "payment_system",
  "payment_type",
  "payout_amount",
  "payout_date",
  "processing_date",
  "unified_external_id",
]

/** @see https://cdn.rozetkapay.com/public-docs/index.html#operation/getPaymentsRequest */
export const payoutsOfPeriod = toWire({
  /** YYYY-MM-DD. */
  dateFrom: filledText(),
  dateTo: filledText(),
  fields: z
    .undefined()
    .optional()
    .transform(() => FIELDS),
})

export type PaymentsReportRequest = z.input<typeof payoutsOfPeriod>

/** One payment that was paid out to the merchant. */
const row = fromWire({
  payment_id: id,
  external_id: id,
  unified_external_id: id,
  /** What the shopper paid. */
  amount: decimal,
  currency: text,
  /** What RozetkaPay keeps of it. */
  internal_commission: decimal,
  /** What the shopper paid on top. */
  payer_external_fee: decimal,
  /** What the merchant got. */
  payout_amount: decimal,
  payout_date: exactText,
  processing_date: exactText,
  card_pan: cardPan,
  payment_method: text,
  payment_system: text,
  payment_type: text,
})

export type PaidOutRow = z.output<typeof row>

/** As with the transactions, a row that is no object makes the whole report malformed. */
export const paymentsReport = z
  .object({ payments: z.array(row).nullable() })
  .transform(({ payments }) => payments ?? [])
