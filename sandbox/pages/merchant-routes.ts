import { type Response, Router, urlencoded } from "express"
import { z } from "zod"
import { bankEvent } from "../cashier"
import { cabinet, endPendingRefunds } from "../control/money-moves"
import { leaveOut, payOut } from "../control/payouts"
import { GatewayError } from "../gateway-error"
import { readMoney } from "../request-shapes"
import type { World } from "../world"
import { paymentPage } from "./cabinet"
import { type CabinetView, paymentsPage } from "./payments-page"

const moveShape = z.object({
  move: z.enum([
    "confirm",
    "cancel",
    "refund",
    "hold-cancelled",
    "chargeback",
    "representment",
    "settle",
    "fail",
    "pay-out",
    "leave-out",
  ]),
  amount: z.string().trim().optional(),
})

/** The merchant's cabinet: the list of payments, one payment, and what can be done to it. */
export function merchantPages(world: World): Router {
  const router = Router()
  router.get("/", (_request, response) => {
    send(response, paymentsPage(listOf(world)))
  })
  router.get("/payments/:login/:external_id", (request, response) => {
    const { login, external_id } = request.params
    const payment = world.payments.find(login, external_id)
    if (!payment) {
      send(response.status(404), paymentsPage(listOf(world)))
      return
    }
    const callbacks = world.desk.list(external_id, login)
    const problem = typeof request.query.problem === "string" ? request.query.problem : null
    send(response, paymentPage(payment, callbacks, problem))
  })
  router.post(
    "/payments/:login/:external_id",
    urlencoded({ extended: false, limit: "10kb" }),
    (request, response) => {
      const { login = "", external_id = "" } = request.params
      const payment = world.payments.find(login, external_id)
      const path = `/payments/${encodeURIComponent(login)}/${encodeURIComponent(external_id)}`
      if (!payment) {
        response.redirect(303, "/")
        return
      }
      try {
        const { move, amount: text } = moveShape.parse(request.body)
        const amount = text
          ? readMoney(Number(text.replace(",", ".")), payment.currency)
          : undefined
        if (move === "pay-out") payOut(world, payment, { amount })
        else if (move === "leave-out") leaveOut(world, payment)
        else if (move === "settle" || move === "fail") endPendingRefunds(world, payment, move)
        else if (move === "confirm" || move === "cancel" || move === "refund")
          cabinet(world, payment, move, amount)
        else bankEvent(world, payment, move, amount)
        response.redirect(303, path)
      } catch (error) {
        response.redirect(303, `${path}?problem=${encodeURIComponent(sentence(error))}`)
      }
    },
  )
  return router
}

/** A foreign page around it could have its buttons pressed unseen. */
const send = (response: Response, page: string): void => {
  response.set("Content-Security-Policy", "frame-ancestors 'none'").type("html").send(page)
}

const listOf = (world: World): CabinetView => ({
  payments: world.payments.list().reverse(),
  contract: world.contract,
  savedCards: world.wallets.list(),
  recurrents: world.recurrents.list(),
})

const sentence = (error: unknown): string => {
  if (error instanceof GatewayError) return `${error.message} (${error.code})`
  return error instanceof Error ? error.message : String(error)
}
