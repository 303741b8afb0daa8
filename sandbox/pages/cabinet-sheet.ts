import type { Payment, Via } from "../payment"
import { cabinetStyle } from "./cabinet-style"
import { type Html, html } from "./html"

export const sheet = (title: string, content: Html): string =>
  html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${title}</title><style>${cabinetStyle}</style></head>
<body><header><a href="/"><b>RozetkaPay sandbox</b></a> <span>merchant's cabinet</span></header><main>${content}</main></body></html>`
    .markup

export const chip = (state: string): Html =>
  html`<span class="chip ${state}">${state.replaceAll("_", " ")}</span>`

export const when = (iso: string): string => iso.slice(0, 19).replace("T", " ")

export const pathOf = (payment: Payment): string =>
  `/payments/${encodeURIComponent(payment.login)}/${encodeURIComponent(payment.external_id)}`

export const WAYS: Record<Via, string> = {
  hosted: "hosted page",
  cc_token: "card token",
  apple_pay: "Apple Pay",
  google_pay: "Google Pay",
  wallet: "saved card",
  recurrent: "recurrent",
  on_delivery: "on delivery",
  cc_number: "card number",
  privat24: "Privat24",
  privat_payparts: "Privat parts",
  credit_pay: "EvoCredit",
  przelewy24: "Przelewy24",
}
