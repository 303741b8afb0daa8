import type { Request, Response } from "express"
import { findTestCard, withExpiry } from "../cards"
import { pay } from "../cashier"
import { orderOnDelivery } from "../express/on-delivery"
import { typedIn } from "../payment-attempts"
import type { World } from "../world"
import { type ExpressForm, filledForm, openedForm, orderIn, sentForm } from "./express-form"
import { expressPage } from "./express-page"
import { afterAnswer, declinedOn, type Known, merchantName, textOf } from "./known-page"
import { customerField, langQuery, languageOf, lookOf, show } from "./page-look"

/** The express page as it is opened, or as the shopper finds it after a decline. */
export function showExpress(
  world: World,
  request: Request,
  response: Response,
  known: Known,
): void {
  const told = known.payment.operations
    .filter(({ page_id }) => page_id === known.page.page_id)
    .at(-1)
  const form = openedForm(told?.express ?? null, (field) => customerField(known.payment, field))
  show(response, page(world, request, known, form))
}

export function submitExpress(
  world: World,
  request: Request,
  response: Response,
  known: Known,
): void {
  const sent = sentForm((name) => request.body[name])
  const fill = textOf(request.body.fill)
  if (fill !== "") {
    show(response, page(world, request, known, filledForm(sent, fill)))
    return
  }
  const onDelivery = sent.means === "on_delivery" && canPayOnDelivery(world, known)
  const card = findTestCard(sent.card.number)
  const isRight = sent.errors.length === 0 && sent.card.errors.length === 0
  if (isRight && onDelivery) {
    orderOnDelivery(world, known.payment, known.page, orderIn(sent))
    afterAnswer(request, response, known)
  } else if (isRight && card) {
    const means = { ...typedIn(withExpiry(card, sent.card.expiry)), express: orderIn(sent) }
    const attempt = pay(world, known.payment, known.page, means)
    if (attempt.status === "pending")
      response.redirect(303, `/3ds/${attempt.operation_id}${langQuery(request)}`)
    else afterAnswer(request, response, known)
  } else show(response.status(422), page(world, request, known, sent))
}

const page = (world: World, request: Request, known: Known, form: ExpressForm): string =>
  expressPage({
    look: lookOf(request, known.payment),
    language: languageOf(request, known.payment),
    merchant: merchantName(world, known.payment),
    ...known,
    declined: declinedOn(known),
    canPayOnDelivery: canPayOnDelivery(world, known),
    form,
  })

const canPayOnDelivery = (world: World, { payment }: Known): boolean =>
  world.merchants.find(payment.login)?.not_allowed.includes("pay_on_delivery") === false
