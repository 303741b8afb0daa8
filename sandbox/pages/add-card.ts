import { type CardForm, cardForm, testCardList } from "./card-form"
import { frame, type Look } from "./frame"
import { html } from "./html"
import type { Language } from "./texts"

type AddCardView = {
  look: Look
  language: Language
  merchant: string
  /** Path of the page. */
  path: string
  isDeclined: boolean
  form: CardForm
}

/** The hosted page that puts a card into a customer's wallet. */
export function addCardPage(view: AddCardView): string {
  const { look, language, merchant, path, isDeclined, form } = view
  const { texts } = look
  const page = `${path}?lang=${language}`
  return frame(
    texts.addTitle,
    look,
    html`
<section class="card">
  <h1>${texts.addTitle}</h1>
  <p class="soft">${merchant}</p>
  <p class="soft">${texts.addHint}</p>
</section>
${
  isDeclined &&
  form.errors.length === 0 &&
  html`<div class="alert" role="alert"><b>${texts.addDeclinedTitle}</b><p>${texts.addDeclined}</p></div>`
}
${cardForm({ action: page, submit: texts.addSubmit, canSave: false, form, texts })}
<a class="leave" href="${path}/leave?lang=${language}">${texts.addLeave}</a>
${testCardList(page, form, texts)}`,
  )
}
