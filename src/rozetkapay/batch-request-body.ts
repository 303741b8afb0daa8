import type {
  BatchConfirmOrder,
  BatchOrder,
  CancelBatchRequest,
  ConfirmBatchRequest,
  CreateBatchRequest,
} from "./batch-requests"
import { amount, filled, refusal, required, text, whole } from "./body-fields"
import { type ExactJson, writeExactJson } from "./exact-json"
import { anyCustomer, products } from "./request-body"

/** The document's `maxItems` of a create and of a confirm. */
export const MOST_ORDERS_OF_A_BATCH = 10
const MOST_ORDERS_TO_CONFIRM = 40

/** @see https://cdn.rozetkapay.com/public-docs/index.html#operation/createBatchPayment */
export function createBatchBody(operation: string, request: CreateBatchRequest): string {
  return writeExactJson({
    batch_external_id: required(operation, "batch_external_id", request.batchExternalId),
    currency: required(operation, "currency", request.currency),
    mode: request.mode,
    // Always written: the gateway's default is to charge at once.
    confirm: request.confirm,
    orders: newOrders(operation, request.orders),
    callback_url: text(request.callbackUrl),
    result_url: text(request.resultUrl),
    customer: anyCustomer(operation, request),
    checkout_ttl:
      request.mode === "hosted"
        ? whole(operation, "checkout_ttl", request.checkoutTtlMinutes)
        : undefined,
    metadata: filled({ ...request.metadata }),
    payload: text(request.payload),
  })
}

function newOrders(operation: string, orders: BatchOrder[]): ExactJson {
  if (orders.length === 0 || orders.length > MOST_ORDERS_OF_A_BATCH) {
    const why = `a batch has one to ${MOST_ORDERS_OF_A_BATCH} orders, not ${orders.length}`
    throw refusal(operation, "orders", why)
  }
  if (new Set(orders.map(({ externalId }) => externalId)).size < orders.length) {
    throw refusal(operation, "orders.external_id", "two orders have the same id")
  }
  if (orders.filter(({ initRecurrent }) => initRecurrent).length > 1) {
    throw refusal(operation, "orders.init_recurrent", "only one order of a batch may ask for it")
  }
  return orders.map((order) => ({
    api_key: required(operation, "orders.api_key", order.apiKey),
    amount: amount(operation, order.amount),
    external_id: required(operation, "orders.external_id", order.externalId),
    description: required(operation, "orders.description", order.description),
    products: products(operation, order.products),
    unified_external_id: text(order.unifiedExternalId),
    payload: text(order.payload),
    init_recurrent: order.initRecurrent,
  }))
}

/** @see https://cdn.rozetkapay.com/public-docs/index.html#operation/confirmBatchPayment */
export function confirmBatchBody(operation: string, request: ConfirmBatchRequest): string {
  return writeExactJson({
    batch_external_id: required(operation, "batch_external_id", request.batchExternalId),
    currency: required(operation, "currency", request.currency),
    orders: request.orders && ordersToConfirm(operation, request.orders),
    callback_url: text(request.callbackUrl),
    payload: text(request.payload),
  })
}

function ordersToConfirm(operation: string, orders: BatchConfirmOrder[]): ExactJson {
  // An empty list may be read as "all of them", like an absent one: the opposite of what it says.
  if (orders.length === 0 || orders.length > MOST_ORDERS_TO_CONFIRM) {
    const why = `one to ${MOST_ORDERS_TO_CONFIRM} orders can be named, not ${orders.length}`
    throw refusal(operation, "orders", why)
  }
  return orders.map((order) => ({
    api_key: required(operation, "orders.api_key", order.apiKey),
    external_id: required(operation, "orders.external_id", order.externalId),
    // Only undefined may be left out: an empty amount would silently become "all of it".
    amount: order.amount === undefined ? undefined : amount(operation, order.amount),
  }))
}

/** @see https://cdn.rozetkapay.com/public-docs/index.html#operation/cancelBatchPayment */
export function cancelBatchBody(operation: string, request: CancelBatchRequest): string {
  return writeExactJson({
    batch_external_id: required(operation, "batch_external_id", request.batchExternalId),
    callback_url: text(request.callbackUrl),
    payload: text(request.payload),
  })
}
