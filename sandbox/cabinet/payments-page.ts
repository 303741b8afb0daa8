import { alternativeOf } from "../alternative/payment-state"
import { titleOf } from "../alternative/ways"
import { maskOf } from "../cards"
import type { Contract } from "../contract"
import { type Html, html } from "../pages/html"
import { ledgerOf, PAYMENT_STATES, type Payment, type PaymentState, stateOf } from "../payment"
import { paypartsOf } from "../payparts/order-state"
import type { Recurrent } from "../recurrents"
import type { WalletCard } from "../wallets"
import type { Cabinet } from "./cabinet"
import { type Cell, chip, pathOf, sheet, table } from "./sheet"
import { isFoundBy, maskedCustomer, toldBy } from "./store-told"

/** What is looked for; every state when none is named. */
export type Wanted = { text: string; state: PaymentState | null; page: number }

/** What the list page shows beside the payments. */
export type ListView = {
  cabinet: Cabinet
  /** The newest first. */
  payments: Payment[]
  wanted: Wanted
  contract: Contract
  savedCards: WalletCard[]
  recurrents: Recurrent[]
  switchesOn: number
}

const PER_PAGE = 25

/** All payments, newest first; then cards that may be charged again. */
export function paymentsPage(view: ListView): string {
  const { cabinet, payments, wanted, savedCards, recurrents, switchesOn } = view
  const { words } = cabinet
  const found = payments.filter(
    (payment) =>
      (wanted.state === null || stateOf(payment) === wanted.state) &&
      isFoundBy(payment, wanted.text),
  )
  const pages = Math.max(1, Math.ceil(found.length / PER_PAGE))
  const at = Math.min(wanted.page, pages)
  const first = (at - 1) * PER_PAGE
  const shown = found.slice(first, first + PER_PAGE)
  return sheet(
    cabinet,
    words.payments,
    html`<h1>${words.payments}</h1>
${switchesOn > 0 && html`<p class="on"><a href="/switches">${words.on} ${switchesOn}</a></p>`}
${contractLine(view)}
${payments.length > 0 && searchForm(view)}
${
  payments.length === 0
    ? html`<p class="empty">${words.noPayments} <code>/api/payments/v1/new</code></p>`
    : found.length === 0
      ? html`<p class="empty">${words.nothingFound} <a href="/">${words.showAll}</a>.</p>`
      : table(
          `${words.payments}: ${first + 1}–${first + shown.length} ${words.of} ${found.length}`,
          shown.map((payment) => paymentRow(payment, cabinet)),
        )
}
${pages > 1 && pager(view, at, pages)}
${savedCardsTable(savedCards, cabinet)}${recurrentsTable(recurrents, cabinet)}`,
    "payments",
  )
}

const contractLine = ({ cabinet: { words }, contract }: ListView): Html => {
  const violations = contract.list().length
  return contract.document === null
    ? html`<p class="soft">${words.uncheckedRules}</p>`
    : html`<p class="soft">${words.checked} <a href="/contract">${
        violations === 0 ? words.noViolations : `${words.violations} ${violations}`
      }</a>.</p>`
}

const searchForm = ({ cabinet: { words }, wanted }: ListView): Html =>
  html`<form class="search" method="get" action="/" role="search">
<label class="wide">${words.search}<input type="search" name="q" value="${wanted.text}" placeholder="${words.searchHint}"></label>
<label>${words.state}<select name="state"><option value="">${words.anyState}</option>${PAYMENT_STATES.map(
    (state) =>
      html`<option value="${state}"${state === wanted.state && html` selected`}>${words.states[state]}</option>`,
  )}</select></label>
<button>${words.find}</button>${
    (wanted.text !== "" || wanted.state !== null) &&
    html`<a class="quiet" href="/">${words.clear}</a>`
  }</form>`

