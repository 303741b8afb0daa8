import { randomUUID } from "node:crypto"
import { hostedResult } from "../answers"
import { pay } from "../cashier"
import { cardResult } from "../direct-answer"
import { GatewayError, invalidBody } from "../gateway-error"
import { isKnownCurrency } from "../money"
import { openNew, type Terms } from "../open-payment"
import { readMeans } from "../payment-means"
import { lookupShape, readRequest } from "../request-shapes"
import { asObject } from "./create"
import { type ApiEndpoint, ok } from "./endpoint"

/**
 * POST /api/payments/v1/lookup: is the card good? Nothing is charged. The request names no
 * external_id, so the gateway makes one; the result comes by callback.
 */
export const lookup: ApiEndpoint = {
  name: "lookup",
  method: "post",
  path: "/api/payments/v1/lookup",
  answer({ world, merchant, on_behalf_of, body }) {
    const request = readRequest(lookupShape, body)
    const { mode, currency } = request
    if (mode === "express_checkout") throw invalidBody("mode", "Field mode: hosted or direct")
    if (!isKnownCurrency(currency))
      throw new GatewayError({
        code: "invalid_currency",
        message: `Currency ${currency} is not supported`,
        param: "currency",
      })
    const method = request.customer?.payment_method
    if (mode === "direct" && method === undefined)
      throw invalidBody("customer.payment_method", "Field customer.payment_method is required")
    const customer_external_id = request.customer?.external_id ?? null
    const means =
      mode === "direct" && method
        ? readMeans(world, { login: merchant.login, customer_external_id }, method)
        : null
    const terms: Terms = {
      external_id: randomUUID(),
      amount: 0n,
      currency,
      confirm: true,
      callback_url: request.callback_url ?? null,
      result_url: request.result_url ?? null,
      metadata: null,
      customer_external_id,
      body: asObject(body),
    }
    const { payment, page } = openNew(world, merchant, terms, mode, on_behalf_of, "lookup")
    const common = { payment, quirks: world.quirks, url: world.url }
    if (means === null) return ok({ ...hostedResult(common, page), operation: "lookup" })
    return ok(cardResult(common, pay(world, payment, page, means)))
  },
}
