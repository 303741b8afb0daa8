import { pay } from "../cashier"
import { cardResult } from "../direct-answer"
import { GatewayError } from "../gateway-error"
import { openWithCard, requireOpen, type Terms } from "../open-payment"
import type { Recurrent } from "../recurrents"
import { readMoney, readRequest, recurrentShape } from "../request-shapes"
import { asObject } from "./create"
import { type ApiEndpoint, ok } from "./endpoint"

/** POST /api/payments/v1/recurrent: charges a known card without its holder, never with 3-D Secure. */
export const recurrent: ApiEndpoint = {
  name: "recurrent",
  method: "post",
  path: "/api/payments/v1/recurrent",
  answer({ world, merchant, on_behalf_of, body }) {
    const request = readRequest(recurrentShape, body)
    const series = world.recurrents.find(request.recurrent_id)
    if (!series || series.login !== merchant.login || series.revoked) throw notFound()
    const terms: Terms = {
      external_id: request.external_id,
      amount: readMoney(request.amount, series.currency),
      currency: series.currency,
      confirm: request.confirm,
      callback_url: request.callback_url ?? null,
      result_url: null,
      metadata: request.metadata ?? null,
      body: asObject(body),
    }
    const known = world.payments.find(merchant.login, terms.external_id)
    if (known) requireOpen(world, known, terms)
    const { payment, page } = openWithCard(world, merchant, terms, "recurrent", on_behalf_of)
    const attempt = pay(world, payment, page, meansOf(series, world.recurrents.takeRefusal(series)))
    return ok(cardResult({ payment, quirks: world.quirks, url: world.url }, attempt))
  },
}

const meansOf = ({ card }: Recurrent, refusal: string | null) => ({
  card,
  via: "recurrent" as const,
  three_ds: false,
  save: false,
  saved: false,
  refusal,
})

const notFound = () =>
  new GatewayError({
    code: "recurrent_not_found",
    message: "There is no such recurrent payment",
    type: "payment_method_error",
    param: "recurrent_id",
  })
