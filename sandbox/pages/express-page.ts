import { TEST_CARDS } from "../cards"
import type { Operation, Page, Payment } from "../payment"
import { formatAmount } from "./amount"
import { cardFields, testCardText } from "./card-form"
import { declineAlert } from "./checkout"
import { DELIVERY_TYPES, type ExpressForm, type Typed } from "./express-form"
import { type ExpressTexts, expressTextsIn } from "./express-texts"
import { frame, type Look } from "./frame"
import { type Html, html } from "./html"
import { productLines } from "./purchase-lines"
import type { Language, Texts } from "./texts"

type ExpressView = {
  look: Look
  language: Language
  merchant: string
  payment: Payment
  page: Page
  /** The last attempt on this page, if the bank declined it. */
  declined: Operation | null
  canPayOnDelivery: boolean
  form: ExpressForm
}

/** "Buy with Rozetka": where it goes, who gets it, how it is paid for; one form, no scripts. */
export function expressPage(view: ExpressView): string {
  const { look, language, merchant, payment, page, declined, form } = view
  const { texts } = look
  const words = expressTextsIn(language)
  const amount = formatAmount(page.amount, page.currency, language)
  const { description } = payment.request
  const wrong = form.errors.length > 0 || form.card.errors.length > 0
  return frame(
    `${words.title} · ${amount}`,
    look,
    html`
<section class="card">
  <p class="soft">${words.title}</p>
  <h1>${merchant}</h1>
  ${typeof description === "string" && html`<p class="soft">${description}</p>`}
  ${productLines(payment.request, page.currency, language)}
  <p class="sum"><span>${texts.total}</span><b>${amount}</b></p>
</section>
${declined && !wrong && declineAlert(declined, texts)}
${wrong && html`<div class="alert" role="alert"><b>${words.fixErrors}</b></div>`}
<form class="express" method="post" action="/checkout/${page.page_id}?lang=${language}" novalidate>
${deliverySection(form, words)}
${recipientSection(form, words)}
${paymentSection(view, words, amount)}
${testSection(form, texts, words)}
</form>
<a class="leave" href="/checkout/${page.page_id}/leave?lang=${language}">${texts.leave}</a>`,
  )
}

const deliverySection = (form: ExpressForm, words: ExpressTexts): Html => html`
<fieldset class="card"><legend>${words.delivery}</legend>
  <div class="choices">${DELIVERY_TYPES.map((type) =>
    choice("delivery_type", type, words.types[type], form.delivery_type === type),
  )}</div>
  ${text("city", words.city, form, words, "address-level2")}
  <div class="at-branch">${text(
    "warehouse_number",
    html`<span class="in-branch">${words.branch}</span><span class="in-locker">${words.locker}</span>`,
    form,
    words,
    "off",
  )}</div>
  <div class="at-door">
    ${text("street", words.street, form, words, "address-line1")}
    <div class="pair">${text("house", words.house, form, words, "off")}${text(
      "apartment",
      words.apartment,
      form,
      words,
      "off",
    )}</div>
  </div>
</fieldset>`

const recipientSection = (form: ExpressForm, words: ExpressTexts): Html => html`
<fieldset class="card"><legend>${words.recipient}</legend>
  ${text("last_name", words.last_name, form, words, "family-name")}
  ${text("first_name", words.first_name, form, words, "given-name")}
  ${text("patronym", html`${words.patronym} ${optional(words)}`, form, words, "additional-name")}
  ${text("phone", words.phone, form, words, "tel", "tel")}
  ${text("email", html`${words.email} ${optional(words)}`, form, words, "email", "email")}
</fieldset>`

const paymentSection = (
  { form, look: { texts }, canPayOnDelivery }: ExpressView,
  words: ExpressTexts,
  amount: string,
): Html => html`
<fieldset class="card"><legend>${words.payment}</legend>
  <div class="choices">${choice("means", "card", words.byCard, form.means === "card" || !canPayOnDelivery)}${
    canPayOnDelivery && choice("means", "on_delivery", words.onDelivery, form.means !== "card")
  }</div>
  <div class="by-card">${cardFields(form.card, texts)}</div>
  <p class="soft on-delivery">${words.onDeliveryHint}</p>
  <button type="submit"><span class="by-card">${texts.pay} ${amount}</span><span class="on-delivery">${words.order}</span></button>
</fieldset>`

/** Buttons of the same form, so that nothing that was typed gets lost. */
const testSection = (form: ExpressForm, texts: Texts, words: ExpressTexts): Html => html`
<details class="card" ${form.card.errors.includes("unknown") && html`open`}>
  <summary>${words.testData}</summary>
  <p class="soft">${texts.testCardsHint}</p>
  <button class="quiet" name="fill" value="sample">${words.sample}</button>
  <ul class="cards">${TEST_CARDS.map(
    (card) =>
      html`<li><button name="fill" value="${card.number}">${testCardText(card, texts)}</button></li>`,
  )}</ul>
</details>`

const choice = (name: string, value: string, label: string, chosen: boolean): Html =>
  html`<label class="choice"><input type="radio" name="${name}" value="${value}" ${
    chosen && html`checked`
  }><span>${label}</span></label>`

const optional = ({ optional: word }: ExpressTexts): Html => html`<small>(${word})</small>`

const isChecked = (name: keyof Typed): name is keyof Typed & keyof ExpressTexts["errors"] =>
  name !== "apartment" && name !== "patronym"

function text(
  name: keyof Typed,
  label: Html | string,
  { typed, errors }: ExpressForm,
  words: ExpressTexts,
  autocomplete: string,
  type: "text" | "tel" | "email" = "text",
): Html {
  const error = isChecked(name) && errors.includes(name) ? words.errors[name] : null
  return html`<div class="field">
  <label for="${name}">${label}</label>
  <input class="words" id="${name}" name="${name}" type="${type}" value="${typed[name]}" ${name === "apartment" && html`placeholder="${words.ifAny}"`} autocomplete="${autocomplete}" ${
    error && html`aria-invalid="true" aria-describedby="${name}-error"`
  }>
  ${error && html`<p class="error" id="${name}-error" role="alert">${error}</p>`}
</div>`
}
