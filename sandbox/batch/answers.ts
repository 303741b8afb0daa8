import { type Common, emptyAs, type Json, money, pageAction, receiptUrl, textOf } from "../answers"
import { bankAction, refuseDecline } from "../direct-answer"
import { sum } from "../money"
import { concludedBy, type Operation, type OperationName, type Page } from "../payment"
import { paymentMethodOf } from "../payment-method-answer"
import { type OrderPart, partsOf } from "./attempts"

/** The BatchPaymentOperationResult: answer to a batch's operations, and body of its callbacks. */
export function batchResult(common: Common, operation: Operation): Json {
  const { payment: batch, quirks } = common
  const parts = partsOf(batch, operation)
  const moved = parts.filter((part) => part.operation.status === "success")
  return emptyAs(
    {
      ...frame(common),
      batch_details: emptyAs(
        {
          amount: money(sum(moved.map((part) => part.operation.amount)), batch.currency, quirks),
          currency: operation.currency,
          auth_code: moved.length > 0 ? operation.transaction_id.slice(-6) : null,
          rrn: moved.length > 0 ? operation.transaction_id.slice(-12) : null,
          comment: null,
          created_at: operation.at,
          processed_at: operation.processed_at,
          payload: operation.payload ?? textOf(batch.request.payload),
          terminal_name: "sandbox",
          bank_name: "Sandbox Bank",
          mid: null,
          tid: null,
        },
        quirks,
      ),
      payment_method: paymentMethodOf(operation.card ? operation : concludedBy(batch), quirks),
      [quirks.batch_orders_field]: parts.map((part) => orderDetail(common, part)),
    },
    quirks,
  )
}

/** Answer to a hosted create: a page to go to, and orders that nobody has paid. */
export function batchPageResult(common: Common, page: Page): Json {
  const { payment: batch, quirks } = common
  const unpaid = batch.orders.map((order) =>
    emptyAs(
      {
        external_id: order.external_id,
        description: textOf(order.request.description),
        amount: money(order.amount, order.currency, quirks),
        status: "init",
        status_code: null,
        method: "create",
        payload: textOf(order.request.payload),
      },
      quirks,
    ),
  )
  return emptyAs(
    {
      ...frame(common),
      action_required: true,
      action: pageAction(common, page),
      batch_details: null,
      payment_method: null,
      [quirks.batch_orders_field]: quirks.batch_hosted_orders === "init" ? unpaid : null,
    },
    quirks,
  )
}

/** Answer to a create with a card: paid, to be confirmed at the bank, or declined. */
export function batchCardResult(common: Common, attempt: Operation): Json {
  refuseDecline(common, attempt)
  const result = batchResult(common, attempt)
  const action = bankAction(common.payment, attempt, common.url)
  return action === null ? result : { ...result, action_required: true, action }
}

const frame = ({ payment: batch, url }: Common): Json => ({
  id: batch.id,
  batch_external_id: batch.external_id,
  action_required: false,
  action: null,
  receipt_url: receiptUrl(batch, url),
  metadata: batch.metadata,
})

const METHODS: Partial<Record<OperationName, string>> = {
  payment: "create",
  confirm: "confirm",
  cancel: "cancel",
  refund: "refund",
}

const orderDetail = ({ quirks }: Common, { order, operation }: OrderPart): Json =>
  emptyAs(
    {
      external_id: order.external_id,
      unified_external_id: textOf(order.request.unified_external_id),
      description: textOf(order.request.description),
      operation_id: operation.operation_id,
      transaction_id: operation.transaction_id,
      recipient_iban: null,
      amount: money(operation.amount, operation.currency, quirks),
      status: operation.status,
      status_code: operation.status_code,
      status_description: operation.status_description,
      method: METHODS[operation.operation] ?? null,
      fee: null,
      payload: textOf(order.request.payload),
      recurrent_id: operation.recurrent_id,
    },
    quirks,
  )
