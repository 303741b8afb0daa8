import { operationResult } from "../answers"
import { refundPayment } from "../cashier"
import { type ApiEndpoint, ok } from "./endpoint"
import { readOperation } from "./known-payment"

export const refund: ApiEndpoint = {
  name: "refund",
  method: "post",
  path: "/api/payments/v1/refund",
  answer(call) {
    const { payment, wish } = readOperation(call)
    const operation = refundPayment(call.world, payment, wish, "api")
    const { quirks, url } = call.world
    return ok(operationResult({ payment, quirks, url }, operation))
  },
}
