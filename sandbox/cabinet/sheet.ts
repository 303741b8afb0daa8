import { type Html, html } from "../pages/html"
import type { Payment } from "../payment"
import type { Cabinet } from "./cabinet"
import { cabinetStyle } from "./style"
import type { CabinetTexts } from "./texts-uk"

type Place = "payments" | "switches" | null

export const sheet = (
  { words, switchTo }: Cabinet,
  title: string,
  content: Html,
  place: Place = null,
): string =>
  html`<!doctype html>
<html lang="${words.lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><link rel="icon" href="data:,">
<title>${title} · ${words.brand}</title><style>${cabinetStyle}</style></head>
<body><header><div><b>${words.brand}</b><nav>
${tab("/", words.payments, place === "payments")}${tab("/switches", words.switches, place === "switches")}
<a href="${switchTo}" lang="${words.lang === "uk" ? "en" : "uk"}" hreflang="${words.lang === "uk" ? "en" : "uk"}">${words.other}</a>
</nav></div></header><main>${content}</main></body></html>`.markup

const tab = (href: string, label: string, isHere: boolean): Html =>
  html`<a href="${href}"${isHere && html` aria-current="page"`}>${label}</a>`

export const chip = (state: keyof CabinetTexts["states"], { words }: Cabinet): Html =>
  html`<span class="chip ${state}">${words.states[state]}</span>`

export const pathOf = (payment: Payment): string =>
  `/payments/${encodeURIComponent(payment.login)}/${encodeURIComponent(payment.external_id)}`

/** A table that is a list of cards on a phone: each cell says what it is. */
export type Cell = { label: string; value: Html | string | null; isSum?: boolean }

export const table = (caption: string, rows: Cell[][]): Html | null => {
  const [first] = rows
  if (!first) return null
  return html`<table class="stack"><caption>${caption}</caption><thead><tr>${first.map(
    ({ label, isSum }) => html`<th scope="col"${isSum && html` class="n"`}>${label}</th>`,
  )}</tr></thead><tbody>${rows.map(
    (cells) =>
      html`<tr>${cells.map(
        ({ label, value, isSum }) =>
          html`<td data-label="${label}"${isSum && html` class="n"`}><div>${value}</div></td>`,
      )}</tr>`,
  )}</tbody></table>`
}
