import { declineSentence } from "../../../messages/declines"
import type { ShopperLanguage } from "../../../messages/language"
import { isOtherOutcome, shopperSentence } from "../../../messages/outcomes"
import type { Link } from "./read-link"

const TEXTS = {
  uk: {
    order: "Замовлення",
    number: "№",
    paid: "Сплачено. Дякуємо!",
    canceled: "Замовлення скасовано, сплачувати нічого не потрібно.",
    closed:
      "Замовлення змінилося, тому за цим посиланням його вже не сплатити. Попросіть, будь ласка, у магазину нове.",
    confirming:
      "Банк ще підтверджує платіж. Оновіть, будь ласка, сторінку за хвилину; платити вдруге не потрібно.",
    left: "Не підтвердили платіж у банку? Поверніться на сторінку RozetkaPay",
    back: "Гроші, які щойно надійшли, повертаються на картку.",
    payable: "До сплати",
    pay: "Сплатити на сторінці RozetkaPay",
    ask: "Щоб сплатити, відкрийте, будь ласка, посилання магазину ще раз.",
    locale: "uk-UA",
  },
  en: {
    order: "Order",
    number: "#",
    paid: "Paid. Thank you!",
    canceled: "The order was cancelled: there is nothing to pay.",
    closed:
      "The order has changed, so it can't be paid by this link any more. Please ask the shop for a new one.",
    confirming:
      "The bank is still confirming the payment. Please refresh this page in a minute; do not pay a second time.",
    left: "You did not confirm the payment with your bank? Back to RozetkaPay's page",
    back: "The money that has just arrived is on its way back to the card.",
    payable: "To pay",
    pay: "Pay on RozetkaPay's page",
    ask: "To pay, please open the shop's link once more.",
    locale: "en-GB",
  },
} satisfies Record<ShopperLanguage, Record<string, string>>

/**
 * What a payment link's shopper reads after RozetkaPay. Works without JavaScript and without anything
 * from another host.
 *
 * @param reason a code, of RozetkaPay's or of ours; only what is known of it is said, in our words.
 */
export const linkPage = (link: Link, reason: string | null, language: ShopperLanguage): string => {
  const texts = TEXTS[language]
  const title = link.orderNumber ? `${texts.order} ${texts.number}${link.orderNumber}` : texts.order
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>
body{margin:0;min-height:100vh;display:grid;place-items:center;font:17px/1.5 system-ui,sans-serif;background:#f4f5f4;color:#1c231f}
main{max-width:26rem;margin:1rem;padding:2rem;background:#fff;border-radius:16px;box-shadow:0 1px 12px #0001;text-align:center}
h1{font-size:1.35rem;margin:0 0 .5rem}
.sum{font-size:1.6rem;font-weight:600;margin:.2rem 0 1rem}
.why{padding:.8rem 1rem;border-radius:10px;background:#fdf0ee;color:#8c1d12}
.button{display:inline-block;padding:.7rem 1.4rem;border-radius:10px;background:#007a37;color:#fff;text-decoration:none}
</style>
</head>
<body><main><h1>${title}</h1>${bodyOf(link, reason, language)}</main></body>
</html>
`
}

const bodyOf = (link: Link, reason: string | null, language: ShopperLanguage): string => {
  const texts = TEXTS[language]
  const told = whyOf(link, reason, language)
  const why = told === null ? "" : `<p class="why">${told}</p>`
  switch (link.state) {
    case "paid":
      return `${why}<p>${texts.paid}</p>`
    case "order_canceled":
      return `${why}<p>${texts.canceled}</p>`
    case "closed":
    case "too_much":
      return `${why}<p>${texts.closed}</p>`
    case "confirming":
      return `${why}<p>${texts.confirming}</p>${wayTo(link, `<a href="{url}">${texts.left}</a>`)}`
    case "payable": {
      const sum = `<p>${texts.payable}</p><p class="sum">${inWords(link, texts.locale)}</p>`
      const way = wayTo(link, `<a class="button" href="{url}">${texts.pay}</a>`)
      return `${why}${sum}${way || `<p>${texts.ask}</p>`}`
    }
  }
}

const wayTo = ({ checkoutUrl }: Link, anchor: string): string =>
  checkoutUrl === null ? "" : `<p>${anchor.replace("{url}", () => inAttribute(checkoutUrl))}</p>`

/**
 * What became of the money that was just paid. Where nothing is to be paid any more, an earlier refusal is
 * nobody's concern, but money on its way back is.
 */
const whyOf = (
  { state }: Link,
  reason: string | null,
  language: ShopperLanguage,
): string | null => {
  if (reason === null) return null
  if (reason === "returned") return TEXTS[language].back
  const isOpen = state === "payable" || state === "confirming"
  const isOfMoney = reason === "paid_otherwise" || reason === "unexplained"
  return isOpen || isOfMoney ? sentenceOf(reason, language) : null
}

const sentenceOf = (reason: string, language: ShopperLanguage): string =>
  isOtherOutcome(reason)
    ? shopperSentence(reason, language)
    : declineSentence({ code: reason, description: null }, language)

/** Money is a text everywhere else; here a number is only what is written in the shopper's language. */
const inWords = ({ money }: Link, locale: string): string => {
  const format = new Intl.NumberFormat(locale, { style: "currency", currency: money.currency })
  return format.format(Number(money.amount))
}

const inAttribute = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;")
