import { maskOf } from "../cards"
import type { Operation } from "../payment"
import { formatAmount } from "./amount"
import { frame, type Look } from "./frame"
import { html } from "./html"
import type { Language } from "./texts"

type ThreeDsView = { look: Look; language: Language; merchant: string; attempt: Operation }

/** The page of the card's bank: approve, reject, or walk away. */
export function threeDsPage({ look, language, merchant, attempt }: ThreeDsView): string {
  const { texts } = look
  const action = `/3ds/${attempt.operation_id}?lang=${language}`
  return frame(
    texts.threeDsTitle,
    look,
    html`
<section class="card">
  <div class="bank"><i aria-hidden="true">SB</i><span>${texts.threeDsBank}<br>Sandbox Bank · ${
    attempt.card?.system === "MASTERCARD" ? "Mastercard Identity Check" : "Visa Secure"
  }</span></div>
  <h1>${texts.threeDsTitle}</h1>
  <p class="soft">${texts.threeDsIntro}</p>
  <dl>
    <dt>${texts.merchant}</dt><dd>${merchant}</dd>
    <dt>${texts.amount}</dt><dd>${formatAmount(attempt.amount, attempt.currency, language)}</dd>
    <dt>${texts.card}</dt><dd>${attempt.card && maskOf(attempt.card)}</dd>
    <dt>${texts.date}</dt><dd>${dateIn(attempt.at, language)}</dd>
  </dl>
  <form method="post" action="${action}">
    <button name="answer" value="approve">${texts.approve}</button>
    <button class="quiet" name="answer" value="reject">${texts.reject}</button>
  </form>
</section>
<a class="leave" href="/checkout/${attempt.page_id}/leave">${texts.threeDsLeave}</a>`,
  )
}

export const dateIn = (iso: string, language: Language): string =>
  new Intl.DateTimeFormat(language === "uk" ? "uk-UA" : "en-GB", {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: "Europe/Kyiv",
  }).format(new Date(iso))
