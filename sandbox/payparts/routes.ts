import { type Request, type Response, Router, urlencoded } from "express"
import { type CardForm, EMPTY_CARD, filledCard, sentCard } from "../pages/card-form"
import { textOf, unknownPage } from "../pages/known-page"
import { noticePage } from "../pages/notice"
import { langQuery, languageOf, lookOf, show } from "../pages/page-look"
import { type Operation, type Page, type Payment, type PaypartsTerms, pageOf } from "../payment"
import type { World } from "../world"
import { answerOrder, type CustomerAnswer } from "./ask-customer"
import { bankLogo } from "./bank-logo"
import { bankPage, type CodeError } from "./bank-page"
import { pageWants } from "./how-banks-ask"
import { isWaiting } from "./order-state"
import { pageTextsIn } from "./page-texts"

type Asked = { payment: Payment; attempt: Operation; page: Page; terms: PaypartsTerms }
type Shown = { form: CardForm; codeError: CodeError | null }
type Given = Omit<CustomerAnswer, "by">

const WRONG_CODE = "0000"

/** Where the bank asks the customer: its app, which the sandbox shows in a browser, or its page. */
export function paypartsPages(world: World): Router {
  const router = Router()
  const form = urlencoded({ extended: false, limit: "10kb" })

  const page = (request: Request, asked: Asked, { form: card, codeError }: Shown): string => {
    const look = lookOf(request, asked.payment)
    const isCodeSent = request.query.step === "code"
    return bankPage({
      ...asked,
      // Who reads the other language has been sent the code all the same.
      look: isCodeSent ? { ...look, switchTo: `${look.switchTo}&step=code` } : look,
      language: languageOf(request, asked.payment),
      merchant: world.merchants.find(asked.payment.login)?.name ?? asked.payment.login,
      path: pathOf(asked.attempt),
      isCodeSent,
      codeError,
      form: card,
    })
  }

  router.get("/instalments/logo/:name.svg", (request, response) => {
    const bank = world.banks.find(request.params.name)
    if (bank) response.type("svg").send(bankLogo(bank.name))
    else unknownPage(request, response)
  })

  router.get("/instalments/:attempt_id", (request, response) => {
    const asked = openOrder(world, request, response)
    if (!asked) return
    const card = filledCard(textOf(request.query.card))
    show(response, page(request, asked, { form: card, codeError: null }))
  })

  router.post("/instalments/:attempt_id", form, (request, response) => {
    const asked = openOrder(world, request, response)
    if (!asked) return
    const read = readAnswer(asked, new Map(Object.entries(Object(request.body))))
    if ("answer" in read) {
      answerOrder(world, asked.payment, asked.attempt, { ...read, by: "shopper" })
      afterAnswer(request, response, asked)
    } else show(response.status(422), page(request, asked, read))
  })

  router.get("/instalments/:attempt_id/leave", (request, response) => {
    const asked = findOrder(world, request)
    if (asked?.page.result_url) response.redirect(302, asked.page.result_url)
    else if (asked) response.redirect(302, `${pathOf(asked.attempt)}${langQuery(request)}`)
    else unknownPage(request, response)
  })
  return router
}

/** What the customer sent, or the form again with what is wrong with it. */
function readAnswer({ terms }: Asked, fields: Map<string, unknown>): Given | Shown {
  if (fields.get("answer") === "refuse") return { answer: "refuse" }
  switch (terms.asks === "app" ? "answer" : pageWants(terms.bank)) {
    case "answer":
      return { answer: fields.get("answer") === "agree" ? "agree" : "refuse" }
    case "sms": {
      const code = textOf(fields.get("code")).trim()
      if (code === "") return { form: EMPTY_CARD, codeError: "empty" }
      const isRight = /^\d{4}$/.test(code) && code !== WRONG_CODE
      return isRight ? { answer: "agree" } : { form: EMPTY_CARD, codeError: "wrong" }
    }
    case "card":
      return readCard(fields)
  }
}

function readCard(fields: Map<string, unknown>): Given | Shown {
  const { form, card } = sentCard((name) => fields.get(name))
  if (card === undefined) return { form, codeError: null }
  switch (card.outcome) {
    case "paid":
      return { answer: "agree" }
    case "rejected":
      return { answer: "reject" }
    case "insufficient_funds":
      return { answer: "reject", code: "insufficient_funds" }
  }
}

const pathOf = ({ operation_id }: Operation): string => `/instalments/${operation_id}`

function findOrder(world: World, request: Request): Asked | null {
  const id = request.params.attempt_id
  for (const payment of world.payments.list()) {
    const attempt = payment.operations.find((one) => one.operation_id === id)
    const page = attempt && pageOf(payment, attempt)
    if (attempt && page?.payparts) return { payment, attempt, page, terms: page.payparts }
  }
  return null
}

/** The order, if the bank still waits for an answer; else says why it does not. */
function openOrder(world: World, request: Request, response: Response): Asked | null {
  const asked = findOrder(world, request)
  if (!asked) {
    unknownPage(request, response)
    return null
  }
  const { payment, attempt, page } = asked
  if (!isWaiting(payment, attempt)) {
    outcome(request, response.status(409), asked)
    return null
  }
  if (page.expires_at > Date.now()) return asked
  const look = lookOf(request, payment)
  const { expiredTitle: title, expiredText: text } = look.texts
  const link = linkBack(asked, look.texts.back)
  show(response.status(410), noticePage({ look, sign: "clock", title, text, link }))
  return null
}

/** From the bank's page back to the shop; its app says what became of the order. */
function afterAnswer(request: Request, response: Response, asked: Asked): void {
  const { page, terms } = asked
  if (terms.asks === "page" && page.result_url) response.redirect(302, page.result_url)
  else outcome(request, response, asked)
}

function outcome(request: Request, response: Response, asked: Asked): void {
  const look = lookOf(request, asked.payment)
  const words = pageTextsIn(languageOf(request, asked.payment))
  const link = linkBack(asked, look.texts.back)
  switch (asked.attempt.status) {
    case "success": {
      const { signedTitle: title, signedText: text } = words
      show(response, noticePage({ look, sign: "done", title, text, link }))
      return
    }
    case "failure": {
      const { refusedTitle: title, refusedText: text } = words
      show(response, noticePage({ look, sign: "cross", title, text, link }))
      return
    }
    case "pending": {
      const { overTitle: title, overText: text } = words
      show(response, noticePage({ look, sign: "clock", title, text, link }))
      return
    }
  }
}

/** The bank's app knows no way to the shop. */
const linkBack = ({ page, terms }: Asked, label: string) =>
  terms.asks === "page" && page.result_url ? { href: page.result_url, label } : null
