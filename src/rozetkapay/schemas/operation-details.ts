import { z } from "zod"
import { isPostpayment } from "../postpayment"
import { keepRecurrentId } from "../recurrent-id"
import type { OperationDetails, OperationStatus } from "../results"
import { fiscalizationOrNull } from "./fiscalization"
import { code, decimal, exactText, id, objectOrNull, text } from "./lenient"

export const operationStatus = z.unknown().transform((value): OperationStatus => {
  switch (value) {
    case "init":
    case "pending":
    case "success":
    case "failure":
      return value
    default:
      // An unknown status means "not yet", never "paid".
      return "unknown"
  }
})

/**
 * One attempt or step of a payment: `details` of an operation, or an item of info's arrays.
 * `recurrent_id` goes beside the details, not into them: it can charge the card.
 * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/paymentInfo
 */
export const operationDetails = z
  .object({
    operation_id: id,
    amount: decimal,
    currency: text,
    status: operationStatus,
    // A string by the document, a number in some answers.
    status_code: code,
    status_description: text,
    method: text,
    payment_id: id,
    transaction_id: id,
    created_at: exactText,
    processed_at: exactText,
    rrn: id,
    auth_code: id,
    fee: objectOrNull({ amount: decimal, currency: text }),
    bank_name: text,
    terminal_name: text,
    mid: id,
    tid: id,
    billing_order_id: id,
    gateway_order_id: id,
    fiscalization: fiscalizationOrNull,
    recurrent_id: id,
  })
  .transform(({ recurrent_id, ...wire }) => {
    const details: OperationDetails = {
      operationId: wire.operation_id,
      amount: wire.amount,
      currency: wire.currency,
      // What will be paid later is not paid, wherever it is read.
      status:
        wire.status === "success" && isPostpayment(wire.status_code) ? "pending" : wire.status,
      statusCode: wire.status_code,
      statusDescription: wire.status_description,
      method: wire.method,
      paymentId: wire.payment_id,
      transactionId: wire.transaction_id,
      createdAt: wire.created_at,
      processedAt: wire.processed_at,
      rrn: wire.rrn,
      authCode: wire.auth_code,
      fee: wire.fee?.amount ?? null,
      feeCurrency: wire.fee?.currency ?? null,
      bankName: wire.bank_name,
      terminalName: wire.terminal_name,
      merchantId: wire.mid,
      terminalId: wire.tid,
      billingOrderId: wire.billing_order_id,
      gatewayOrderId: wire.gateway_order_id,
      fiscalization: wire.fiscalization,
    }
    return keepRecurrentId(details, recurrent_id)
  })

export const operationDetailsOrNull = operationDetails.nullable().catch(null)

/** null or absent on the wire is an empty list. */
export const operationDetailsList = z
  .array(operationDetailsOrNull)
  .catch([])
  .transform((items) => items.filter((item) => item !== null))