function pager({ cabinet: { words }, wanted }: ListView, at: number, pages: number): Html {
  const href = (page: number) =>
    `/?${new URLSearchParams({ q: wanted.text, state: wanted.state ?? "", page: String(page) })}`
  return html`<nav class="pager" aria-label="${words.pages}">${
    at > 1 ? html`<a href="${href(at - 1)}" rel="prev">${words.previous}</a>` : html`<span></span>`
  }<span>${at} ${words.of} ${pages}</span>${
    at < pages ? html`<a href="${href(at + 1)}" rel="next">${words.next}</a>` : html`<span></span>`
  }</nav>`
}

/** How the last try was made; without one, how the payment was opened. */
const wayOf = (payment: Payment, { words }: Cabinet): string => {
  const tried = payment.operations.filter((one) => one.via !== null).at(-1)?.via
  const way = words.ways[tried ?? "hosted"]
  const instalments = paypartsOf(payment)
  if (instalments) return `${instalments.bank} × ${instalments.parts}`
  const alternative = alternativeOf(payment)
  if (alternative) return titleOf(alternative)
  if (payment.kind === "batch") return `${words.batch}, ${way}`
  if (payment.part) return `${words.orderOf} ${payment.part.batch.external_id}`
  return payment.kind === "lookup" ? `${words.operations.lookup}, ${way}` : way
}

function paymentRow(payment: Payment, cabinet: Cabinet): Cell[] {
  const { words, money, time } = cabinet
  const told = toldBy(payment)
  const number = told.orderNumber && `${words.orderNumber} ${told.orderNumber}`
  const name = number ?? told.description ?? payment.external_id
  const more = [
    told.orderNumber && told.description,
    name !== payment.external_id && payment.external_id,
  ]
  const ledger = Object.entries(ledgerOf(payment)).filter(([, amount]) => amount !== 0n)
  return [
    {
      label: words.payment,
      value: html`<a class="name" href="${pathOf(payment)}">${name}</a>${more.map(
        (line) => line && html`<span class="under">${line}</span>`,
      )}`,
    },
    {
      label: words.customer,
      value: html`${maskedCustomer(told).map((line) => html`<span class="under">${line}</span>`)}`,
    },
    {
      label: words.way,
      value: html`${wayOf(payment, cabinet)}<span class="under">${payment.login}</span>`,
    },
    { label: words.amount, value: money(payment.amount, payment.currency), isSum: true },
    { label: words.state, value: chip(stateOf(payment), cabinet) },
    {
      label: words.money,
      value: html`${ledger.map(
        ([of, amount]) =>
          html`<span class="under">${new Map(Object.entries(words.ledger)).get(of)} ${money(amount, payment.currency)}</span>`,
      )}`,
      isSum: true,
    },
    { label: `${words.created} (${words.zone})`, value: time(payment.created_at) },
  ]
}

const savedCardsTable = (cards: WalletCard[], { words, time }: Cabinet): Html | null =>
  table(
    words.savedCards,
    cards.map((one) => [
      { label: words.customer, value: one.customer_external_id },
      { label: words.shop, value: one.login },
      { label: words.card, value: maskOf(one.card) },
      { label: words.byDefault, value: one.is_default ? words.yes : "–" },
      { label: words.state, value: one.is_confirmed ? words.confirmed : words.unconfirmed },
      { label: `${words.added} (${words.zone})`, value: time(one.created_at) },
    ]),
  )

const recurrentsTable = (recurrents: Recurrent[], { words, time }: Cabinet): Html | null =>
  table(
    words.recurrents,
    recurrents.map((one) => [
      { label: "recurrent_id", value: one.recurrent_id },
      { label: words.shop, value: one.login },
      { label: words.firstPayment, value: one.external_id },
      { label: words.card, value: maskOf(one.card) },
      {
        label: words.nextCharge,
        value: one.revoked ? words.revoked : (one.refusal?.code ?? words.allowed),
      },
      { label: `${words.opened} (${words.zone})`, value: time(one.created_at) },
    ]),
  )
