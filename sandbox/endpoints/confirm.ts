import { operationResult } from "../answers"
import { confirmPayment } from "../cashier"
import { type ApiEndpoint, ok } from "./endpoint"
import { readOperation } from "./known-payment"

export const confirm: ApiEndpoint = {
  name: "confirm",
  method: "post",
  path: "/api/payments/v1/confirm",
  answer(call) {
    const { payment, wish } = readOperation(call)
    const operation = confirmPayment(call.world, payment, wish, "api")
    const { quirks, url } = call.world
    return ok(operationResult({ payment, quirks, url }, operation))
  },
}
