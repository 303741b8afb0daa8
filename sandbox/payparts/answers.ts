import { type Common, emptyAs, type Json, money, receiptUrl, textOf } from "../answers"
import { type Minor, toDecimal } from "../money"
import {
  ledgerOf,
  type Operation,
  type OperationName,
  type Payment,
  pageOf,
  paidBy,
} from "../payment"
import type { Quirks } from "../quirks"
import { type Bank, feeOf, productNameOf } from "./banks"
import { isWaiting, paypartsOf } from "./order-state"

/** The PayPartsOperationResult: answer to an order's operations, and body of its callbacks. */
export function paypartsResult(common: Common, operation: Operation): Json {
  const { payment, quirks, url } = common
  return emptyAs(
    {
      id: payment.id,
      external_id: payment.external_id,
      ...unifiedId(payment),
      is_success:
        operation.status === "success" ||
        (operation.status === "pending" && quirks.pending_is_success),
      details: detailsOf(payment, operation, quirks),
      ...actionOf(common, operation),
      receipt_url: receiptUrl(payment, url),
      metadata: payment.metadata,
    },
    quirks,
  )
}

/** Answer to a create that the customer has yet to agree to. */
export function askedResult(common: Common, operation: Operation): Json {
  const result = paypartsResult(common, operation)
  return operation.status === "pending"
    ? { ...result, is_success: common.quirks.payparts_asked_is_success }
    : result
}

/** Answer to info: the create's operation is one object, the others are lists. */
export function paypartsInfo(common: Common): Json {
  const { payment, quirks, url } = common
  const ledger = ledgerOf(payment)
  const created = paidBy(payment) ?? lastOf(payment, "payment")
  const oneStep = paidBy(payment)?.method === "purchase"
  const confirmed = oneStep && !quirks.one_step_confirmed ? 0n : ledger.captured
  const refunded = quirks.pending_refund_in_info
    ? ledger.refunded + ledger.refunding
    : ledger.refunded
  const decimal = (amount: Minor) => money(amount, payment.currency, quirks)
  const list = (operation: OperationName) => {
    const entries = payment.operations
      .filter((one) => one.operation === operation)
      .map((one) => detailsOf(payment, one, quirks))
    return entries.length === 0 && quirks.empty_lists === "null" ? null : entries
  }
  const isCanceled = payment.operations.some(
    (one) => one.operation === "cancel" && one.status === "success",
  )
  return emptyAs(
    {
      external_id: payment.external_id,
      ...unifiedId(payment),
      amount: decimal(payment.amount),
      amount_confirmed: decimal(confirmed),
      amount_canceled: decimal(ledger.canceled),
      amount_refunded: decimal(refunded),
      currency: payment.currency,
      purchased: paidBy(payment) !== undefined,
      purchase_details: created ? detailsOf(payment, created, quirks) : null,
      confirmed: confirmed > 0n,
      confirmation_details: list("confirm"),
      refunded: refunded > 0n,
      refund_details: list("refund"),
      canceled: isCanceled,
      cancellation_details: list("cancel"),
      receipt_url: receiptUrl(payment, url),
      created_at: payment.created_at,
      ...(created ? actionOf(common, created) : { action_required: false }),
      customer: customerOf(payment),
    },
    quirks,
  )
}

/** One line of banks/info. */
export const bankInfo = (bank: Bank, withFees: boolean, url: string): Json => ({
  name: bank.name,
  product_name: bank.product_name,
  logo_url: `${url}/instalments/logo/${bank.name}.svg`,
  limits: {
    ...(bank.min_amount === null ? {} : { min_amount: bank.min_amount }),
    ...(bank.max_amount === null ? {} : { max_amount: bank.max_amount }),
  },
  available_periods: bank.available_periods,
  ...(withFees
    ? {
        periods: bank.available_periods.map((period) => ({ period, fee: feeOf(bank, period) })),
      }
    : {}),
})

const METHODS: Partial<Record<OperationName, string>> = {
  payment: "create",
  confirm: "confirm",
  cancel: "cancel",
  refund: "refund",
}

function detailsOf(payment: Payment, operation: Operation, quirks: Quirks): Json {
  const bank = pageOf(payment, operation)?.payparts?.bank ?? paypartsOf(payment)?.bank ?? null
  // An order that nobody had signed is canceled without any money, and yet as a whole.
  const amount = operation.amount === 0n ? payment.amount : operation.amount
  const decimal = toDecimal(amount, operation.currency)
  return emptyAs(
    {
      method: METHODS[operation.operation] ?? null,
      operation_id: operation.operation_id,
      transaction_id: operation.transaction_id,
      billing_order_id: payment.id,
      gateway_order_id: payment.id,
      rrn: null,
      auth_code: null,
      amount: quirks.payparts_details_amount === "number" ? Number(decimal) : decimal,
      currency: operation.currency,
      ...stateOf(payment, operation, quirks),
      status_description: operation.status_description,
      created_at: operation.at,
      processed_at: operation.processed_at,
      payload: operation.payload ?? textOf(payment.request.payload),
      // In Ukrainian: a callback's bytes must not be mistaken for ASCII.
      bank_name: bank && productNameOf(bank),
      bank_key: bank,
    },
    quirks,
  )
}

/** What an order that waits for the customer says of itself: nobody public knows which. */
const WAITING: Record<Quirks["payparts_waiting"], { status?: string; status_code?: string }> = {
  pending: {},
  status_created: { status: "created" },
  code_created: { status_code: "created" },
}

function stateOf(payment: Payment, operation: Operation, quirks: Quirks): Json {
  const { status, status_code } = operation
  const isRefund = operation.operation === "refund"
  const code =
    isRefund && status_code === "refund_pending" ? quirks.payparts_refund_pending_code : status_code
  const state = { status, status_code: code }
  return isWaiting(payment, operation) ? { ...state, ...WAITING[quirks.payparts_waiting] } : state
}

/** The link for the customer; without one the document leaves the field out. */
const actionOf = ({ payment, url }: Common, operation: Operation): Json =>
  isWaiting(payment, operation) && pageOf(payment, operation)?.payparts?.asks === "page"
    ? { action_required: true, action: { type: "url", value: customerUrl(operation, url) } }
    : { action_required: false }

/** Where the customer answers, be it the bank's app or its page. */
export const customerUrl = ({ operation_id }: Operation, url: string): string =>
  `${url}/instalments/${operation_id}`

const lastOf = (payment: Payment, operation: OperationName): Operation | undefined =>
  payment.operations.filter((one) => one.operation === operation).at(-1)

const unifiedId = (payment: Payment): Json => {
  const id = payment.request.unified_external_id
  return typeof id === "string" ? { unified_external_id: id } : {}
}

function customerOf(payment: Payment): Json | null {
  const { customer } = payment.request
  if (typeof customer !== "object" || customer === null) return null
  const given = new Map(Object.entries(customer))
  return Object.fromEntries(
    ["first_name", "last_name", "email", "phone"]
      .filter((field) => typeof given.get(field) === "string")
      .map((field) => [field, given.get(field)]),
  )
}
