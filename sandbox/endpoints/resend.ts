import { callbackUrlOf, writeLetter } from "../cashier"
import { refused } from "../gateway-error"
import { nameOf } from "../payment"
import { readRequest, resendShape } from "../request-shapes"
import type { ApiEndpoint } from "./endpoint"
import { knownPayment } from "./known-payment"

/** POST /api/payments/v1/callback/resend: the last operation (of the kind asked), again. 204. */
export const resend: ApiEndpoint = {
  name: "resend",
  method: "post",
  path: "/api/payments/v1/callback/resend",
  answer(call) {
    const { external_id, operation: kind } = readRequest(resendShape, call.body)
    const payment = knownPayment(call, external_id)
    const operation = payment.operations
      .filter(
        (one) =>
          kind === undefined || one.operation === kind || nameOf(one, call.world.quirks) === kind,
      )
      .at(-1)
    if (!operation) throw refused("operation_not_found", "There is no such operation", payment.id)
    const url = callbackUrlOf(call.world, payment, operation)
    const letter = writeLetter(call.world, payment, operation, url)
    if (!letter)
      throw refused("callback_url_missing", "The payment has no callback_url", payment.id)
    call.world.desk.post(letter)
    return { status: 204, body: null }
  },
}
