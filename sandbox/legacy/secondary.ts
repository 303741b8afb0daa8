import { cancelPayment, confirmPayment, refundPayment } from "../cashier"
import { type ApiAnswer, ok } from "../endpoints/endpoint"
import { GatewayError, invalidBody } from "../gateway-error"
import type { Wish } from "../move-rules"
import type { Operation, Payment } from "../payment"
import { readMoney, readRequest } from "../request-shapes"
import { requirePos } from "./access"
import { failureOf } from "./failure"
import type { LegacyCall } from "./legacy-call"
import { cardOf, tokenCard } from "./means"
import { creditPayment } from "./p2p-credit"
import { captureShape, p2pCreditShape, refundShape, voidShape } from "./request-shapes"
import { transactionOf } from "./transaction-answer"

type Change = { pos_id: string; order_id: string; order_currency: string; server_url?: string }

/** POST /api/v1/capture, whole or in part. */
export function capture(call: LegacyCall): ApiAnswer {
  const request = readRequest(captureShape, call.body)
  return change(call, "capture", request, request.charge_amount, (payment, wish) =>
    confirmPayment(call.world, payment, wish, "api"),
  )
}

/** POST /api/v1/void: releases all that is held. */
export function voidHold(call: LegacyCall): ApiAnswer {
  const request = readRequest(voidShape, call.body)
  return change(call, "void", request, undefined, (payment, wish) =>
    cancelPayment(call.world, payment, wish, "api"),
  )
}

/** POST /api/v1/refund, whole or in part. */
export function refund(call: LegacyCall): ApiAnswer {
  const request = readRequest(refundShape, call.body)
  return change(call, "refund", request, request.refund_amount, (payment, wish) =>
    refundPayment(call.world, payment, wish, "api"),
  )
}

/** POST /api/v1/p2p-credit, to a card's number or token, whole or in part. */
export function p2pCredit(call: LegacyCall): ApiAnswer {
  const request = readRequest(p2pCreditShape, call.body)
  const { cc_number, cc_token } = request
  return change(call, "credit", request, request.credit_amount, (payment, wish) => {
    if (cc_token !== undefined) tokenCard(call.world, call.merchant.login, cc_token)
    else if (cc_number !== undefined) cardOf(cc_number)
    else throw invalidBody("cc_number", "cc_number or cc_token is required")
    return creditPayment(call.world, payment, wish)
  })
}

function change(
  call: LegacyCall,
  method: string,
  request: Change,
  amount: number | undefined,
  move: (payment: Payment, wish: Wish) => Operation,
): ApiAnswer {
  const { world, merchant } = call
  requirePos(merchant, request.pos_id)
  const payment = world.payments.find(merchant.login, request.order_id)
  if (!payment)
    throw new GatewayError({ code: "transaction_not_found", message: "Payment not found" })
  return failureOf(method, request.order_id, call, () => {
    const wish: Wish = {
      amount: amount === undefined ? undefined : readMoney(amount, request.order_currency),
      currency: request.order_currency,
      callback_url: request.server_url ?? null,
    }
    return ok(transactionOf(world, payment, move(payment, wish), "answer") ?? {})
  })
}
