import { hostedResult } from "../answers"
import { GatewayError, invalidBody } from "../gateway-error"
import { openHosted } from "../hosted-payment"
import { createShape, readMoney, readRequest } from "../request-shapes"
import { type ApiEndpoint, ok } from "./endpoint"

/** POST /api/payments/v1/new. Of the modes only `hosted` is offered to the sandbox's merchants. */
export const create: ApiEndpoint = {
  name: "create",
  method: "post",
  path: "/api/payments/v1/new",
  answer({ world, merchant, on_behalf_of, body }) {
    const request = readRequest(createShape, body)
    const amount = readMoney(request.amount, request.currency)
    if (request.mode !== "hosted") throw notOffered(request.mode)
    const opened = openHosted(
      world,
      merchant,
      {
        external_id: request.external_id,
        amount,
        currency: request.currency,
        confirm: request.confirm,
        callback_url: request.callback_url ?? null,
        result_url: request.result_url ?? null,
        metadata: request.metadata ?? null,
        checkout_ttl: request.checkout_ttl,
        body: asObject(body),
      },
      on_behalf_of,
    )
    return ok(
      hostedResult({ payment: opened.payment, quirks: world.quirks, url: world.url }, opened.page),
    )
  },
}

const notOffered = (mode: string) =>
  new GatewayError({
    code: "payment_method_not_allowed",
    message: `Mode ${mode} is not allowed for this project`,
    type: "payment_settings_error",
    param: "mode",
  })

function asObject(body: unknown): Record<string, unknown> {
  if (typeof body !== "object" || body === null) throw invalidBody("", "Invalid request body")
  return { ...body }
}
