import type { Operation, Page, Payment } from "../payment"
import { formatAmount } from "./amount"
import { type CardForm, cardForm, testCardList } from "./card-form"
import { frame, type Look } from "./frame"
import { type Html, html } from "./html"
import type { Language, Texts } from "./texts"

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
  const isLookup = payment.kind === "lookup"
  return frame(
    isLookup ? texts.verifyCard : `${texts.payTitle} · ${amount}`,
    look,
    html`
<section class="card">
  <h1>${merchant}</h1>
  ${typeof description === "string" && html`<p class="soft">${description}</p>`}
  ${productLines(payment)}${orderLines(payment, language)}
  ${
    isLookup
      ? html`<p class="soft">${texts.verifyHint}</p>`
      : html`<p class="sum"><span>${texts.total}</span><b>${amount}</b></p>`
  }
  ${!page.confirm && html`<p class="soft">${texts.hold}</p>`}
</section>
${declined && form.error === null && declineAlert(declined, texts)}
${cardForm({
  action: `/checkout/${page.page_id}?lang=${language}`,
  submit: isLookup ? texts.verifyCard : `${texts.pay} ${amount}`,
  canSave: page.customer_external_id !== null && !isLookup,
  form,
  texts,
})}
<a class="leave" href="/checkout/${page.page_id}/leave">${texts.leave}</a>
${testCardList(`/checkout/${page.page_id}?lang=${language}`, form, texts)}`,
  )
}

/** Who gets how much of a payment to several sellers. */
const orderLines = ({ orders }: Payment, language: Language): Html | null =>
  orders.length === 0
    ? null
    : html`<ul class="lines">${orders.map(
        (order) =>
          html`<li><span>${String(order.request.description)}</span><span>${formatAmount(
            order.amount,
            order.currency,
            language,
          )}</span></li>`,
      )}</ul>`

export const declineAlert = (declined: Operation, texts: Texts): Html => {
  const reasons: Record<string, string> = texts.reasons
  return html`<div class="alert" role="alert"><b>${texts.declinedTitle}</b><p>${
    reasons[declined.status_code] ?? declined.status_description
  } ${texts.tryAgain}</p></div>`
}

export function productLines(payment: Payment): Html | null {
  const { products } = payment.request
  if (!Array.isArray(products) || products.length === 0) return null
  const lines = products.flatMap((product: unknown) =>
    typeof product === "object" && product !== null && "name" in product
      ? [{ name: String(product.name), quantity: quantityOf(product) }]
      : [],
  )
  return html`<ul class="lines">${lines.map(
    ({ name, quantity }) => html`<li><span>${name}</span><span>× ${String(quantity)}</span></li>`,
  )}</ul>`
}

/** The legacy API says qty. */
const quantityOf = (product: object): unknown =>
  "quantity" in product ? product.quantity : "qty" in product ? product.qty : "1"
