import { operationResult } from "../answers"
import { cancelRefund } from "../cashier"
import { readRequest, referenceShape } from "../request-shapes"
import { type ApiEndpoint, ok } from "./endpoint"
import { knownPayment } from "./known-payment"

export const refundCancel: ApiEndpoint = {
  name: "refund_cancel",
  method: "post",
  path: "/api/payments/v1/refund/cancel",
  answer(call) {
    const { external_id } = readRequest(referenceShape, call.body)
    const payment = knownPayment(call, external_id)
    const operation = cancelRefund(call.world, payment)
    const { quirks, url } = call.world
    return ok(operationResult({ payment, quirks, url }, operation))
  },
}
