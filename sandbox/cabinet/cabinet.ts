import type { Request, RequestHandler, Response } from "express"
import type { Minor } from "../money"
import { formatAmount } from "../pages/amount"
import { type Html, html } from "../pages/html"
import type { Language } from "../pages/texts"
import { en } from "./texts-en"
import { type CabinetTexts, uk } from "./texts-uk"

/** How the merchant's pages speak to whoever asks, and where the same page is in the other language. */
export type Cabinet = {
  language: Language
  words: CabinetTexts
  switchTo: string
  money: (amount: Minor, currency: string) => string
  time: (iso: string) => Html
}

const COOKIE = "rozetkapay_sandbox_lang"

/** ?lang is remembered: the cabinet's many links and forms need not carry it. */
export const rememberLanguage: RequestHandler = (request, response, next) => {
  const { lang } = request.query
  if (lang === "uk" || lang === "en")
    response.cookie(COOKIE, lang, { sameSite: "lax", httpOnly: true, path: "/" })
  next()
}

export function cabinetOf(request: Request): Cabinet {
  const language = languageOf(request)
  const query = new URLSearchParams(new URL(request.originalUrl, "http://sandbox").search)
  query.set("lang", language === "uk" ? "en" : "uk")
  return {
    language,
    words: language === "uk" ? uk : en,
    switchTo: `${request.path}?${query}`,
    money: (amount, currency) => formatAmount(amount, currency, language),
    time: (iso) => html`<time datetime="${iso}">${timeIn(iso, language)}</time>`,
  }
}

function languageOf(request: Request): Language {
  const { lang } = request.query
  if (lang === "uk" || lang === "en") return lang
  const kept = new RegExp(`(?:^|;\\s*)${COOKIE}=(uk|en)`).exec(request.headers.cookie ?? "")?.[1]
  if (kept === "uk" || kept === "en") return kept
  return request.acceptsLanguages("uk", "en") === "en" ? "en" : "uk"
}

/** In Kyiv's time, whatever the browser's; the pages name the zone. */
const timeIn = (iso: string, language: Language): string =>
  new Intl.DateTimeFormat(language === "uk" ? "uk-UA" : "en-GB", {
    dateStyle: "short",
    timeStyle: "medium",
    timeZone: "Europe/Kyiv",
  }).format(new Date(iso))

/** As strict as a shopper's page: no scripts, nothing from elsewhere, in nobody's frame. */
export const showCabinet = (response: Response, page: string): void => {
  response
    .set({
      "Content-Security-Policy":
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
      "Cache-Control": "no-store",
      "Referrer-Policy": "same-origin",
    })
    .type("html")
    .send(page)
}
