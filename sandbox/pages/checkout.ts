import { TEST_CARDS, type TestCard } from "../cards"
import type { Operation, Page, Payment } from "../payment"
import { formatAmount } from "./amount"
import { frame, type Look } from "./frame"
import { type Html, html } from "./html"
import type { Language, Texts } from "./texts"

export type FormError = keyof Texts["formErrors"]
export type CardForm = { number: string; expiry: string; error: FormError | null }

type CheckoutView = {
  look: Look
  language: Language
  merchant: string
  payment: Payment
  page: Page
  /** The last attempt on this page, if the bank declined it. */
  declined: Operation | null
  form: CardForm
}

/** The hosted page: what is paid, the card form, the test cards, the way out. */
export function checkoutPage(view: CheckoutView): string {
  const { look, language, merchant, payment, page, declined, form } = view
  const { texts } = look
  const amount = formatAmount(page.amount, page.currency, language)
  const { description } = payment.request
  return frame(
    `${texts.payTitle} · ${amount}`,
    look,
    html`
<section class="card">
  <h1>${merchant}</h1>
  ${typeof description === "string" && html`<p class="soft">${description}</p>`}
  ${productLines(payment)}
  <p class="sum"><span>${texts.total}</span><b>${amount}</b></p>
  ${!page.confirm && html`<p class="soft">${texts.hold}</p>`}
</section>
${declined && form.error === null && declineAlert(declined, texts)}
<form class="card" method="post" action="/checkout/${page.page_id}?lang=${language}" novalidate>
  ${field("card", texts.cardNumber, form.number, "0000 0000 0000 0000", "cc-number", 23, errorAt(form, texts, ["number", "unknown"]))}
  <div class="pair">
    ${field("expiry", texts.expiry, form.expiry, texts.expiryHint, "cc-exp", 7, errorAt(form, texts, ["expiry"]))}
    ${field("cvv", texts.cvv, "", "•••", "cc-csc", 4, errorAt(form, texts, ["cvv"]), texts.cvvHint)}
  </div>
  <button type="submit">${texts.pay} ${amount}</button>
</form>
<a class="leave" href="/checkout/${page.page_id}/leave">${texts.leave}</a>
<details class="card" ${form.error === "unknown" && html`open`}>
  <summary>${texts.testCards}</summary>
  <p class="soft">${texts.testCardsHint}</p>
  <ul class="cards">${TEST_CARDS.map((card) => testCard(card, page, language, texts))}</ul>
</details>`,
  )
}

const declineAlert = (declined: Operation, texts: Texts): Html => {
  const reasons: Record<string, string> = texts.reasons
  return html`<div class="alert" role="alert"><b>${texts.declinedTitle}</b><p>${
    reasons[declined.status_code]
  } ${texts.tryAgain}</p></div>`
}

const errorAt = (form: CardForm, texts: Texts, kinds: FormError[]): string | null =>
  form.error !== null && kinds.includes(form.error) ? texts.formErrors[form.error] : null

const field = (
  name: string,
  label: string,
  value: string,
  placeholder: string,
  autocomplete: string,
  maxlength: number,
  error: string | null,
  title?: string,
): Html => html`<div class="field">
  <label for="${name}">${label}</label>
  <input id="${name}" name="${name}" value="${value}" placeholder="${placeholder}" autocomplete="${autocomplete}" maxlength="${maxlength}" inputmode="numeric" ${title && html`title="${title}"`} ${error && html`aria-invalid="true" aria-describedby="${name}-error"`} required>
  ${error && html`<p class="error" id="${name}-error" role="alert">${error}</p>`}
</div>`

function productLines(payment: Payment): Html | null {
  const { products } = payment.request
  if (!Array.isArray(products) || products.length === 0) return null
  const lines = products.flatMap((product: unknown) =>
    typeof product === "object" && product !== null && "name" in product
      ? [{ name: String(product.name), quantity: "quantity" in product ? product.quantity : "1" }]
      : [],
  )
  return html`<ul class="lines">${lines.map(
    ({ name, quantity }) => html`<li><span>${name}</span><span>× ${String(quantity)}</span></li>`,
  )}</ul>`
}

/** A link that fills the form in: the page works without scripts. */
const testCard = (card: TestCard, page: Page, language: Language, texts: Texts): Html => {
  const outcome = {
    paid: texts.outcomePaid,
    rejected: texts.outcomeRejected,
    insufficient_funds: texts.outcomeInsufficientFunds,
  }[card.outcome]
  return html`<li><a href="/checkout/${page.page_id}?lang=${language}&card=${card.number}"><span class="number">${grouped(card.number)}</span><small>${
    card.three_ds ? texts.with3ds : texts.without3ds
  }, ${outcome}</small></a></li>`
}

export const grouped = (number: string): string => number.replace(/(\d{4})(?=\d)/g, "$1 ")
