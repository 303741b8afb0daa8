import { declinedInUkrainian } from "./decline-reasons"
import { orderFields } from "./express/order-fields"
import { type Minor, toDecimal } from "./money"
import {
  concludedBy,
  expressOrderOf,
  ledgerOf,
  nameOf,
  type Operation,
  orderedBy,
  type Page,
  type Payment,
  paidBy,
} from "./payment"
import { paymentMethodOf } from "./payment-method-answer"
import type { Quirks } from "./quirks"

export type Json = Record<string, unknown>

/** Writes fields without a value as the quirk says: null, or not at all. */
export const emptyAs = (fields: Json, quirks: Quirks): Json =>
  quirks.empty_fields === "null"
    ? fields
    : Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))

export const money = (amount: Minor, currency: string, quirks: Quirks): string | number => {
  const decimal = toDecimal(amount, currency)
  return quirks.amounts_as_numbers ? Number(decimal) : decimal
}

const details = (payment: Payment, operation: Operation, quirks: Quirks): Json =>
  emptyAs(
    {
      amount: money(amountOf(payment, operation, quirks), operation.currency, quirks),
      billing_order_id: payment.id,
      created_at: operation.at,
      currency: operation.currency,
      description: textOf(payment.request.description),
      gateway_order_id: payment.id,
      payload: operation.payload ?? textOf(payment.request.payload),
      payment_id: operation.payment_id,
      processed_at: operation.processed_at,
      rrn: operation.status === "success" ? operation.transaction_id.slice(-12) : null,
      status: operation.status,
      status_code: operation.status_code,
      status_description: operation.status_description,
      status_description_uk: inUkrainian(operation),
      transaction_id: operation.transaction_id,
      operation_id: operation.operation_id,
      auth_code: operation.status === "success" ? operation.transaction_id.slice(-6) : null,
      fee: null,
      terminal_name: "sandbox",
      bank_name: "Sandbox Bank",
      method: methodOf(operation, quirks),
      recurrent_id: operation.recurrent_id,
    },
    quirks,
  )

const methodOf = ({ method }: Operation, quirks: Quirks): string => {
  if (method === "auth") return quirks.hold_method
  // What the gateway calls it is not known: the word that a careless reader takes for money.
  return method === "postpayment" ? "purchase" : method
}

/** An order that is paid for on delivery moves nothing, whatever sum may stand beside it. */
const amountOf = (payment: Payment, operation: Operation, quirks: Quirks): Minor =>
  operation.method === "postpayment" && quirks.postpayment_amounts === "order"
    ? payment.amount
    : operation.amount

/** Not in the document, but in real answers; also what makes a callback's bytes differ from ASCII. */
const IN_UKRAINIAN: Record<string, string> = {
  transaction_successful: "Операція успішна",
  order_with_postpayment_confirmed: "Замовлення з оплатою при отриманні підтверджено",
  amount_was_successfully_blocked: "Суму успішно заблоковано",
  refund_successful: "Кошти повернено",
  refund_pending: "Повернення очікує на кошти",
  waiting_for_verification: "Очікується перевірка 3-D Secure",
  hold_cancelled_by_bank: "Банк скасував блокування",
  chargeback_successful: "Платіж опротестовано",
}

const inUkrainian = ({ status_code, status_description }: Operation): string =>
  IN_UKRAINIAN[status_code] ?? declinedInUkrainian(status_code) ?? status_description

export const customerOf = (payment: Payment): Json | null => {
  const { customer } = payment.request
  if (typeof customer !== "object" || customer === null) return null
  const given: Json = { ...customer }
  const echoed = ["email", "external_id", "first_name", "last_name", "patronym", "phone"]
  return Object.fromEntries(
    echoed
      .filter((field) => typeof given[field] === "string")
      .map((field) => [field, given[field]]),
  )
}

export const receiptUrl = (payment: Payment, url: string): string | null =>
  paidBy(payment) ? `${url}/receipt/${payment.id}` : null

export type Common = { payment: Payment; quirks: Quirks; url: string }

