import { Router } from "express"
import { z } from "zod"
import { answerOrder } from "../payparts/ask-customer"
import { waitingOf } from "../payparts/order-state"
import { readMoney } from "../request-shapes"
import { showPayment } from "../show-payment"
import type { World } from "../world"
import { ControlError, control } from "./control-error"
import { findPayment } from "./find-payment"

const answering = z.strictObject({
  login: z.string().optional(),
  /** refuse: the customer does not want it. reject: the bank does not give it, or time ran out. */
  answer: z.enum(["agree", "refuse", "reject"]).default("agree"),
  code: z.string().min(1).optional(),
  amount: z.coerce.number().optional(),
  currency: z.string().optional(),
})

const bankChange = z.strictObject({
  offered: z.boolean().optional(),
  available_periods: z.array(z.int().min(1)).optional(),
  min_amount: z.number().nullable().optional(),
  max_amount: z.number().nullable().optional(),
  fee_per_part: z.number().min(0).optional(),
  one_stage: z.boolean().optional(),
  /** A code of the gateway's; null takes the refusal back. */
  refuse: z.string().min(1).nullable().optional(),
  operation: z.enum(["payment", "confirm", "cancel", "refund"]).default("payment"),
  /** 0 = until changed. */
  times: z.int().min(0).default(1),
})

/** Instalments: what the customer answers to the bank, and what the banks offer and refuse. */
export function paypartsControl(world: World): Router {
  const router = Router()
  router.post(
    "/payments/:external_id/instalments/answer",
    control((request) => {
      const payment = findPayment(world, request)
      const { answer, code, amount, currency } = answering.parse(request.body)
      const attempt = waitingOf(payment)
      if (payment.kind !== "payparts" || !attempt)
        throw new ControlError(409, "No bank waits for the customer's answer")
      const money = amount === undefined ? {} : readSum(amount, currency ?? attempt.currency)
      answerOrder(world, payment, attempt, { answer, code, by: "shopper", currency, ...money })
      const page = payment.pages.find((one) => one.page_id === attempt.page_id)
      return { payment: showPayment(payment, world.url), redirect_to: page?.result_url ?? null }
    }),
  )
  router.get(
    "/banks",
    control(() => ({ banks: world.banks.list() })),
  )
  router.post(
    "/banks/:name",
    control(({ params, body }) => {
      const bank = world.banks.find(params.name ?? "")
      if (!bank) throw new ControlError(404, `There is no bank ${params.name}`)
      const { refuse, operation, times, ...change } = bankChange.parse(body)
      Object.assign(bank, change)
      if (refuse !== undefined)
        bank.refusal = refuse === null ? null : { code: refuse, operation, times }
      return { bank }
    }),
  )
  return router
}

const readSum = (amount: number, currency: string) => ({ amount: readMoney(amount, currency) })
