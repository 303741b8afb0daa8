import { EXPIRY, findTestCard, TEST_CARDS, type TestCard } from "../cards"
import { type Html, html } from "./html"
import type { Texts } from "./texts"

export type FormError = keyof Texts["formErrors"]
export type CardForm = { number: string; expiry: string; save: boolean; error: FormError | null }

type CardFormView = {
  action: string
  submit: string
  /** Offers to save the card: only with a customer whose wallet it can go to. */
  canSave: boolean
  form: CardForm
  texts: Texts
}

export const cardForm = ({ action, submit, canSave, form, texts }: CardFormView): Html => html`
<form class="card" method="post" action="${action}" novalidate>
  ${cardFields(form, texts)}
  ${
    canSave &&
    html`<label class="tick"><input type="checkbox" name="save" value="yes" ${form.save && html`checked`}><span>${texts.saveCard}</span></label>`
  }
  <button type="submit">${submit}</button>
</form>`

export const cardFields = (form: CardForm, texts: Texts): Html => html`
  ${field("card", texts.cardNumber, form.number, "0000 0000 0000 0000", "cc-number", 23, errorAt(form, texts, ["number", "unknown"]))}
  <div class="pair">
    ${field("expiry", texts.expiry, form.expiry, texts.expiryHint, "cc-exp", 7, errorAt(form, texts, ["expiry"]))}
    ${field("cvv", texts.cvv, "", "•••", "cc-csc", 4, errorAt(form, texts, ["cvv"]), texts.cvvHint)}
  </div>`

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

/** Links that fill the form in: the page works without scripts. `page` has a query already. */
export const testCardList = (page: string, form: CardForm, texts: Texts): Html => html`
<details class="card" ${form.error === "unknown" && html`open`}>
  <summary>${texts.testCards}</summary>
  <p class="soft">${texts.testCardsHint}</p>
  <ul class="cards">${TEST_CARDS.map((card) => testCard(card, page, texts))}</ul>
</details>`

const testCard = (card: TestCard, page: string, texts: Texts): Html =>
  html`<li><a href="${page}&card=${card.number}">${testCardText(card, texts)}</a></li>`

export const testCardText = (card: TestCard, texts: Texts): Html => {
  const outcome = {
    paid: texts.outcomePaid,
    rejected: texts.outcomeRejected,
    insufficient_funds: texts.outcomeInsufficientFunds,
  }[card.outcome]
  return html`<span class="number">${grouped(card.number)}</span><small>${
    card.three_ds ? texts.with3ds : texts.without3ds
  }, ${outcome}</small>`
}

export const grouped = (number: string): string => number.replace(/(\d{4})(?=\d)/g, "$1 ")

/** The first field that is wrong; null when the card can be put forward. */
export function formError(number: string, expiry: string, cvv: string): FormError | null {
  if (!/^\d{16}$/.test(number)) return "number"
  if (!findTestCard(number)) return "unknown"
  if (!EXPIRY.test(expiry.trim())) return "expiry"
  return /^\d{3}$/.test(cvv.trim()) ? null : "cvv"
}
