import type { Payment } from "../payment"
import { formatAmount } from "./amount"
import { frame, type Look } from "./frame"
import { html } from "./html"
import type { Language } from "./texts"
import { dateIn } from "./three-ds"

type Sign = "done" | "clock" | "cross" | "question"

const PATHS: Record<Sign, string> = {
  done: "M5 12.5l4.5 4.5L19 7.5",
  clock: "M12 6.5V12l3.5 2M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18z",
  cross: "M7 7l10 10M17 7L7 17",
  question: "M9.2 9a3 3 0 1 1 4.3 2.7c-.9.5-1.5 1-1.5 2.1M12 17.5v.01",
}

type NoticeView = {
  look: Look
  sign: Sign
  title: string
  text: string
  /** What the machine says, in its own words. */
  detail?: string | null
  link?: { href: string; label: string } | null
}

/** One sentence and one way on: paid already, expired, not found. */
export const noticePage = ({ look, sign, title, text, detail, link }: NoticeView): string =>
  frame(
    title,
    look,
    html`<section class="card notice">
  <div class="big ${sign}"><svg width="34" height="34" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="${PATHS[sign]}"/></svg></div>
  <h1>${title}</h1>
  <p class="soft">${text}</p>
  ${detail && html`<p class="soft" lang="en"><code>${detail}</code></p>`}
  ${link && html`<a class="button" href="${link.href}">${link.label}</a>`}
</section>`,
  )

type ReceiptView = { look: Look; language: Language; merchant: string; payment: Payment }

export const receiptPage = ({ look, language, merchant, payment }: ReceiptView): string => {
  const { texts } = look
  return frame(
    texts.receiptTitle,
    look,
    html`<section class="card"><h1>${texts.receiptTitle}</h1><dl>
  <dt>${texts.paymentNumber}</dt><dd>${payment.id}</dd>
  <dt>${texts.merchant}</dt><dd>${merchant}</dd>
  <dt>${texts.amount}</dt><dd>${formatAmount(payment.amount, payment.currency, language)}</dd>
  <dt>${texts.date}</dt><dd>${dateIn(payment.created_at, language)}</dd>
</dl></section>`,
  )
}
