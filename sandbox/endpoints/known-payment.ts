import { GatewayError } from "../gateway-error"
import type { Wish } from "../move-rules"
import type { Payment } from "../payment"
import { operationShape, readMoney, readRequest } from "../request-shapes"
import type { ApiCall } from "./endpoint"

/** The caller's own payment, or the 400 that the gateway gives instead of a 404. */
export function knownPayment({ world, merchant }: ApiCall, external_id: string): Payment {
  const payment = world.payments.find(merchant.login, external_id)
  if (payment) return payment
  throw new GatewayError({
    code: "transaction_not_found",
    message: "Transaction not found",
    param: "external_id",
  })
}

/** Reads a confirm, cancel or refund: the payment it is about and what it wants of it. */
export function readOperation(call: ApiCall): { payment: Payment; wish: Wish } {
  const request = readRequest(operationShape, call.body)
  const payment = knownPayment(call, request.external_id)
  return {
    payment,
    wish: {
      amount:
        request.amount === undefined
          ? undefined
          : readMoney(request.amount, request.currency ?? payment.currency),
      currency: request.currency,
      callback_url: request.callback_url ?? null,
      payload: request.payload ?? null,
    },
  }
}
