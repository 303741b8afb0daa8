import { operationResult } from "../answers"
import { cancelPayment } from "../cashier"
import { type ApiEndpoint, ok } from "./endpoint"
import { readOperation } from "./known-payment"

export const cancel: ApiEndpoint = {
  name: "cancel",
  method: "post",
  path: "/api/payments/v1/cancel",
  answer(call) {
    const { payment, wish } = readOperation(call)
    const operation = cancelPayment(call.world, payment, wish, "api")
    const { quirks, url } = call.world
    return ok(operationResult({ payment, quirks, url }, operation))
  },
}
