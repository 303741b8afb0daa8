import { Router } from "express"
import { z } from "zod"
import { DEFAULT_CARD, testCardNamed } from "../cards"
import { finishAttempt, pay } from "../cashier"
import { SAMPLE_ORDER } from "../express/order"
import { openHosted } from "../open-payment"
import { concludedBy, hostedPageOf, pageOf } from "../payment"
import { awaitsBank, typedIn } from "../payment-attempts"
import { readMoney } from "../request-shapes"
import { showPayment } from "../show-payment"
import type { World } from "../world"
import { cardNamed, expiry } from "./card-named"
import { ControlError, control } from "./control-error"
import { findPayment } from "./find-payment"

const paying = z.strictObject({
  login: z.string().optional(),
  card: z.string().default(DEFAULT_CARD),
  expiry,
  three_ds: z.enum(["approve", "reject", "leave"]).default("approve"),
  amount: z.coerce.number().optional(),
  currency: z.string().optional(),
  /** Ticks "save the card". */
  save: z.boolean().default(false),
})

const answering = z.strictObject({
  login: z.string().optional(),
  answer: z.enum(["approve", "reject"]).default("approve"),
})

const foreign = z.strictObject({
  login: z.string().optional(),
  external_id: z.string().min(1),
  amount: z.coerce.number(),
  currency: z.string(),
  confirm: z.boolean().default(true),
  metadata: z.record(z.string(), z.string()).optional(),
  callback_url: z.url().optional(),
  result_url: z.url().optional(),
  /** When it was made; its operations too. For reports about the past. */
  created_at: z.iso.datetime().optional(),
  state: z.enum(["unpaid", "held", "captured"]).default("unpaid"),
})

export function paymentsControl(world: World): Router {
  const router = Router()
  const show = (payment: Parameters<typeof showPayment>[0]) => showPayment(payment, world.url)

  router.get(
    "/payments",
    control(({ query }) => ({
      payments: world.payments
        .list(typeof query.login === "string" ? query.login : undefined)
        .map(show),
    })),
  )
  router.get(
    "/payments/:external_id",
    control((request) => ({ payment: show(findPayment(world, request)) })),
  )
  router.post(
    "/payments",
    control(({ body }) => ({ payment: show(makePayment(world, foreign.parse(body))) })),
  )
  router.post(
    "/payments/:external_id/pay",
    control((request) => {
      const payment = findPayment(world, request)
      const wanted = paying.parse(request.body)
      const page = hostedPageOf(payment)
      const card = cardNamed(wanted.card, wanted.expiry)
      if (!page) throw new ControlError(409, "The payment has no hosted page")
      if (page.expires_at <= Date.now()) throw new ControlError(409, "The hosted page has expired")
      const currency = wanted.currency ?? page.currency
      const amount = wanted.amount === undefined ? page.amount : readMoney(wanted.amount, currency)
      if (payment.kind === "batch" && (amount !== page.amount || currency !== page.currency))
        throw new ControlError(409, "A batch is paid as it is: its orders say how much")
      const typed = typedIn(card, wanted.save)
      const means = page.mode === "express" ? { ...typed, express: SAMPLE_ORDER } : typed
      const attempt = pay(world, payment, page, means, { amount, currency })
      if (attempt.status === "pending" && wanted.three_ds !== "leave")
        finishAttempt(world, payment, attempt, wanted.three_ds)
      return { payment: show(payment), redirect_to: page.result_url }
    }),
  )
  router.post(
    "/payments/:external_id/three-ds",
    control((request) => {
      const payment = findPayment(world, request)
      const { answer } = answering.parse(request.body)
      const attempt = payment.operations.filter(awaitsBank).at(-1)
      if (!attempt || concludedBy(payment))
        throw new ControlError(409, "No attempt to pay waits for 3-D Secure")
      finishAttempt(world, payment, attempt, answer)
      return { payment: show(payment), redirect_to: pageOf(payment, attempt)?.result_url ?? null }
    }),
  )
  router.post(
    "/payments/:external_id/expire",
    control((request) => {
      const payment = findPayment(world, request)
      for (const page of payment.pages) page.expires_at = Date.now() - 1
      return { payment: show(payment) }
    }),
  )
  return router
}

/** A payment made by somebody else than the caller's store. */
function makePayment(world: World, wanted: z.infer<typeof foreign>) {
  const merchant =
    wanted.login === undefined ? world.merchants.first() : world.merchants.find(wanted.login)
  if (!merchant) throw new ControlError(404, `There is no merchant ${wanted.login}`)
  const confirm = wanted.state === "unpaid" ? wanted.confirm : wanted.state === "captured"
  const { payment, page } = openHosted(world, merchant, {
    external_id: wanted.external_id,
    amount: readMoney(wanted.amount, wanted.currency),
    currency: wanted.currency,
    confirm,
    callback_url: wanted.callback_url ?? null,
    result_url: wanted.result_url ?? null,
    metadata: wanted.metadata ?? null,
    created_at: wanted.created_at,
    body: { ...wanted, confirm, mode: "hosted" },
  })
  const card = testCardNamed(DEFAULT_CARD)
  if (wanted.state !== "unpaid" && card) {
    const paid = pay(world, payment, page, typedIn(card))
    if (wanted.created_at !== undefined) {
      paid.at = wanted.created_at
      paid.processed_at = wanted.created_at
    }
  }
  return payment
}
