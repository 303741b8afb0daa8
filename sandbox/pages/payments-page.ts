import { alternativeOf } from "../alternative/payment-state"
import { titleOf } from "../alternative/ways"
import { maskOf } from "../cards"
import type { Contract } from "../contract"
import { toDecimal } from "../money"
import { ledgerOf, type Payment, stateOf } from "../payment"
import { paypartsOf } from "../payparts/order-state"
import type { Recurrent } from "../recurrents"
import type { WalletCard } from "../wallets"
import { chip, pathOf, sheet, WAYS, when } from "./cabinet-sheet"
import { type Html, html } from "./html"

/** What the list page shows beside the payments. */
export type CabinetView = {
  payments: Payment[]
  contract: Contract
  savedCards: WalletCard[]
  recurrents: Recurrent[]
}

/** All payments, newest first; then cards that may be charged again. */
export function paymentsPage({ payments, contract, savedCards, recurrents }: CabinetView): string {
  const violations = contract.list().length
  return sheet(
    "Payments",
    html`<h1>Payments</h1>
${
  contract.document === null
    ? html`<p class="soft">Requests are checked by the sandbox's own rules only: no OpenAPI document is at hand.</p>`
    : html`<p class="soft">Checked against RozetkaPay's OpenAPI document: ${
        violations === 0 ? "no violations" : `${violations} violations`
      } (<a href="/sandbox/contract">contract</a>).</p>`
}
${
  payments.length === 0
    ? html`<p class="empty">No payments yet. A create call to <code>/api/payments/v1/new</code> makes the first.</p>`
    : html`<div class="scroll"><table><thead><tr><th>External id</th><th>Shop</th><th>Way</th><th class="n">Amount</th><th>State</th><th class="n">Held</th><th class="n">Taken</th><th class="n">Returned</th><th>Created (UTC)</th></tr></thead><tbody>${payments.map(paymentRow)}</tbody></table></div>`
}
${savedCardsTable(savedCards)}${recurrentsTable(recurrents)}`,
  )
}

/** How the last try was made; without one, how the payment was opened. */
const wayOf = (payment: Payment): string => {
  const tried = payment.operations.filter((one) => one.via !== null).at(-1)?.via
  const way = WAYS[tried ?? "hosted"]
  const instalments = paypartsOf(payment)
  if (instalments) return `${instalments.bank} × ${instalments.parts}`
  const alternative = alternativeOf(payment)
  if (alternative) return titleOf(alternative)
  if (payment.kind === "batch") return `batch, ${way}`
  if (payment.part) return `order of ${payment.part.batch.external_id}`
  return payment.kind === "lookup" ? `lookup, ${way}` : way
}

const savedCardsTable = (cards: WalletCard[]): Html | null =>
  cards.length === 0
    ? null
    : html`<h2>Saved cards</h2>
<div class="scroll"><table><thead><tr><th>Customer</th><th>Shop</th><th>Card</th><th>Default</th><th>State</th><th>Added (UTC)</th></tr></thead><tbody>${cards.map(
        (one) =>
          html`<tr><td>${one.customer_external_id}</td><td>${one.login}</td><td>${maskOf(one.card)}</td><td>${
            one.is_default && "yes"
          }</td><td>${chip(one.is_confirmed ? "confirmed" : "waiting")}</td><td>${when(one.created_at)}</td></tr>`,
      )}</tbody></table></div>`

const recurrentsTable = (recurrents: Recurrent[]): Html | null =>
  recurrents.length === 0
    ? null
    : html`<h2>Recurrent ids</h2>
<div class="scroll"><table><thead><tr><th>Id</th><th>Shop</th><th>First payment</th><th>Card</th><th>Next charge</th><th>Opened (UTC)</th></tr></thead><tbody>${recurrents.map(
        (one) =>
          html`<tr><td>${one.recurrent_id}</td><td>${one.login}</td><td>${one.external_id}</td><td>${maskOf(one.card)}</td><td>${
            one.revoked ? "revoked" : (one.refusal?.code ?? "allowed")
          }</td><td>${when(one.created_at)}</td></tr>`,
      )}</tbody></table></div>`

const paymentRow = (payment: Payment): Html => {
  const { held, captured, refunded } = ledgerOf(payment)
  const money = (amount: bigint) => (amount === 0n ? "–" : toDecimal(amount, payment.currency))
  return html`<tr><td><a href="${pathOf(payment)}">${payment.external_id}</a></td><td>${payment.login}</td><td>${wayOf(payment)}</td><td class="n">${toDecimal(
    payment.amount,
    payment.currency,
  )} ${payment.currency}</td><td>${chip(stateOf(payment))}</td><td class="n">${money(held)}</td><td class="n">${money(
    captured,
  )}</td><td class="n">${money(refunded)}</td><td>${when(payment.created_at)}</td></tr>`
}
