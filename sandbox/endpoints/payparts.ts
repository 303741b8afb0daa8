import { callbackUrlOf, cancelRefund, retryRefund, writeLetter } from "../cashier"
import { GatewayError, refused } from "../gateway-error"
import { requireOpen } from "../open-payment"
import type { Operation, Payment } from "../payment"
import { paidBy } from "../payment"
import { askedResult, bankInfo, paypartsInfo, paypartsResult } from "../payparts/answers"
import { askCustomer, type OrderTermsAsked, refuseOrder } from "../payparts/ask-customer"
import { moveOrder, type OrderMove } from "../payparts/moves"
import { waitingOf } from "../payparts/order-state"
import { bankFor, refusalOf, termsFor } from "../payparts/order-terms"
import {
  banksShape,
  createOrderShape,
  moveOrderShape,
  orderOperationShape,
  refundOrderShape,
} from "../payparts/request-shapes"
import { readMoney, readRequest, referenceShape, resendShape } from "../request-shapes"
import { asObject } from "./create"
import { type ApiAnswer, type ApiCall, type ApiEndpoint, ok } from "./endpoint"
import { dataNotFound } from "./info"
import { transactionNotFound } from "./known-payment"

const PATH = "/api/payparts/v1"

/** An order that the customer pays to a bank in instalments: the bank asks them first. */
const create: ApiEndpoint = {
  name: "payparts_create",
  method: "post",
  path: `${PATH}/order/create`,
  products: "numbers",
  answer(call) {
    const { world, merchant, body } = call
    const request = readRequest(createOrderShape, body)
    const bank = bankFor(world, request)
    const amount = readMoney(request.amount, request.currency)
    const terms: OrderTermsAsked = {
      external_id: request.external_id,
      amount,
      currency: request.currency,
      confirm: request.auto_confirm_after_success || bank.one_stage,
      callback_url: request.callback_url ?? null,
      result_url: request.result_url ?? null,
      metadata: request.metadata ?? null,
      payparts: termsFor(bank, request),
      body: asObject(body),
    }
    const known = world.payments.find(merchant.login, terms.external_id)
    if (known) requireOpen(world, known, terms)
    const refusal = refusalOf(world, bank, request, amount)
    if (refusal && world.quirks.payparts_refusal === "error")
      throw new GatewayError({ ...refusal, type: "payment_error" })
    const operation = refusal
      ? refuseOrder(world, merchant, terms, refusal)
      : askCustomer(world, merchant, terms)
    const payment = ownOrder(call, terms.external_id)
    return ok(askedResult({ payment, quirks: world.quirks, url: world.url }, operation))
  },
}

const move = (name: OrderMove, path: string): ApiEndpoint => ({
  name: `payparts_${name}`,
  method: "post",
  path: `${PATH}/${path}`,
  products: "numbers",
  answer(call) {
    const shape = name === "refund" ? refundOrderShape : moveOrderShape
    const request = readRequest(shape, call.body)
    const payment = ownOrder(call, request.external_id)
    const { amount, currency, callback_url = null, payload = null } = request
    const sum = amount === undefined ? {} : { amount: readMoney(amount, payment.currency) }
    const wish = { ...sum, currency, callback_url, payload }
    return told(call, payment, moveOrder(call.world, payment, name, wish, "api"))
  },
})

const pendingRefund = (
  name: "payparts_refund_retry" | "payparts_refund_cancel",
  path: string,
  carryOut: typeof retryRefund,
): ApiEndpoint => ({
  name,
  method: "post",
  path: `${PATH}/refund/${path}`,
  answer(call) {
    const { external_id } = readRequest(referenceShape, call.body)
    const payment = ownOrder(call, external_id)
    return told(call, payment, carryOut(call.world, payment))
  },
})

const info: ApiEndpoint = {
  name: "payparts_info",
  method: "get",
  path: `${PATH}/info`,
  answer({ world, merchant, query }) {
    const { external_id } = readRequest(referenceShape, query)
    const payment = world.info.find(merchant.login, external_id)
    if (payment?.kind !== "payparts") throw dataNotFound()
    const isUnsigned = !paidBy(payment) && waitingOf(payment) !== undefined
    if (isUnsigned && world.quirks.payparts_waiting_in_info === "data_not_found")
      throw dataNotFound()
    return ok(paypartsInfo({ payment, quirks: world.quirks, url: world.url }))
  },
}

const operation: ApiEndpoint = {
  name: "payparts_operation",
  method: "get",
  path: `${PATH}/info/operation`,
  answer(call) {
    const { world, merchant } = call
    const { external_id, operation_id } = readRequest(orderOperationShape, call.query)
    const payment = world.info.find(merchant.login, external_id)
    if (payment?.kind !== "payparts") throw dataNotFound()
    const found = payment.operations.find((one) => one.operation_id === operation_id)
    if (!found) throw refused("operation_not_found", "There is no such operation", payment.id)
    return told(call, payment, found)
  },
}

const banks: ApiEndpoint = {
  name: "payparts_banks",
  method: "get",
  path: `${PATH}/banks/info`,
  answer({ world, query }) {
    const { include_fees } = readRequest(banksShape, query)
    const offered = world.banks.list().filter((bank) => bank.offered)
    const body = offered.map((bank) => bankInfo(bank, include_fees === "true", world.url))
    return { status: 200, body }
  },
}

/** The document's words for an operation are the payments API's: `payment` is the create. */
const resend: ApiEndpoint = {
  name: "payparts_resend",
  method: "post",
  path: `${PATH}/callback/resend`,
  answer(call) {
    const { external_id, operation: kind } = readRequest(resendShape, call.body)
    const { world } = call
    const payment = ownOrder(call, external_id)
    const last = payment.operations
      .filter((one) => kind === undefined || one.operation === kind)
      .at(-1)
    if (!last) throw refused("operation_not_found", "There is no such operation", payment.id)
    const letter = writeLetter(world, payment, last, callbackUrlOf(world, payment, last))
    if (!letter) throw refused("callback_url_missing", "The order has no callback_url", payment.id)
    world.desk.post(letter)
    return { status: 204, body: null }
  },
}

function ownOrder({ world, merchant }: ApiCall, external_id: string): Payment {
  const payment = world.payments.find(merchant.login, external_id)
  if (payment?.kind !== "payparts") throw transactionNotFound("external_id")
  return payment
}

const told = ({ world }: ApiCall, payment: Payment, done: Operation): ApiAnswer =>
  ok(paypartsResult({ payment, quirks: world.quirks, url: world.url }, done))

export const payparts: ApiEndpoint[] = [
  create,
  move("confirm", "order/confirm"),
  move("cancel", "order/cancel"),
  move("refund", "refund"),
  pendingRefund("payparts_refund_retry", "retry", retryRefund),
  pendingRefund("payparts_refund_cancel", "cancel", cancelRefund),
  info,
  operation,
  banks,
  resend,
]
