import { alternativeOf, askedOf } from "../alternative/payment-state"
import { titleOf } from "../alternative/ways"
import type { Callback } from "../callbacks"
import { type Html, html } from "../pages/html"
import { hostedPageOf, ledgerOf, type Payment, stateOf } from "../payment"
import { paypartsOf, waitingOf } from "../payparts/order-state"
import type { Cabinet } from "./cabinet"
import { movesForm } from "./moves-form"
import { chip, pathOf, sheet, table } from "./sheet"
import { maskedCustomer, toldBy } from "./store-told"

type PaymentView = {
  cabinet: Cabinet
  payment: Payment
  callbacks: Callback[]
  /** Why the last press did nothing. */
  problem: string | null
}

/** One payment: what the store told, its ledger, what can be done, operations, callbacks with every try. */
export function paymentPage(view: PaymentView): string {
  const { cabinet, payment, callbacks, problem } = view
  const { words, money } = cabinet
  const sum = (amount: bigint) => money(amount, payment.currency)
  const ledger = ledgerOf(payment)
  return sheet(
    cabinet,
    toldBy(payment).orderNumber ?? payment.external_id,
    html`<p><a href="/">${words.back}</a></p>
<h1>${sum(payment.amount)} ${chip(stateOf(payment), cabinet)}</h1>
${problem !== null && html`<p class="alert" role="alert"><b>${words.failedTitle}.</b> ${problem}</p>`}
${facts(view)}${batchLinks(view)}
<dl class="ledger">${(["held", "captured", "canceled", "refunded", "refunding"] as const).map(
      (name) => html`<div><dt>${words.ledger[name]}</dt><dd>${sum(ledger[name])}</dd></div>`,
    )}</dl>
${movesForm(payment, words)}
${
  table(
    words.operationsTitle,
    payment.operations.map((one) => [
      { label: `${words.at} (${words.zone})`, value: cabinet.time(one.at) },
      {
        label: words.operation,
        value: html`${words.operations[one.operation]}<span class="under">${words.operations[one.method]}${
          one.via && ` · ${words.ways[one.via]}`
        }</span>`,
      },
      { label: words.amount, value: money(one.amount, one.currency), isSum: true },
      { label: words.status, value: chip(one.status, cabinet) },
      { label: words.code, value: html`<code>${one.status_code}</code>` },
      { label: words.by, value: words.actors[one.by] },
    ]),
  ) ?? html`<h2>${words.operationsTitle}</h2><p class="empty">${words.noOperations}</p>`
}
<h2>${words.callbacks}</h2>
${
  callbacks.length === 0
    ? html`<p class="empty">${words.noCallbacks}</p>`
    : callbacks.map((callback) => callbackCard(callback, cabinet))
}`,
  )
}

/** What to match the payment with the store's order by, and how it is paid. */
function facts({ cabinet: { words }, payment }: PaymentView): Html {
  const told = toldBy(payment)
  const page = hostedPageOf(payment)
  const rows: [string, Html | string | null][] = [
    [words.orderNumber, told.orderNumber],
    [words.description, told.description],
    ["external_id", payment.external_id],
    [words.paymentId, payment.id],
    [words.customer, maskedCustomer(told).join(" · ")],
    [words.shop, payment.login],
    [
      words.how,
      html`${
        payment.kind === "lookup" ? words.aLookup : payment.confirm ? words.oneStep : words.twoSteps
      }${page && html` · <a href="/checkout/${page.page_id}">${words.hostedPage}</a>`}`,
    ],
    [words.bank, instalments(payment, words)],
    [words.way, alternative(payment, words)],
    [words.payload, told.payload],
    [words.metadata, told.metadata.map(([name, value]) => `${name}: ${value}`).join(" · ")],
  ]
  return html`<dl class="facts">${rows
    .filter(([, value]) => value !== null && value !== "")
    .map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`
}

/** The way from a batch to its orders, and back. */
function batchLinks({ cabinet, payment }: PaymentView): Html | null {
  const { words, money } = cabinet
  const { part, orders } = payment
  if (part)
    return html`<p>${words.partOfBatch.replace("{seller}", part.api_key)} <a href="${pathOf(
      part.batch,
    )}">${part.batch.external_id}</a></p>`
  return orders.length === 0
    ? null
    : html`<ul>${orders.map(
        (order) =>
          html`<li><a href="${pathOf(order)}">${order.external_id}</a> · ${money(
            order.amount,
            order.currency,
          )} · ${String(order.part?.api_key)} ${chip(stateOf(order), cabinet)}</li>`,
      )}</ul>`
}

/** The bank of an order in instalments, and the way to its app while it waits for the customer. */
function instalments(payment: Payment, words: Cabinet["words"]): Html | null {
  const terms = paypartsOf(payment)
  if (!terms) return null
  const waiting = waitingOf(payment)
  const where = terms.asks === "app" ? words.bankApp : words.bankPage
  return html`${terms.bank}, ${words.instalments} ${terms.parts}${terms.phone && ` · ${terms.phone}`}${
    waiting &&
    html` · ${words.waitsForCustomer} <a href="/instalments/${waiting.operation_id}">${where}</a>`
  }`
}

/** The way to pay of an alternative payment, and where its customer answers while they are asked. */
function alternative(payment: Payment, words: Cabinet["words"]): Html | null {
  const terms = alternativeOf(payment)
  if (!terms) return null
  const asked = askedOf(payment)
  const where = terms.asks === "app" ? words.bankApp : words.providerPage
  return html`${titleOf(terms)}${
    asked &&
    html` · ${words.waitsForCustomer} <a href="/alternative/${asked.operation_id}">${where}</a>`
  }`
}

function callbackCard(callback: Callback, cabinet: Cabinet): Html {
  const { words, time } = cabinet
  return html`<details class="callback"><summary>${words.operations[callback.operation]} · ${statusIn(callback.status, words)} ${chip(
    callback.state,
    cabinet,
  )} <span class="soft">${words.tries} ${callback.attempts.length}</span></summary>
<p class="soft">${callback.url}</p>
<ul>${callback.attempts.map(
    ({ at, status, ms, body }) =>
      html`<li>${time(at)} (${words.zone}) · <b>${status === 0 ? words.noAnswer : status}</b> · ${ms} ${words.ms} <code>${body.slice(0, 200)}</code></li>`,
  )}</ul>
<p class="soft">X-ROZETKAPAY-SIGNATURE: <code>${callback.signature}</code></p>
<pre tabindex="0">${JSON.stringify(JSON.parse(callback.body), null, 2)}</pre></details>`
}

const statusIn = (status: string, { states }: Cabinet["words"]): string =>
  new Map(Object.entries(states)).get(status) ?? status
