import { declineSentence } from "../../../messages/declines"
import { orderLabel } from "../../../messages/labels"
import type { ShopperLanguage } from "../../../messages/language"
import { LINK_PAGE } from "../../../messages/link-page"
import { isOtherOutcome, shopperSentence } from "../../../messages/outcomes"
import type { Link } from "./read-link"

const LOCALE: Record<ShopperLanguage, string> = { uk: "uk-UA", en: "en-GB" }

/**
 * What a payment link's shopper reads after RozetkaPay. Works without JavaScript and without anything
 * from another host.
 *
 * @param reason a code, of RozetkaPay's or of ours; only what is known of it is said, in our words.
 */
export const linkPage = (link: Link, reason: string | null, language: ShopperLanguage): string => {
  const { orderNumber } = link
  const title = orderNumber ? orderLabel(orderNumber, language) : LINK_PAGE.order[language]
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
  const told = whyOf(link, reason, language)
  const why = told === null ? "" : `<p class="why">${told}</p>`
  switch (link.state) {
    case "paid":
      return `${why}<p>${LINK_PAGE.thanks[language]}</p>`
    case "order_canceled":
      return `${why}<p>${LINK_PAGE.canceled[language]}</p>`
    case "closed":
    case "too_much":
      return `${why}<p>${LINK_PAGE.closed[language]}</p>`
    case "confirming":
      return `${why}<p>${LINK_PAGE.confirming[language]}</p>${wayTo(link, `<a href="{url}">${LINK_PAGE.left[language]}</a>`)}`
    case "payable": {
      const sum = `<p>${LINK_PAGE.payable[language]}</p><p class="sum">${inWords(link, LOCALE[language])}</p>`
      const way = wayTo(link, `<a class="button" href="{url}">${LINK_PAGE.pay[language]}</a>`)
      return `${why}${sum}${way || `<p>${LINK_PAGE.ask[language]}</p>`}`
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
  if (reason === "returned") return LINK_PAGE.back[language]
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
