import { type Request, type Response, Router, urlencoded } from "express"
import { merchantName, textOf, unknownPage } from "../pages/known-page"
import { noticePage } from "../pages/notice"
import { langQuery, languageOf, lookOf, show } from "../pages/page-look"
import { type Operation, type Page, type Payment, pageOf } from "../payment"
import type { World } from "../world"
import { answerPage, wantsCode } from "./answer-page"
import { answerPayment } from "./ask-customer"
import { answerOfCode } from "./blik-codes"
import { pageTextsIn } from "./page-texts"
import { isAsked } from "./payment-state"
import type { AlternativeTerms } from "./ways"

type Asked = { payment: Payment; attempt: Operation; page: Page; terms: AlternativeTerms }

/** The providers' pages, and the bank's app of BLIK by code. */
export function alternativePages(world: World): Router {
  const router = Router()
  const form = urlencoded({ extended: false, limit: "10kb" })

  const page = (request: Request, asked: Asked, code: { value: string; isWrong: boolean }) =>
    answerPage({
      ...asked,
      look: lookOf(request, asked.payment),
      language: languageOf(request, asked.payment),
      merchant: merchantName(world, asked.payment),
      path: pathOf(asked.attempt),
      code,
    })

  router.get("/alternative/:attempt_id", (request, response) => {
    const asked = openPayment(world, request, response)
    if (asked) show(response, page(request, asked, { value: "", isWrong: false }))
  })

  router.post("/alternative/:attempt_id", form, (request, response) => {
    const asked = openPayment(world, request, response)
    if (!asked) return
    const { payment, attempt, terms } = asked
    const code = textOf(request.body.code).replace(/\s/g, "")
    const agrees = request.body.answer === "agree"
    if (agrees && wantsCode(terms) && !/^\d{6}$/.test(code)) {
      show(response.status(422), page(request, asked, { value: code, isWrong: true }))
      return
    }
    const given = { answer: agrees ? ("agree" as const) : ("refuse" as const) }
    const told = agrees && wantsCode(terms) ? answerOfCode(code) : null
    answerPayment(world, payment, attempt, { ...(told ?? given), by: "shopper" })
    if (terms.asks === "page" && asked.page.result_url)
      response.redirect(302, asked.page.result_url)
    else outcome(request, response, asked)
  })

  router.get("/alternative/:attempt_id/leave", (request, response) => {
    const asked = findPayment(world, request)
    if (asked?.page.result_url) response.redirect(302, asked.page.result_url)
    else if (asked) response.redirect(302, `${pathOf(asked.attempt)}${langQuery(request)}`)
    else unknownPage(request, response)
  })
  return router
}

const pathOf = ({ operation_id }: Operation): string => `/alternative/${operation_id}`

function findPayment(world: World, request: Request): Asked | null {
  const id = request.params.attempt_id
  for (const payment of world.payments.list()) {
    const attempt = payment.operations.find((one) => one.operation_id === id)
    const page = attempt && pageOf(payment, attempt)
    if (attempt && page?.alternative) return { payment, attempt, page, terms: page.alternative }
  }
  return null
}

/** The try, if it still waits for the customer; else says why it does not. */
function openPayment(world: World, request: Request, response: Response): Asked | null {
  const asked = findPayment(world, request)
  if (!asked) {
    unknownPage(request, response)
    return null
  }
  if (!isAsked(asked.payment, asked.attempt)) {
    outcome(request, response.status(409), asked)
    return null
  }
  if (asked.page.expires_at > Date.now()) return asked
  const look = lookOf(request, asked.payment)
  const { expiredTitle: title, expiredText: text } = look.texts
  show(response.status(410), notice(look, asked, { sign: "clock", title, text }))
  return null
}

function outcome(request: Request, response: Response, asked: Asked): void {
  const look = lookOf(request, asked.payment)
  const words = pageTextsIn(languageOf(request, asked.payment))
  const said = {
    success: { sign: "done", title: words.doneTitle, text: words.doneText },
    failure: { sign: "cross", title: words.refusedTitle, text: words.refusedText },
    pending: { sign: "clock", title: words.overTitle, text: words.overText },
  } as const
  show(response, notice(look, asked, said[asked.attempt.status]))
}

/** The bank's app knows no way to the shop. */
function notice(
  look: ReturnType<typeof lookOf>,
  { page, terms }: Asked,
  said: { sign: "done" | "cross" | "clock"; title: string; text: string },
): string {
  const leads = terms.asks === "page"
  const link = leads && page.result_url ? { href: page.result_url, label: look.texts.back } : null
  return noticePage({ look, ...said, link })
}
