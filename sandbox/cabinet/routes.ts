import { type Request, type Response, Router, urlencoded } from "express"
import { z } from "zod"
import { bankEvent } from "../cashier"
import { sendNow } from "../control/callbacks"
import { cabinet as cabinetMove, endPendingRefunds } from "../control/money-moves"
import { leaveOut, payOut } from "../control/payouts"
import { html } from "../pages/html"
import { PAYMENT_STATES, type Payment } from "../payment"
import { readMoney } from "../request-shapes"
import type { World } from "../world"
import { cabinetOf, rememberLanguage, showCabinet } from "./cabinet"
import { paymentPage } from "./payment-page"
import { paymentsPage, type Wanted } from "./payments-page"
import { problemIn } from "./problem"
import { sheet } from "./sheet"
import { switchesRoutes } from "./switches-routes"
import { whatIsOn } from "./what-is-on"

const moveShape = z.object({
  move: z.enum([
    "confirm",
    "cancel",
    "refund",
    "resend",
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

/** The merchant's cabinet: the list of payments, one payment, what can be done to it, the switches. */
export function merchantPages(world: World): Router {
  const router = Router()
  router.use(["/", "/payments", "/switches", "/contract"], rememberLanguage)

  router.get("/", (request, response) => {
    const cabinet = cabinetOf(request)
    showCabinet(
      response,
      paymentsPage({
        cabinet,
        payments: world.payments.list().reverse(),
        wanted: wantedBy(request),
        contract: world.contract,
        savedCards: world.wallets.list(),
        recurrents: world.recurrents.list(),
        switchesOn: whatIsOn(world, cabinet).length,
      }),
    )
  })

  router.get("/contract", (request, response) => {
    const cabinet = cabinetOf(request)
    const { words, time } = cabinet
    const violations = world.contract.list()
    showCabinet(
      response,
      sheet(
        cabinet,
        words.contract,
        html`<h1>${words.contract}</h1>${
          violations.length === 0
            ? html`<p class="empty">${words.noViolations}</p>`
            : violations.map(
                ({ at, where, problem }) =>
                  html`<div class="block"><p>${time(at)} (${words.zone}) · ${where}</p><code>${problem}</code></div>`,
              )
        }`,
      ),
    )
  })

  const show = (
    request: Request,
    response: Response,
    payment: Payment,
    problem: string | null = null,
  ) => {
    const callbacks = world.desk.list(payment.external_id, payment.login)
    const cabinet = cabinetOf(request)
    showCabinet(response, paymentPage({ cabinet, payment, callbacks, problem }))
  }

  const knownPayment = (request: Request, response: Response): Payment | null => {
    const { login = "", external_id = "" } = request.params
    const payment = world.payments.find(login, external_id)
    if (payment) return payment
    const cabinet = cabinetOf(request)
    const { words } = cabinet
    showCabinet(
      response.status(404),
      sheet(
        cabinet,
        words.notFoundTitle,
        html`<h1>${words.notFoundTitle}</h1><p>${words.notFound} <code>${external_id}</code> (${login}). ${words.notFoundWhy}</p><p><a href="/">${words.toPayments}</a></p>`,
      ),
    )
    return null
  }

  router.get("/payments/:login/:external_id", (request, response) => {
    const payment = knownPayment(request, response)
    if (payment) show(request, response, payment)
  })

  router.post(
    "/payments/:login/:external_id",
    urlencoded({ extended: false, limit: "10kb" }),
    async (request, response) => {
      const payment = knownPayment(request, response)
      if (!payment) return
      try {
        await move(world, payment, moveShape.parse(request.body))
        response.redirect(303, request.path)
      } catch (error) {
        show(request, response.status(409), payment, problemIn(error, cabinetOf(request)))
      }
    },
  )
  router.use("/switches", switchesRoutes(world))
  return router
}

async function move(world: World, payment: Payment, wish: z.infer<typeof moveShape>) {
  const amount = wish.amount
    ? readMoney(Number(wish.amount.replace(/\s/g, "").replace(",", ".")), payment.currency)
    : undefined
  switch (wish.move) {
    case "resend": {
      const { external_id, login } = payment
      await sendNow(world, { external_id, login, copies: 1, concurrently: false })
      return
    }
    case "pay-out":
      payOut(world, payment, { amount })
      return
    case "leave-out":
      leaveOut(world, payment)
      return
    case "settle":
    case "fail":
      endPendingRefunds(world, payment, wish.move)
      return
    case "confirm":
    case "cancel":
    case "refund":
      cabinetMove(world, payment, wish.move, amount)
      return
    case "hold-cancelled":
    case "chargeback":
    case "representment":
      bankEvent(world, payment, wish.move, amount)
      return
  }
}

function wantedBy({ query }: Request): Wanted {
  const page = Number(query.page)
  return {
    text: typeof query.q === "string" ? query.q.slice(0, 200) : "",
    state: PAYMENT_STATES.find((state) => state === query.state) ?? null,
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  }
}
