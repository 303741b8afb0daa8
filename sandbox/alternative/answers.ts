import { type Common, customerOf, emptyAs, type Json, money, receiptUrl, textOf } from "../answers"
import { type Minor, toDecimal } from "../money"
import { ledgerOf, type Operation, type Payment, paidBy } from "../payment"
import { alternativeOf, answerUrl, isAsked } from "./payment-state"
import { WAYS_OF } from "./ways"

/** The AlternativePaymentOperationResult: answer to each operation and body of each callback. */
export function alternativeResult(common: Common, operation: Operation): Json {
  const { payment, quirks } = common
  return emptyAs(
    {
      id: operation.operation_id,
      external_id: payment.external_id,
      ...unifiedId(payment),
      details: detailsOf(common, operation),
      metadata: payment.metadata,
    },
    quirks,
  )
}

/** Answer to info. Neither a currency nor a state of the whole: the details tell them. */
export function alternativeInfo(common: Common): Json {
  const { payment, quirks } = common
  const ledger = ledgerOf(payment)
  const refunded = quirks.pending_refund_in_info
    ? ledger.refunded + ledger.refunding
    : ledger.refunded
  const decimal = (amount: Minor) => money(amount, payment.currency, quirks)
  const list = (operation: "payment" | "refund") => {
    const entries = payment.operations
      .filter((one) => one.operation === operation)
      .map((one) => detailsOf(common, one))
    return entries.length === 0 && quirks.empty_lists === "null" ? null : entries
  }
  return emptyAs(
    {
      id: payment.id,
      external_id: payment.external_id,
      ...unifiedId(payment),
      amount: decimal(payment.amount),
      amount_refunded: decimal(refunded),
      purchased: paidBy(payment) !== undefined,
      purchase_details: list("payment"),
      refunded: refunded > 0n,
      refund_details: list("refund"),
      customer: customerOf(payment),
    },
    quirks,
  )
}

function detailsOf({ payment, quirks, url }: Common, operation: Operation): Json {
  const terms = alternativeOf(payment, operation)
  const leads = isAsked(payment, operation) && terms?.asks === "page"
  return emptyAs(
    {
      ...methodOf(operation, quirks.alternative_refund_method),
      operation_id: operation.operation_id,
      transaction_id: operation.transaction_id,
      billing_order_id: payment.id,
      gateway_order_id: payment.id,
      rrn: null,
      // A JSON number here, whatever other APIs of the gateway write.
      amount: Number(toDecimal(operation.amount, operation.currency)),
      currency: operation.currency,
      status: operation.status,
      status_code: CODES[operation.status_code] ?? operation.status_code,
      status_description: operation.status_description,
      created_at: operation.at,
      processed_at: operation.processed_at,
      payload: operation.payload ?? textOf(payment.request.payload),
      auth_code: null,
      bank_name: terms && WAYS_OF[terms.provider].title,
      action_required: leads,
      action: leads ? { type: "url", value: answerUrl(operation, url) } : null,
      receipt_url: receiptUrl(payment, url),
      payment_method_type: terms?.method ?? null,
      one_stage: true,
    },
    quirks,
  )
}

/** The document lists `create` alone, and yet answers refunds in the same shape. */
function methodOf({ operation }: Operation, refund: "refund" | "create" | "absent"): Json {
  if (operation !== "refund") return { method: "create" }
  return refund === "absent" ? {} : { method: refund }
}

/** The words of this API for what the payments API calls otherwise. */
const CODES: Record<string, string> = {
  refund_pending: "pending",
  refund_is_cancelled_by_system: "insufficient_funds_for_refund",
}

const unifiedId = (payment: Payment): Json => {
  const id = payment.request.unified_external_id
  return typeof id === "string" ? { unified_external_id: id } : {}
}
