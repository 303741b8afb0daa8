import { alternativeInfo, alternativeResult } from "../alternative/answers"
import { type AlternativeAsked, answerPayment, askForMoney } from "../alternative/ask-customer"
import { answerOfCode } from "../alternative/blik-codes"
import { isAsked } from "../alternative/payment-state"
import {
  alternativeOperationShape,
  createAlternativeShape,
  refundAlternativeShape,
  resendAlternativeShape,
} from "../alternative/request-shapes"
import { alternativeTerms } from "../alternative/rules"
import { callbackUrlOf, refundPayment, writeLetter } from "../cashier"
import { refuseDecline } from "../direct-answer"
import { refused } from "../gateway-error"
import { requireOpen } from "../open-payment"
import { concludedBy, type Operation, type Payment } from "../payment"
import { readMoney, readRequest, referenceShape } from "../request-shapes"
import { asObject } from "./create"
import { type ApiAnswer, type ApiCall, type ApiEndpoint, ok } from "./endpoint"
import { dataNotFound } from "./info"
import { transactionNotFound } from "./known-payment"

const PATH = "/api/alternative-payments/v1"

/** The customer is led to a page, or asked in the bank's app; the result comes by callback. */
const create: ApiEndpoint = {
  name: "alternative_create",
  method: "post",
  path: `${PATH}/create`,
  products: "numbers",
  answer(call) {
    const { world, merchant, body } = call
    const request = readRequest(createAlternativeShape, body)
    const terms: AlternativeAsked = {
      external_id: request.external_id,
      amount: readMoney(request.amount, request.currency),
      currency: request.currency,
      confirm: true,
      callback_url: request.callback_url ?? null,
      result_url: request.result_url ?? null,
      metadata: request.metadata ?? null,
      alternative: alternativeTerms(merchant, request),
      body: asObject(body),
    }
    const known = world.payments.find(merchant.login, terms.external_id)
    if (known) requireOpen(world, known, terms)
    const attempt = askForMoney(world, merchant, terms)
    const payment = ownPayment(call, terms.external_id)
    const asked = told(call, payment, attempt)
    const answer = answerOfCode(terms.alternative.blik_code)
    if (answer === null || !isAsked(payment, attempt)) return asked
    answerPayment(world, payment, attempt, { ...answer, by: "bank" })
    if (world.quirks.blik_answer === "pending") return asked
    refuseDecline({ payment, quirks: world.quirks, url: world.url }, attempt)
    return told(call, payment, attempt)
  },
}

const refund: ApiEndpoint = {
  name: "alternative_refund",
  method: "post",
  path: `${PATH}/refund`,
  products: "numbers",
  answer(call) {
    const request = readRequest(refundAlternativeShape, call.body)
    const payment = ownPayment(call, request.external_id)
    const { amount, currency, callback_url = null, payload = null } = request
    const sum = amount === undefined ? {} : { amount: readMoney(amount, payment.currency) }
    const wish = { ...sum, currency, callback_url, payload }
    return told(call, payment, refundPayment(call.world, payment, wish, "api"))
  },
}

const info: ApiEndpoint = {
  name: "alternative_info",
  method: "get",
  path: `${PATH}/info`,
  answer(call) {
    const { world } = call
    const { external_id } = readRequest(referenceShape, call.query)
    const payment = visiblePayment(call, external_id)
    const isUnpaid = concludedBy(payment) === undefined
    if (isUnpaid && world.quirks.info_after_decline === "data_not_found") throw dataNotFound()
    return ok(alternativeInfo({ payment, quirks: world.quirks, url: world.url }))
  },
}

const operation: ApiEndpoint = {
  name: "alternative_operation",
  method: "get",
  path: `${PATH}/info/operation`,
  answer(call) {
    const { external_id, operation_id } = readRequest(alternativeOperationShape, call.query)
    const payment = visiblePayment(call, external_id)
    const found = payment.operations.find((one) => one.operation_id === operation_id)
    if (!found) throw refused("operation_not_found", "There is no such operation", payment.id)
    return told(call, payment, found)
  },
}

const resend: ApiEndpoint = {
  name: "alternative_resend",
  method: "post",
  path: `${PATH}/callback/resend`,
  answer(call) {
    const { external_id, operation: named } = readRequest(resendAlternativeShape, call.body)
    const { world } = call
    const payment = ownPayment(call, external_id)
    const kind = named === "create" ? "payment" : named
    const last = payment.operations
      .filter((one) => kind === undefined || one.operation === kind)
      .at(-1)
    if (!last) throw refused("operation_not_found", "There is no such operation", payment.id)
    const letter = writeLetter(world, payment, last, callbackUrlOf(world, payment, last))
    if (!letter) throw refused("callback_url_missing", "There is no callback_url", payment.id)
    world.desk.post(letter)
    return { status: 204, body: null }
  },
}

function ownPayment({ world, merchant }: ApiCall, external_id: string): Payment {
  const payment = world.payments.find(merchant.login, external_id)
  if (payment?.kind !== "alternative") throw transactionNotFound("external_id")
  return payment
}

function visiblePayment({ world, merchant }: ApiCall, external_id: string): Payment {
  const payment = world.info.find(merchant.login, external_id)
  if (payment?.kind !== "alternative") throw dataNotFound()
  return payment
}

const told = ({ world }: ApiCall, payment: Payment, done: Operation): ApiAnswer =>
  ok(alternativeResult({ payment, quirks: world.quirks, url: world.url }, done))

export const alternative: ApiEndpoint[] = [create, refund, info, operation, resend]
