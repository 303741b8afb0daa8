import { operationResult } from "../answers"
import { retryRefund } from "../cashier"
import { readRequest, referenceShape } from "../request-shapes"
import { type ApiEndpoint, ok } from "./endpoint"
import { knownPayment } from "./known-payment"

export const refundRetry: ApiEndpoint = {
  name: "refund_retry",
  method: "post",
  path: "/api/payments/v1/refund/retry",
  answer(call) {
    const { external_id } = readRequest(referenceShape, call.body)
    const payment = knownPayment(call, external_id)
    const operation = retryRefund(call.world, payment)
    const { quirks, url } = call.world
    return ok(operationResult({ payment, quirks, url }, operation))
  },
}
