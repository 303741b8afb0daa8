import { infoResult } from "../answers"
import { bankAction } from "../direct-answer"
import { GatewayError } from "../gateway-error"
import { concludedBy, type Payment } from "../payment"
import type { Quirks } from "../quirks"
import { readRequest, referenceShape } from "../request-shapes"
import { type ApiEndpoint, ok } from "./endpoint"
import { ownPayment } from "./known-payment"

/** GET /api/payments/v1/info: a page nobody has paid on yet is "data_not_found" to it. */
export const info: ApiEndpoint = {
  name: "info",
  method: "get",
  path: "/api/payments/v1/info",
  answer(call) {
    const { world, query } = call
    const { external_id } = readRequest(referenceShape, query)
    const payment = ownPayment(call, external_id, world.info)
    if (!payment || !isVisible(payment, world.quirks)) throw dataNotFound()
    const { quirks, url } = world
    const last = payment.operations.at(-1)
    const action = last && quirks.three_ds_in_info ? bankAction(payment, last, url) : null
    return ok(infoResult({ payment, quirks, url }, action))
  },
}

const isVisible = (payment: Payment, quirks: Quirks): boolean =>
  concludedBy(payment) !== undefined ||
  (payment.operations.length > 0 && quirks.info_after_decline === "attempts")

export const dataNotFound = () =>
  new GatewayError({
    code: "data_not_found",
    message: "Data not found",
    type: "api_error",
    param: "external_id",
  })
