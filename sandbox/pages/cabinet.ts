import { alternativeOf, askedOf } from "../alternative/payment-state"
import { titleOf } from "../alternative/ways"
import type { Callback } from "../callbacks"
import { toDecimal } from "../money"
import { hostedPageOf, ledgerOf, type Operation, type Payment, stateOf } from "../payment"
import { paypartsOf, waitingOf } from "../payparts/order-state"
import { chip, pathOf, sheet, WAYS, when } from "./cabinet-sheet"
import { type Html, html } from "./html"

/** One payment: its ledger, what can be done, operations, callbacks with every try. */
export function paymentPage(
  payment: Payment,
  callbacks: Callback[],
  problem: string | null,
): string {
  const ledger = ledgerOf(payment)
  const money = (amount: bigint) => `${toDecimal(amount, payment.currency)} ${payment.currency}`
  const page = hostedPageOf(payment)
  return sheet(
    payment.external_id,
    html`<p><a href="/">← Payments</a></p>
<h1>${money(payment.amount)} ${chip(stateOf(payment))}</h1>
<p class="soft">${payment.external_id} · id ${payment.id} · ${payment.login} · ${
      payment.kind === "lookup"
        ? "card lookup"
        : payment.confirm
          ? "one step"
          : "two steps (hold, then confirm)"
    }${page && html` · <a href="/checkout/${page.page_id}">hosted page</a>`}</p>
${problem && html`<p class="alert" role="alert">${problem}</p>`}
${batchLinks(payment)}${instalmentsLine(payment)}${alternativeLine(payment)}<dl class="ledger">${Object.entries(
      ledger,
    ).map(([name, amount]) => html`<div><dt>${name}</dt><dd>${money(amount)}</dd></div>`)}</dl>
<form method="post" action="${pathOf(payment)}" class="moves">
  <label>Amount <input name="amount" inputmode="decimal" placeholder="all of it"></label>
  <fieldset><legend>Merchant's cabinet</legend>${button("confirm", "Confirm")}${button("cancel", "Cancel hold")}${button("refund", "Refund")}</fieldset>
  <fieldset><legend>Payout</legend>${button("pay-out", "Pay out today")}${button("leave-out", "Leave out")}</fieldset>
  <fieldset><legend>${payment.kind === "payparts" ? "Customer's bank" : "Card holder's bank"}</legend>${button("hold-cancelled", "Cancel hold")}${
    payment.kind !== "payparts" &&
    html`${button("chargeback", "Chargeback")}${button("representment", "Representment")}`
  }</fieldset>
  ${
    ledger.refunding > 0n &&
    html`<fieldset><legend>Deferred refunds</legend>${button("settle", "Settle")}${button("fail", "Fail")}</fieldset>`
  }
</form>
<h2>Operations</h2>
${payment.operations.length === 0 ? html`<p class="empty">Nobody has tried to pay yet.</p>` : operationsTable(payment.operations)}
<h2>Callbacks</h2>
${callbacks.length === 0 ? html`<p class="empty">None sent.</p>` : callbacks.map(callbackCard)}`,
  )
}

/** The way from a batch to its orders, and back. */
const batchLinks = (payment: Payment): Html | null => {
  const { part, orders } = payment
  if (part)
    return html`<p class="soft">Order of seller ${part.api_key} in batch <a href="${pathOf(
      part.batch,
    )}">${part.batch.external_id}</a></p>`
  return orders.length === 0
    ? null
    : html`<ul>${orders.map(
        (order) =>
          html`<li><a href="${pathOf(order)}">${order.external_id}</a> · ${toDecimal(
            order.amount,
            order.currency,
          )} ${order.currency} · ${String(order.part?.api_key)} ${chip(stateOf(order))}</li>`,
      )}</ul>`
}

/** The bank of an order in instalments, and the way to its app while it waits for the customer. */
const instalmentsLine = (payment: Payment): Html | null => {
  const terms = paypartsOf(payment)
  if (!terms) return null
  const waiting = waitingOf(payment)
  const where = terms.asks === "app" ? "the bank's app" : "the bank's page"
  return html`<p class="soft">${terms.parts} instalments at ${terms.bank}${
    terms.phone && html` · ${terms.phone}`
  }${
    waiting &&
    html` · waits for the customer in <a href="/instalments/${waiting.operation_id}">${where}</a>`
  }</p>`
}

/** The way to pay of an alternative payment, and where its customer answers while they are asked. */
const alternativeLine = (payment: Payment): Html | null => {
  const terms = alternativeOf(payment)
  if (!terms) return null
  const asked = askedOf(payment)
  const where = terms.asks === "app" ? "the bank's app" : "the provider's page"
  return html`<p class="soft">${titleOf(terms)}${
    asked &&
    html` · waits for the customer in <a href="/alternative/${asked.operation_id}">${where}</a>`
  }</p>`
}

const button = (move: string, label: string): Html =>
  html`<button name="move" value="${move}">${label}</button>`

const operationsTable = (operations: Operation[]): Html =>
  html`<div class="scroll"><table><thead><tr><th>At (UTC)</th><th>Operation</th><th class="n">Amount</th><th>Status</th><th>Code</th><th>By</th></tr></thead><tbody>${operations.map(
    (one) =>
      html`<tr><td>${when(one.at)}</td><td>${one.operation} <span class="soft">${one.method}${one.via && ` · ${WAYS[one.via]}`}</span></td><td class="n">${toDecimal(
        one.amount,
        one.currency,
      )} ${one.currency}</td><td>${chip(one.status)}</td><td>${one.status_code}</td><td>${one.by}</td></tr>`,
  )}</tbody></table></div>`

const callbackCard = (callback: Callback): Html =>
  html`<details class="callback"><summary>${callback.operation} ${callback.status} ${chip(
    callback.state,
  )} <span class="soft">${callback.attempts.length} ${
    callback.attempts.length === 1 ? "try" : "tries"
  }</span></summary>
<p class="soft">${callback.url}</p>
<ul>${callback.attempts.map(
    ({ at, status, ms, body }) =>
      html`<li>${when(at)} · <b>${status === 0 ? "no answer" : status}</b> in ${ms} ms <code>${body.slice(0, 200)}</code></li>`,
  )}</ul>
<p class="soft">X-ROZETKAPAY-SIGNATURE: <code>${callback.signature}</code></p>
<pre>${JSON.stringify(JSON.parse(callback.body), null, 2)}</pre></details>`
