import type { Request, Response } from "express"
import {
  concludedBy,
  isShown,
  type Operation,
  orderedBy,
  type Page,
  type Payment,
} from "../payment"
import type { World } from "../world"
import { expressTextsIn } from "./express-texts"
import type { Look } from "./frame"
import { noticePage } from "./notice"
import { langQuery, languageOf, lookOf, show } from "./page-look"
import { textsIn } from "./texts"

/** What a shopper's page is about, and where the shopper goes when there is nothing to do on it. */
export type Known = { payment: Payment; page: Page }

/**
 * Paid: to the merchant. Declined: back to the page, which shows why; a direct payment has none,
 * so its shopper returns to the merchant either way.
 */
export function afterAnswer(request: Request, response: Response, { payment, page }: Known): void {
  const returns = concludedBy(payment) !== undefined || !isShown(page)
  if (returns && page.result_url) response.redirect(302, page.result_url)
  else if (!isShown(page)) nothingWaits(request, response, payment, null)
  else response.redirect(303, `/checkout/${page.page_id}${langQuery(request)}`)
}

/** The page, if it can still be paid on; else says why not. */
export function openPage(world: World, request: Request, response: Response): Known | null {
  const known = world.payments.findByPage(request.params.page_id ?? "")
  if (!known || !isShown(known.page)) {
    unknownPage(request, response)
    return null
  }
  const { payment, page } = known
  const look = lookOf(request, payment)
  const { texts } = look
  const link = page.result_url ? { href: page.result_url, label: texts.back } : null
  const done = concludedBy(payment)
  if (done) {
    const { title, text } = doneWords(request, payment, done)
    show(response, noticePage({ look, sign: "done", title, text, link }))
    return null
  }
  if (page.expires_at <= Date.now()) {
    const { expiredTitle: title, expiredText: text } = texts
    show(response.status(410), noticePage({ look, sign: "clock", title, text, link }))
    return null
  }
  return known
}

function doneWords(request: Request, payment: Payment, done: Operation) {
  const language = languageOf(request, payment)
  const { orderedTitle, orderedText } = expressTextsIn(language)
  if (orderedBy(payment)) return { title: orderedTitle, text: orderedText }
  const texts = textsIn(language)
  return {
    title: done.method === "lookup" ? texts.verifiedTitle : texts.paidTitle,
    text: done.method === "auth" ? texts.heldText : texts.paidText,
  }
}

/** The bank wants nothing more of the shopper: the way back to the page, or to the shop. */
export function nothingWaits(
  request: Request,
  response: Response,
  payment: Payment,
  page: Page | null,
): void {
  const look = lookOf(request, payment)
  const { attemptOverTitle: title, attemptOverText: text, backToPage, back } = look.texts
  const isOpen = page !== null && isShown(page)
  const href = isOpen ? `/checkout/${page.page_id}` : page?.result_url
  const link = href ? { href, label: isOpen ? backToPage : back } : null
  show(response, noticePage({ look, sign: "clock", title, text, link }))
}

export function unknownPage(request: Request, response: Response): void {
  const look: Look = { texts: textsIn(languageOf(request, null)), dark: false }
  const { unknownTitle: title, unknownText: text } = look.texts
  show(response.status(404), noticePage({ look, sign: "question", title, text }))
}

/** The last attempt on a page, if the bank declined it. */
export function declinedOn({ payment, page }: Known): Operation | null {
  const last = payment.operations.filter((one) => one.page_id === page.page_id).at(-1)
  return last?.status === "failure" ? last : null
}

export const merchantName = (world: World, payment: Payment): string =>
  world.merchants.find(payment.login)?.name ?? payment.login

export const textOf = (value: unknown): string => (typeof value === "string" ? value : "")
