import { z } from "zod"
import { code, decimal, exactText, fromWire, id, text } from "../wire/readers"
import { filledText, listed, toWire } from "../wire/request-fields"

const words = z.array(z.string()).optional().transform(listed)

/** @see https://cdn.rozetkapay.com/public-docs/index.html#operation/getTransactionsRequest */
export const reportOfPeriod = toWire({
  /** YYYY-MM-DD, at most 90 days back. */
  dateFrom: filledText(),
  /** YYYY-MM-DD, at most 14 days after `dateFrom`. */
  dateTo: filledText(),
  /** auth, void, purchase, capture, refund, … Absent: every one. */
  operationTypes: words,
  /** Success, Failed, Pending, … Absent: every one. */
  statuses: words,
})

export type TransactionsReportRequest = z.input<typeof reportOfPeriod>

/** One operation of the login, from RozetkaPay's ledgers. */
const row = fromWire({
  order_id: id,
  transaction_id: id,
  external_id: id,
  unified_external_id: id,
  /** auth, purchase, capture, void, refund, … */
  operation_type: text,
  /** Success, Failed, Pending, …: other words than in `OperationDetails`. */
  status: text,
  // An integer here, a string elsewhere.
  status_code: code,
  original_amount: decimal,
  payer_amount: decimal,
  currency: text,
  payer_fee: decimal,
  merchant_fee: decimal,
  payment_method: text,
  rrn: id,
  auth_code: id,
  created_at: exactText,
  processed_at: exactText,
})

export type TransactionRow = z.output<typeof row>

/**
 * A row that is no object makes the whole report malformed: ledgers with a line dropped in silence
 * would be compared as if they were complete. No transactions may be null.
 * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/getTransactionsRequest
 */
export const transactionsReport = z
  .object({ transactions: z.array(row).nullable() })
  .transform(({ transactions }) => transactions ?? [])
