import { hostedResult } from "../answers"
import { pay } from "../cashier"
import { cardResult } from "../direct-answer"
import { GatewayError, invalidBody } from "../gateway-error"
import type { Merchant } from "../merchants"
import { openHosted, openWithCard, requireOpen, type Terms } from "../open-payment"
import { readMeans } from "../payment-means"
import { type CreateRequest, createShape, readMoney, readRequest } from "../request-shapes"
import { type ApiAnswer, type ApiCall, type ApiEndpoint, ok } from "./endpoint"

/** POST /api/payments/v1/new. `express_checkout` differs from hosted in what its page asks. */
export const create: ApiEndpoint = {
  name: "create",
  method: "post",
  path: "/api/payments/v1/new",
  answer(call) {
    const { world, merchant, on_behalf_of, body } = call
    const request = readRequest(createShape, body)
    const terms = termsOf(request, body)
    if (request.mode === "direct") return payDirectly(call, request, terms)
    if (request.mode === "express_checkout") requireExpress(merchant, request)
    const mode = request.mode === "hosted" ? "hosted" : "express"
    const opened = openHosted(world, merchant, terms, on_behalf_of, mode)
    return ok(
      hostedResult({ payment: opened.payment, quirks: world.quirks, url: world.url }, opened.page),
    )
  },
}

/** The card is in the request: the bank answers at once, or asks the shopper first. */
function payDirectly(call: ApiCall, request: CreateRequest, terms: Terms): ApiAnswer {
  const { world, merchant, on_behalf_of } = call
  const method = request.customer?.payment_method
  if (method === undefined)
    throw invalidBody("customer.payment_method", "Field customer.payment_method is required")
  const known = world.payments.find(merchant.login, terms.external_id)
  if (known) requireOpen(world, known, terms)
  const customer_external_id = terms.customer_external_id ?? null
  const means = readMeans(world, { login: merchant.login, customer_external_id }, method)
  const { payment, page } = openWithCard(world, merchant, terms, "direct", on_behalf_of)
  const attempt = pay(world, payment, page, means)
  return ok(cardResult({ payment, quirks: world.quirks, url: world.url }, attempt))
}

const termsOf = (request: CreateRequest, body: unknown): Terms => ({
  external_id: request.external_id,
  amount: readMoney(request.amount, request.currency),
  currency: request.currency,
  confirm: request.confirm,
  callback_url: request.callback_url ?? null,
  result_url: request.result_url ?? null,
  metadata: request.metadata ?? null,
  init_recurrent: request.init_recurrent_payment,
  customer_external_id: request.customer?.external_id ?? null,
  checkout_ttl: request.checkout_ttl,
  body: asObject(body),
})

/** "Requires list of products in request", and a contract that has it. */
function requireExpress(merchant: Merchant, { mode, products }: CreateRequest): void {
  if (merchant.not_allowed.includes("express_checkout"))
    throw new GatewayError({
      code: "payment_method_not_allowed",
      message: `Mode ${mode} is not allowed for this project`,
      type: "payment_settings_error",
      param: "mode",
    })
  if (products === undefined || products.length === 0)
    throw invalidBody("products", "Field products is required for express_checkout")
}

export function asObject(body: unknown): Record<string, unknown> {
  if (typeof body !== "object" || body === null) throw invalidBody("", "Invalid request body")
  return { ...body }
}
