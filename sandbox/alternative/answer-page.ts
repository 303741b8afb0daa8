import { declinedInEnglish, declinedInUkrainian } from "../decline-reasons"
import { formatAmount } from "../pages/amount"
import { frame, type Look } from "../pages/frame"
import { type Html, html } from "../pages/html"
import { productLines } from "../pages/purchase-lines"
import type { Language } from "../pages/texts"
import type { Page, Payment } from "../payment"
import { TEST_CODES } from "./blik-codes"
import { pageTextsIn } from "./page-texts"
import { type AlternativeTerms, titleOf } from "./ways"

type AnswerView = {
  look: Look
  language: Language
  merchant: string
  payment: Payment
  page: Page
  terms: AlternativeTerms
  /** Path of the page. */
  path: string
  code: { value: string; isWrong: boolean }
}

/** Whether the page itself asks for the code that the bank's app shows. */
export const wantsCode = ({ method, asks }: AlternativeTerms): boolean =>
  method === "blik" && asks === "page"

/** What the provider's page, or the bank's app, shows its customer. */
export function answerPage(view: AnswerView): string {
  const { look, language, merchant, payment, page, terms, path } = view
  const words = pageTextsIn(language)
  const amount = formatAmount(page.amount, page.currency, language)
  const { description } = payment.request
  const isContract = terms.method === "leasing" || terms.provider === "santander"
  return frame(
    `${titleOf(terms)} · ${amount}`,
    look,
    html`
${terms.asks === "app" && html`<p class="soft notice">${words.inApp}</p>`}
<section class="card">
  <p class="soft">${titleOf(terms)}</p>
  <h1>${merchant}</h1>
  <p class="soft">${words.intro}</p>
  ${typeof description === "string" && html`<p class="soft">${description}</p>`}
  ${productLines(payment.request, page.currency, language)}
  <p class="sum"><span>${look.texts.total}</span><b>${amount}</b></p>
</section>
<form class="card" method="post" action="${path}?lang=${language}" novalidate>
  ${wantsCode(terms) && codeField(view)}
  <button name="answer" value="agree">${isContract ? words.sign : words.agree} ${amount}</button>
  <button class="quiet" name="answer" value="refuse">${words.refuse}</button>
</form>
${wantsCode(terms) && testCodes(language)}
${terms.asks === "page" && html`<a class="leave" href="${path}/leave?lang=${language}">${look.texts.leave}</a>`}`,
  )
}

function codeField({ code, language }: AnswerView): Html {
  const words = pageTextsIn(language)
  return html`<div class="field">
    <label for="code">${words.codeLabel}</label>
    <input id="code" name="code" value="${code.value}" inputmode="numeric" autocomplete="one-time-code" maxlength="7" placeholder="000 000" ${
      code.isWrong && html`aria-invalid="true"`
    } aria-describedby="${code.isWrong && "code-error "}code-hint">
    ${code.isWrong && html`<p class="error" id="code-error" role="alert">${words.codeError}</p>`}
    <p class="soft" id="code-hint">${words.codeHint}</p>
  </div>`
}

const declinedIn = (code: string | undefined, language: Language): string | undefined =>
  code === undefined
    ? undefined
    : language === "uk"
      ? declinedInUkrainian(code)
      : declinedInEnglish(code)

function testCodes(language: Language): Html {
  const words = pageTextsIn(language)
  return html`<details class="card"><summary>${words.testCodes}</summary>
  <dl>${TEST_CODES.map(
    ({ blik, answer, code }) =>
      html`<dt class="number">${blik}</dt><dd>${declinedIn(code, language) ?? words.testAnswers[answer]}</dd>`,
  )}</dl></details>`
}
