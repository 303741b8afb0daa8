import { type Request, type Response, Router, urlencoded } from "express"
import { finishAttempt, pay } from "../cashier"
import { concludedBy, isShown, paidBy } from "../payment"
import { typedIn } from "../payment-attempts"
import type { World } from "../world"
import { type CardForm, filledCard, sentCard } from "./card-form"
import { checkoutPage } from "./checkout"
import { showExpress, submitExpress } from "./express-routes"
import {
  afterAnswer,
  declinedOn,
  type Known,
  merchantName,
  nothingWaits,
  openPage,
  textOf,
  unknownPage,
} from "./known-page"
import { receiptPage } from "./notice"
import { langQuery, languageOf, lookOf, show } from "./page-look"
import { threeDsPage } from "./three-ds"

/** Everything the shopper's browser meets. Plain forms: it works without scripts. */
export function shopperPages(world: World): Router {
  const router = Router()
  const form = urlencoded({ extended: false, limit: "100kb" })

  router.get("/checkout/:page_id", (request, response) => {
    const known = openPage(world, request, response)
    if (!known) return
    if (known.page.mode === "express") {
      showExpress(world, request, response, known)
      return
    }
    const form = filledCard(textOf(request.query.card))
    show(response, checkout(world, request, known, form))
  })

  router.post("/checkout/:page_id", form, (request, response) => {
    const known = openPage(world, request, response)
    if (!known) return
    if (known.page.mode === "express") {
      submitExpress(world, request, response, known)
      return
    }
    const { form: sent, card } = sentCard((name) => request.body[name])
    const save = request.body.save === "yes" && known.page.customer_external_id !== null
    if (card === undefined) {
      show(response.status(422), checkout(world, request, known, { ...sent, save }))
      return
    }
    const attempt = pay(world, known.payment, known.page, typedIn(card, save))
    if (attempt.status === "pending")
      response.redirect(303, `/3ds/${attempt.operation_id}${langQuery(request)}`)
    else afterAnswer(request, response, known)
  })

  router.get("/checkout/:page_id/leave", (request, response) => {
    const known = world.payments.findByPage(request.params.page_id)
    if (known?.page.result_url) response.redirect(302, known.page.result_url)
    else if (known && !isShown(known.page)) nothingWaits(request, response, known.payment, null)
    else if (known) response.redirect(302, `/checkout/${known.page.page_id}${langQuery(request)}`)
    else unknownPage(request, response)
  })

  router.get("/3ds/:attempt_id", (request, response) => {
    const found = openAttempt(world, request, response)
    if (!found) return
    const { known, attempt } = found
    const language = languageOf(request, known.payment)
    show(
      response,
      threeDsPage({
        look: lookOf(request, known.payment),
        language,
        merchant: merchantName(world, known.payment),
        card: attempt.card,
        sum: attempt.operation === "lookup" ? null : attempt,
        at: attempt.at,
        action: `/3ds/${attempt.operation_id}`,
        leave: `/checkout/${known.page.page_id}/leave?lang=${language}`,
      }),
    )
  })

  router.post("/3ds/:attempt_id", form, (request, response) => {
    const found = openAttempt(world, request, response)
    if (!found) return
    const approved = request.body.answer === "approve"
    finishAttempt(world, found.known.payment, found.attempt, approved ? "approve" : "reject")
    afterAnswer(request, response, found.known)
  })

  router.get("/receipt/:payment_id", (request, response) => {
    const payment = world.payments.findById(request.params.payment_id)
    if (!payment || !paidBy(payment)) {
      unknownPage(request, response)
      return
    }
    const language = languageOf(request, payment)
    const merchant = merchantName(world, payment)
    show(response, receiptPage({ look: lookOf(request, payment), language, merchant, payment }))
  })
  return router
}

function openAttempt(world: World, request: Request, response: Response) {
  const id = request.params.attempt_id
  const payment = world.payments
    .list()
    .find(({ operations }) => operations.some((one) => one.operation_id === id))
  const attempt = payment?.operations.find((one) => one.operation_id === id)
  const known = attempt?.page_id ? world.payments.findByPage(attempt.page_id) : undefined
  if (!attempt || !known) {
    unknownPage(request, response)
    return null
  }
  if (attempt.status === "pending" && !concludedBy(known.payment)) return { known, attempt }
  nothingWaits(request, response.status(409), known.payment, known.page)
  return null
}

function checkout(world: World, request: Request, known: Known, form: CardForm): string {
  const { payment, page } = known
  return checkoutPage({
    look: lookOf(request, payment),
    language: languageOf(request, payment),
    merchant: merchantName(world, payment),
    sellerName: (api_key) => world.merchants.find(api_key)?.name ?? null,
    payment,
    page,
    declined: declinedOn(known),
    form,
  })
}
