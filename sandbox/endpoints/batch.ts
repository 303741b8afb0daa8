import { cancelWholeBatch, confirmOrders } from "../batch/announced-moves"
import { batchCardResult, batchPageResult, batchResult } from "../batch/answers"
import { putOrders, requireFreeIds } from "../batch/attempts"
import {
  type CreateBatchRequest,
  cancelBatchShape,
  confirmBatchShape,
  createBatchShape,
  requireSoundOrders,
} from "../batch/request-shapes"
import { pay } from "../cashier"
import { GatewayError, invalidBody, refused } from "../gateway-error"
import { sum } from "../money"
import { openHosted, openWithCard, requireOpen, type Terms } from "../open-payment"
import { type OrderTerms, type Payment, paidBy } from "../payment"
import { readMeans } from "../payment-means"
import { readMoney, readRequest } from "../request-shapes"
import { asObject } from "./create"
import { type ApiCall, type ApiEndpoint, ok } from "./endpoint"
import { transactionNotFound } from "./known-payment"

const PATH = "/api/payments/batch/v1"

/** One payment by the shopper, split over the projects of up to ten sellers. */
const create: ApiEndpoint = {
  name: "batch_create",
  method: "post",
  path: `${PATH}/new`,
  answer(call) {
    const { world, merchant, on_behalf_of, body } = call
    const request = readRequest(createBatchShape, body)
    requireSoundOrders(request)
    const terms = termsOf(call, request)
    requireFreeIds(world, merchant.login, terms.external_id, terms.orders)
    const known = world.payments.find(merchant.login, terms.external_id)
    if (known) requireOpen(world, known, terms)
    if (known && world.quirks.batch_create_again === "refused")
      throw refused("order_is_duplicated", "A batch with this id exists", known.id)
    const method = request.customer?.payment_method
    if (request.mode === "hosted") {
      const { payment, page } = openHosted(world, merchant, terms, on_behalf_of)
      putOrders(world, payment, page)
      return ok(batchPageResult({ payment, quirks: world.quirks, url: world.url }, page))
    }
    if (method === undefined)
      throw invalidBody("customer.payment_method", "Field customer.payment_method is required")
    const customer_external_id = terms.customer_external_id ?? null
    const means = readMeans(world, { login: merchant.login, customer_external_id }, method)
    const { payment, page } = openWithCard(world, merchant, terms, "direct", on_behalf_of)
    const attempt = pay(world, payment, page, means)
    return ok(batchCardResult({ payment, quirks: world.quirks, url: world.url }, attempt))
  },
}

function termsOf(call: ApiCall, request: CreateBatchRequest): Terms & { orders: OrderTerms[] } {
  const { world, body } = call
  const { currency } = request
  const orders = request.orders.map((order) => {
    if (!world.sellers.isKnown(order.api_key, world.merchants)) throw noSuchProject()
    return {
      external_id: order.external_id,
      api_key: order.api_key,
      amount: readMoney(order.amount, currency),
      init_recurrent: order.init_recurrent,
      body: order,
    }
  })
  return {
    external_id: request.batch_external_id,
    amount: sum(orders.map(({ amount }) => amount)),
    currency,
    confirm: request.confirm,
    callback_url: request.callback_url ?? null,
    result_url: request.result_url ?? null,
    metadata: request.metadata ?? null,
    customer_external_id: request.customer?.external_id ?? null,
    checkout_ttl: request.checkout_ttl,
    orders,
    body: asObject(body),
  }
}

const noSuchProject = () =>
  new GatewayError({
    code: "payment_settings_not_found",
    message: "There is no project with this api_key",
    type: "payment_settings_error",
    param: "orders.api_key",
  })

const confirm: ApiEndpoint = {
  name: "batch_confirm",
  method: "post",
  path: `${PATH}/confirm`,
  answer(call) {
    const request = readRequest(confirmBatchShape, call.body)
    const batch = knownBatch(call, request.batch_external_id)
    const { currency, callback_url = null, payload = null } = request
    const wishes = request.orders?.map(({ api_key, external_id, amount }) => {
      const order = batch.orders.find((one) => one.external_id === external_id)
      if (order?.part?.api_key !== api_key) throw transactionNotFound("orders.external_id")
      return { order, ...(amount === undefined ? {} : { amount: readMoney(amount, currency) }) }
    })
    const wish = { currency, callback_url, payload }
    const operation = confirmOrders(call.world, batch, wishes ?? null, wish, "api")
    const { quirks, url } = call.world
    return ok(batchResult({ payment: batch, quirks, url }, operation))
  },
}

const cancel: ApiEndpoint = {
  name: "batch_cancel",
  method: "post",
  path: `${PATH}/cancel`,
  answer(call) {
    const request = readRequest(cancelBatchShape, call.body)
    const batch = knownBatch(call, request.batch_external_id)
    const { callback_url = null, payload = null } = request
    const operation = cancelWholeBatch(call.world, batch, { callback_url, payload }, "api")
    const { quirks, url } = call.world
    return ok(batchResult({ payment: batch, quirks, url }, operation))
  },
}

/** GET …/payment-status: not in the document; seen in RozetkaPay's mobile SDKs. */
const status: ApiEndpoint = {
  name: "batch_status",
  method: "get",
  path: `${PATH}/payment-status`,
  answer({ world, merchant, query }) {
    const { batch_external_id } = readRequest(cancelBatchShape, query)
    const batch = world.info.find(merchant.login, batch_external_id)
    if (batch?.kind !== "batch") throw transactionNotFound("batch_external_id")
    const attempt = paidBy(batch) ?? batch.operations.at(-1)
    return ok({
      batch_external_id,
      status: attempt?.status ?? "init",
      status_code: attempt?.status_code ?? null,
      status_description: attempt?.status_description ?? null,
    })
  },
}

function knownBatch({ world, merchant }: ApiCall, batch_external_id: string): Payment {
  const batch = world.payments.find(merchant.login, batch_external_id)
  if (batch?.kind !== "batch") throw transactionNotFound("batch_external_id")
  return batch
}

export const batch: ApiEndpoint[] = [create, confirm, cancel, status]
