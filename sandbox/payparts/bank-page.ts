import type { Minor } from "../money"
import { formatAmount } from "../pages/amount"
import { type CardForm, cardForm, testCardList } from "../pages/card-form"
import { frame, type Look } from "../pages/frame"
import { Html, html } from "../pages/html"
import { productLines } from "../pages/purchase-lines"
import type { Language } from "../pages/texts"
import type { Page, Payment, PaypartsTerms } from "../payment"
import { bankLogo } from "./bank-logo"
import { productNameOf } from "./banks"
import { isRejected, pageWants } from "./how-banks-ask"
import { pageTextsIn } from "./page-texts"

/** What is wrong about the code that was sent. */
export type CodeError = "empty" | "wrong"

type BankView = {
  look: Look
  language: Language
  merchant: string
  payment: Payment
  page: Page
  terms: PaypartsTerms
  /** Path of the page. */
  path: string
  /** The customer has asked for the code. */
  isCodeSent: boolean
  codeError: CodeError | null
  form: CardForm
}

/** What the bank shows its customer, in its app or on its page: the purchase, and what it wants. */
export function bankPage(view: BankView): string {
  const { look, language, merchant, payment, page, terms, path } = view
  const words = pageTextsIn(language)
  const isApp = terms.asks === "app"
  const wants = isApp ? "answer" : pageWants(terms.bank)
  const { description } = payment.request
  const amount = (sum: Minor) => formatAmount(sum, page.currency, language)
  return frame(
    `${words.title} · ${amount(page.amount)}`,
    look,
    html`
${isApp && html`<p class="soft notice">${words.inApp}</p>`}
<section class="card">
  <div class="bank">${new Html(smallLogo(terms.bank))}<span>${productNameOf(terms.bank)}<br>${terms.phone}</span></div>
  <h1>${merchant}</h1>
  <p class="soft">${words.intro}</p>
  ${typeof description === "string" && html`<p class="soft">${description}</p>`}
  ${productLines(payment.request, page.currency, language)}
  <p class="sum"><span>${look.texts.total}</span><b>${amount(page.amount)}</b></p>
  <dl>
    <dt>${words.parts}</dt><dd>${terms.parts}</dd>
    <dt>${words.monthly}</dt><dd>${amount(monthly(page.amount, terms.parts))}</dd>
  </dl>
  ${isRejected(terms) && html`<p class="alert">${words.rejectingPhone}</p>`}
  ${wants === "answer" && answerForm(view)}${wants === "sms" && !view.isCodeSent && codeRequest(view)}
</section>
${wants === "sms" && view.isCodeSent && codeForm(view)}${wants === "card" && cardSection(view)}
${!isApp && html`<a class="leave" href="${path}/leave?lang=${language}">${look.texts.leave}</a>`}`,
  )
}

/** Rounded up: the last payment takes what is left. */
const monthly = (amount: Minor, parts: number): Minor =>
  (amount + BigInt(parts) - 1n) / BigInt(parts)

const smallLogo = (bank: string): string =>
  bankLogo(bank).replace('width="64" height="64"', 'width="40" height="40"')

const refuseButton = (language: Language): Html =>
  html`<button class="quiet" name="answer" value="refuse" formnovalidate>${pageTextsIn(language).refuse}</button>`

const answerForm = ({ path, language }: BankView): Html =>
  html`<form method="post" action="${path}?lang=${language}">
    <button name="answer" value="agree">${pageTextsIn(language).agree}</button>
    ${refuseButton(language)}
  </form>`

const codeRequest = ({ path, language }: BankView): Html =>
  html`<a class="button" href="${path}?lang=${language}&step=code">${pageTextsIn(language).getCode}</a>
  <form method="post" action="${path}?lang=${language}">${refuseButton(language)}</form>`

function codeForm({ path, language, codeError }: BankView): Html {
  const words = pageTextsIn(language)
  return html`<form class="card" method="post" action="${path}?lang=${language}&step=code" novalidate>
  <h1>${words.codeTitle}</h1>
  <p class="soft">${words.codeText}</p>
  <div class="field">
    <label for="code">${words.code}</label>
    <input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="4" placeholder="0000" ${codeError && html`aria-invalid="true"`} aria-describedby="${codeError && "code-error "}code-hint" required autofocus>
    ${codeError && html`<p class="error" id="code-error" role="alert">${words.codeErrors[codeError]}</p>`}
    <p class="soft" id="code-hint">${words.codeHint}</p>
  </div>
  <button name="answer" value="agree">${words.sign}</button>
  ${refuseButton(language)}
</form>`
}

const cardSection = ({ path, language, form, look }: BankView): Html => {
  const words = pageTextsIn(language)
  const action = `${path}?lang=${language}`
  const { texts } = look
  return html`<p class="soft notice">${words.cardIntro}</p>
${cardForm({ action, submit: words.sign, canSave: false, form, texts })}
${testCardList(action, form, texts)}`
}
