import type { Request, Response } from "express"
import type { Payment } from "../payment"
import type { Look } from "./frame"
import { type Language, textsIn } from "./texts"

/** ?lang wins, then customer.locale (Polish shoppers get English), then the browser. */
export function languageOf(request: Request, payment: Payment | null): Language {
  const { lang } = request.query
  if (lang === "uk" || lang === "en") return lang
  const locale = payment ? customerField(payment, "locale") : undefined
  if (typeof locale === "string") return locale === "UK" ? "uk" : "en"
  return request.acceptsLanguages("uk", "en") === "en" ? "en" : "uk"
}

export function lookOf(request: Request, payment: Payment | null): Look {
  const language = languageOf(request, payment)
  const { color_mode } = request.query
  const mode = color_mode ?? (payment && customerField(payment, "color_mode"))
  const other = new URLSearchParams({ lang: language === "uk" ? "en" : "uk" })
  if (typeof color_mode === "string") other.set("color_mode", color_mode)
  return {
    texts: textsIn(language),
    dark: mode === "dark",
    switchTo: `${request.path}?${other}`,
  }
}

export const customerField = (payment: Payment, field: string): unknown => {
  const { customer } = payment.request
  return typeof customer === "object" && customer !== null
    ? new Map(Object.entries(customer)).get(field)
    : undefined
}

/** Keeps the language that the shopper chose across a redirect. */
export const langQuery = (request: Request): string =>
  request.query.lang === "uk" || request.query.lang === "en" ? `?lang=${request.query.lang}` : ""

export const show = (response: Response, page: string): void => {
  response
    .set({
      "Content-Security-Policy":
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'none'",
      "Cache-Control": "no-store",
      // The shop learns nothing of the page, and the page's own forms say whose they are.
      "Referrer-Policy": "same-origin",
    })
    .type("html")
    .send(page)
}
