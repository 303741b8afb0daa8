import { Router } from "express"
import { z } from "zod"
import { answerPayment } from "../alternative/ask-customer"
import { askedOf, isAsked } from "../alternative/payment-state"
import { pageOf } from "../payment"
import { readMoney } from "../request-shapes"
import { showPayment } from "../show-payment"
import type { World } from "../world"
import { ControlError, control } from "./control-error"
import { findPayment } from "./find-payment"

const answering = z.strictObject({
  login: z.string().optional(),
  answer: z.enum(["agree", "refuse", "time_out"]).default("agree"),
  /** Of a refusal: a code of the gateway's. */
  code: z.string().min(1).optional(),
  /** Default: the newest try that waits. */
  operation_id: z.string().optional(),
  amount: z.coerce.number().optional(),
  currency: z.string().optional(),
})

/** What the customer answers in the bank's app or on the provider's page. */
export function alternativeControl(world: World): Router {
  const router = Router()
  router.post(
    "/payments/:external_id/alternative/answer",
    control((request) => {
      const payment = findPayment(world, request)
      const { answer, code, operation_id, amount, currency } = answering.parse(request.body)
      const attempt =
        operation_id === undefined
          ? askedOf(payment)
          : payment.operations.find((one) => one.operation_id === operation_id)
      if (payment.kind !== "alternative" || !attempt || !isAsked(payment, attempt))
        throw new ControlError(409, "Nobody waits for the customer's answer")
      const sum = amount === undefined ? undefined : readMoney(amount, currency ?? attempt.currency)
      answerPayment(world, payment, attempt, { answer, code, by: "shopper", amount: sum, currency })
      const redirect_to = pageOf(payment, attempt)?.result_url ?? null
      return { payment: showPayment(payment, world.url), redirect_to }
    }),
  )
  return router
}
