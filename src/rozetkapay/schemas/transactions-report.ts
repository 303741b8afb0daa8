import { z } from "zod"
import type { TransactionRow } from "../results"
import { code, decimal, exactText, id, text } from "./lenient"

const row = z
  .object({
    order_id: id,
    transaction_id: id,
    external_id: id,
    unified_external_id: id,
    operation_type: text,
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
  .transform(
    (wire): TransactionRow => ({
      orderId: wire.order_id,
      transactionId: wire.transaction_id,
      externalId: wire.external_id,
      unifiedExternalId: wire.unified_external_id,
      operationType: wire.operation_type,
      status: wire.status,
      statusCode: wire.status_code,
      originalAmount: wire.original_amount,
      payerAmount: wire.payer_amount,
      currency: wire.currency,
      payerFee: wire.payer_fee,
      merchantFee: wire.merchant_fee,
      paymentMethod: wire.payment_method,
      rrn: wire.rrn,
      authCode: wire.auth_code,
      createdAt: wire.created_at,
      processedAt: wire.processed_at,
    }),
  )

/**
 * Every operation of the login. A row that is no object makes the whole report malformed: ledgers with
 * a line dropped in silence would be compared as if they were complete. No transactions may be null.
 * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/getTransactionsRequest
 */
export const transactionsReport = z
  .object({ transactions: z.array(row).nullable() })
  .transform(({ transactions }) => transactions ?? [])
