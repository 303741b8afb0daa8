import { maskOf, type TestCard } from "../cards"
import type { Minor } from "../money"
import { formatAmount } from "./amount"
import { frame, type Look } from "./frame"
import { html } from "./html"
import type { Language } from "./texts"

type ThreeDsView = {
  look: Look
  language: Language
  merchant: string
  card: TestCard | null
  /** null = nothing is charged, the card is only verified. */
  sum: { amount: Minor; currency: string } | null
  at: string
  /** Where the answer is posted, and where "leave" leads. */
  action: string
  leave: string
}

/** The page of the card's bank: approve, reject, or walk away. */
export function threeDsPage(view: ThreeDsView): string {
  const { look, language, merchant, card, sum, at, action, leave } = view
  const { texts } = look
  const title = sum ? texts.threeDsTitle : texts.threeDsCardTitle
  return frame(
    title,
    look,
    html`
<section class="card">
  <div class="bank"><i aria-hidden="true">SB</i><span>${texts.threeDsBank}<br>Sandbox Bank · ${
    card?.system === "MASTERCARD" ? "Mastercard Identity Check" : "Visa Secure"
  }</span></div>
  <h1>${title}</h1>
  <p class="soft">${sum ? texts.threeDsIntro : texts.threeDsCardIntro}</p>
  <dl>
    <dt>${texts.merchant}</dt><dd>${merchant}</dd>
    ${sum && html`<dt>${texts.amount}</dt><dd>${formatAmount(sum.amount, sum.currency, language)}</dd>`}
    <dt>${texts.card}</dt><dd>${card && maskOf(card)}</dd>
    <dt>${texts.date}</dt><dd>${dateIn(at, language)}</dd>
  </dl>
  <form method="post" action="${action}?lang=${language}">
    <button name="answer" value="approve">${sum ? texts.approve : texts.approveCard}</button>
    <button class="quiet" name="answer" value="reject">${texts.reject}</button>
  </form>
</section>
<a class="leave" href="${leave}">${texts.threeDsLeave}</a>`,
  )
}

export const dateIn = (iso: string, language: Language): string =>
  new Intl.DateTimeFormat(language === "uk" ? "uk-UA" : "en-GB", {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: "Europe/Kyiv",
  }).format(new Date(iso))
