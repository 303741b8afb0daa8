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
  switch (link.state) {
    case "paid":
      return `<p>${texts.paid}</p>`
    case "canceled":
      return `<p>${texts.canceled}</p>`
    case "payable": {
      const why = reason === null ? "" : `<p class="why">${sentenceOf(reason, language)}</p>`
      const sum = `<p>${texts.payable}</p><p class="sum">${inWords(link, texts.locale)}</p>`
      const way =
        link.checkoutUrl === null
          ? `<p>${texts.ask}</p>`
          : `<p><a class="button" href="${inAttribute(link.checkoutUrl)}">${texts.pay}</a></p>`
      return `${why}${sum}${way}`
    }
  }
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
