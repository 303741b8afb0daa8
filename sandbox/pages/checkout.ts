import { declinedInEnglish, declinedInUkrainian } from "../decline-reasons"
import type { Operation, Page, Payment } from "../payment"
import { formatAmount } from "./amount"
import { type CardForm, cardForm, testCardList } from "./card-form"
import { frame, type Look } from "./frame"
import { type Html, html } from "./html"
import { productLines, sellersParts } from "./purchase-lines"
import type { Language, Texts } from "./texts"

type CheckoutView = {
  look: Look
  language: Language
  merchant: string
  /** A seller's name by the key of their project, where the sandbox knows one. */
  sellerName: (api_key: string) => string | null
  payment: Payment
  page: Page
  /** The last attempt on this page, if the bank declined it. */
  declined: Operation | null
  form: CardForm
}

/** The hosted page: what is paid, the card form, the test cards, the way out. */
export function checkoutPage(view: CheckoutView): string {
  const { look, language, merchant, sellerName, payment, page, declined, form } = view
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
  ${productLines(payment.request, page.currency, language)}${sellersParts(payment, language, texts, sellerName)}
  ${
    isLookup
      ? html`<p class="soft">${texts.verifyHint}</p>`
      : html`<p class="sum"><span>${texts.total}</span><b>${amount}</b></p>`
  }
  ${!page.confirm && html`<p class="soft">${texts.hold}</p>`}
</section>
${declined && form.errors.length === 0 && declineAlert(declined, texts)}
${cardForm({
  action: `/checkout/${page.page_id}?lang=${language}`,
  submit: isLookup ? texts.verifyCard : `${texts.pay} ${amount}`,
  canSave: page.customer_external_id !== null && !isLookup,
  form,
  texts,
})}
<a class="leave" href="/checkout/${page.page_id}/leave?lang=${language}">${texts.leave}</a>
${testCardList(`/checkout/${page.page_id}?lang=${language}`, form, texts)}`,
  )
}

export const declineAlert = (declined: Operation, texts: Texts): Html =>
  html`<div class="alert" role="alert"><b>${texts.declinedTitle}</b><p>${reasonOf(
    declined.status_code,
    texts,
  )} ${texts.tryAgain}</p></div>`

function reasonOf(code: string, texts: Texts): string {
  const own = new Map<string, string>(Object.entries(texts.reasons)).get(code)
  if (own !== undefined) return own
  if (texts.lang !== "uk") return `${declinedInEnglish(code)}.`
  const known = declinedInUkrainian(code)
  return known === undefined ? texts.reasons.transaction_rejected : `${known}.`
}
