import { GatewayError } from "../gateway-error"
import type { Wish } from "../move-rules"
import type { Payment } from "../payment"
import { operationShape, readMoney, readRequest } from "../request-shapes"
import type { ApiCall } from "./endpoint"

/** The caller's own payment, or the 400 that the gateway gives instead of a 404. */
export function knownPayment(call: ApiCall, external_id: string): Payment {
  const payment = ownPayment(call, external_id)
  if (payment) return payment
  throw transactionNotFound("external_id")
}

const ELSEWHERE: Payment["kind"][] = ["batch", "payparts", "alternative"]

/** A batch is none: its orders are. An order in instalments has an API of its own. */
export function ownPayment(
  call: ApiCall,
  external_id: string,
  from: { find(login: string, external_id: string): Payment | undefined } = call.world.payments,
): Payment | undefined {
  const payment = from.find(call.merchant.login, external_id)
  if (!payment || ELSEWHERE.includes(payment.kind)) return undefined
  return mayReach(call, payment) ? payment : undefined
}

/** Whether the caller speaks for the seller of an order, where that is needed (a quirk). */
export const mayReach = ({ world, on_behalf_of }: ApiCall, { part }: Payment): boolean =>
  part === null || world.quirks.batch_order_access === "platform" || on_behalf_of === part.api_key

export const transactionNotFound = (param: string) =>
  new GatewayError({ code: "transaction_not_found", message: "Transaction not found", param })

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