/** The PaymentOperationResult: answer to every operation and body of every callback. */
export function operationResult({ payment, quirks, url }: Common, operation: Operation): Json {
  return emptyAs(
    {
      id: payment.id,
      external_id: payment.external_id,
      has_child: false,
      project_id: payment.project_id,
      is_success:
        operation.status === "success" ||
        (operation.status === "pending" && quirks.pending_is_success),
      details: details(payment, operation, quirks),
      receipt_url: receiptUrl(payment, url),
      action_required: false,
      action: null,
      payment_method: paymentMethodOf(operation.card ? operation : concludedBy(payment), quirks),
      customer: customerOf(payment),
      operation: nameOf(operation, quirks),
      metadata: payment.part && !quirks.batch_order_metadata ? null : payment.metadata,
      ...unifiedId(payment),
      ...batchId(payment),
      ...orderFields(expressOrderOf(payment, operation), "flat", quirks),
    },
    quirks,
  )
}

/** The way to the hosted page. */
export function pageAction({ payment, url }: Common, page: Page): Json {
  const color = payment.request.customer
  const dark =
    typeof color === "object" && color !== null && "color_mode" in color
      ? color.color_mode === "dark"
      : false
  return {
    type: "url",
    value: `${url}/checkout/${page.page_id}?color_mode=${dark ? "dark" : "light"}`,
  }
}

/** Answer to a hosted create: `is_success` only says that there is a page to go to. */
export function hostedResult(common: Common, page: Page): Json {
  const { payment, quirks } = common
  return emptyAs(
    {
      id: payment.id,
      external_id: payment.external_id,
      has_child: false,
      project_id: payment.project_id,
      is_success: true,
      details: null,
      receipt_url: null,
      action_required: true,
      action: pageAction(common, page),
      payment_method: null,
      customer: null,
      operation: "payment",
      metadata: payment.metadata,
      ...unifiedId(payment),
    },
    quirks,
  )
}

/** Answer to info. It has no status of the whole: four booleans, four sums, four lists. */
export function infoResult({ payment, quirks, url }: Common, action: Json | null = null): Json {
  const { captured, canceled, refunding, ...ledger } = ledgerOf(payment)
  const paid = paidBy(payment)
  const ordered = orderedBy(payment)
  const oneStep = paid?.method === "purchase"
  const confirmed = oneStep ? (quirks.one_step_confirmed ? captured : 0n) : captured
  const refunded = quirks.pending_refund_in_info ? ledger.refunded + refunding : ledger.refunded
  const decimal = (amount: Minor) => money(amount, payment.currency, quirks)
  const list = (operation: Operation["operation"]) => {
    const entries = payment.operations
      .filter((one) => one.operation === operation)
      .map((one) => details(payment, one, quirks))
    return entries.length === 0 && quirks.empty_lists === "null" ? null : entries
  }
  return emptyAs(
    {
      id: payment.id,
      external_id: payment.external_id,
      has_child: false,
      amount: decimal(ordered ? amountOf(payment, ordered, quirks) : payment.amount),
      amount_confirmed: decimal(confirmed),
      amount_canceled: decimal(canceled),
      amount_refunded: decimal(refunded),
      currency: payment.currency,
      purchased: (paid ?? ordered) !== undefined,
      purchase_details: list("payment"),
      confirmed: confirmed > 0n,
      confirmation_details: list("confirm"),
      canceled: canceled > 0n,
      cancellation_details: list("cancel"),
      refunded: refunded > 0n,
      refund_details: list("refund"),
      receipt_url: receiptUrl(payment, url),
      created_at: payment.created_at,
      action_required: action !== null,
      action,
      customer: customerOf(payment),
      ...unifiedId(payment),
      ...batchId(payment),
      ...orderFields(expressOrderOf(payment), ordered ? "nested" : "flat", quirks),
    },
    quirks,
  )
}

/** Only an order of a batch has one. */
const batchId = ({ part }: Payment): Json =>
  part ? { batch_external_id: part.batch.external_id } : {}

const unifiedId = (payment: Payment): Json => {
  const id = payment.request.unified_external_id
  return typeof id === "string" ? { unified_external_id: id } : {}
}

export const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null)
