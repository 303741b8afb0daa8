import { EXPIRY, findTestCard, TEST_CARDS, type TestCard, withExpiry } from "../cards"
import { type Html, html } from "./html"
import type { Texts } from "./texts"

export type FormError = keyof Texts["formErrors"]
export type CardForm = { number: string; expiry: string; save: boolean; errors: FormError[] }

export const EMPTY_CARD: CardForm = { number: "", expiry: "", save: false, errors: [] }

/** A form with a test card in it, as a link of the list fills it in. */
export const filledCard = (number: string): CardForm =>
  number === "" ? EMPTY_CARD : { ...EMPTY_CARD, number: grouped(number), expiry: "12/30" }

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
  ${field("card", texts.cardNumber, form.number, "0000 0000 0000 0000", "cc-number", 23, errorAt(form, texts, ["numberEmpty", "number", "unknown"]))}
  <div class="pair">
    ${field("expiry", texts.expiry, form.expiry, texts.expiryHint, "cc-exp", 7, errorAt(form, texts, ["expiryEmpty", "expiry"]))}
    ${field("cvv", texts.cvv, "", "•••", "cc-csc", 4, errorAt(form, texts, ["cvvEmpty", "cvv"]), texts.cvvHint)}
  </div>`

function errorAt({ errors }: CardForm, texts: Texts, kinds: FormError[]): string | null {
  const error = errors.find((one) => kinds.includes(one))
  return error === undefined ? null : texts.formErrors[error]
}

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
<details class="card" ${form.errors.includes("unknown") && html`open`}>
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

/** Everything that is wrong, one error for each field; none when the card can be put forward. */
export function formErrors(number: string, expiry: string, cvv: string): FormError[] {
  const errors: (FormError | null)[] = [
    wrongNumber(number),
    wrongExpiry(expiry.trim()),
    wrongCvv(cvv.trim()),
  ]
  return errors.filter((error) => error !== null)
}

function wrongNumber(number: string): FormError | null {
  if (number === "") return "numberEmpty"
  if (!/^\d{16}$/.test(number)) return "number"
  return findTestCard(number) ? null : "unknown"
}

function wrongExpiry(expiry: string): FormError | null {
  if (expiry === "") return "expiryEmpty"
  return EXPIRY.test(expiry) ? null : "expiry"
}

function wrongCvv(cvv: string): FormError | null {
  if (cvv === "") return "cvvEmpty"
  return /^\d{3}$/.test(cvv) ? null : "cvv"
}

/** What a form of a card was sent with. */
export type SentCard = { form: CardForm; card: TestCard | undefined }

export function sentCard(field: (name: string) => unknown): SentCard {
  const text = (name: string) => {
    const value = field(name)
    return typeof value === "string" ? value : ""
  }
  const number = text("card").replace(/[\s-]/g, "")
  const expiry = text("expiry")
  const errors = formErrors(number, expiry, text("cvv"))
  const form = { number: grouped(number), expiry, save: false, errors }
  const card = errors.length === 0 ? findTestCard(number) : undefined
  return { form, card: card && withExpiry(card, expiry) }
}
