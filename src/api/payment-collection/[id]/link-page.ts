import { equals } from "../../../core/money"
import { declineSentence } from "../../../messages/declines"
import { orderLabel } from "../../../messages/labels"
import type { ShopperLanguage } from "../../../messages/language"
import { LINK_PAGE } from "../../../messages/link-page"
import { isOtherOutcome, shopperSentence } from "../../../messages/outcomes"
import { sumInWords } from "../../../messages/sum-in-words"
import type { ShopLook } from "../../../provider/shop-look"
import { inText, shopperPage } from "../../shopper-page/frame"
import type { OrderOfLink } from "./order-of-link"
import type { Link } from "./read-link"
import { openPageLink, waysForm } from "./ways-form"
import type { WayOfLink } from "./ways-of-link"

export type ShownLink = {
  link: Link
  /** Null: whoever asks has not said of which order, and sees its number and the sum alone. */
  order: OrderOfLink | null
  ways: WayOfLink[]
  /** A code, of RozetkaPay's or of ours; only what is known of it is said, in our words. */
  reason: string | null
  /** Why the payment was not started, in our words. */
  problem?: string | null
  /** Where the form leads to. */
  action: string
  language: ShopperLanguage
  look: ShopLook
}

/** What a payment link's shopper reads, before RozetkaPay and after it. */
export const linkPage = (shown: ShownLink): string => {
  const { link, language, look } = shown
  const { orderNumber } = link
  const title = orderNumber ? orderLabel(orderNumber, language) : LINK_PAGE.order[language]
  return shopperPage({
    language,
    look,
    title,
    description: link.state === "payable" ? sumInWords(link.money, language) : "",
    style: STYLE,
    body: `<h1>${inText(title)}</h1>${bodyOf(shown)}`,
  })
}

/** For an address that leads to no payment, whatever the reason. */
export const noLinkPage = (language: ShopperLanguage, look: ShopLook): string =>
  shopperPage({
    language,
    look,
    title: LINK_PAGE.none_title[language],
    body: `<h1>${LINK_PAGE.none_title[language]}</h1><p>${LINK_PAGE.none[language]}</p>`,
  })

const bodyOf = (shown: ShownLink): string => {
  const { link, language } = shown
  const told = shown.problem ?? whyOf(shown)
  const why = told === null ? "" : `<p class="why" role="alert">${inText(told)}</p>`
  switch (link.state) {
    case "paid":
      return `${why}<p>${LINK_PAGE.thanks[language]}</p>`
    case "order_canceled":
      return `${why}<p>${LINK_PAGE.canceled[language]}</p>`
    case "closed":
    case "too_much":
      return `${why}<p>${LINK_PAGE.closed[language]}</p>`
    case "confirming":
      return `${why}<p>${LINK_PAGE.confirming[language]}</p>${openPageLink(link, LINK_PAGE.left[language], "")}`
    case "payable":
      return `${why}${linesOf(shown)}<p class="due">${LINK_PAGE.payable[language]}</p><p class="sum">${inText(sumInWords(link.money, language))}</p>${waysOf(shown)}`
  }
}

const waysOf = (shown: ShownLink): string => {
  const { link, ways, language } = shown
  if (ways.length > 0) return waysForm(shown)
  return (
    openPageLink(link, LINK_PAGE.pay[language], "button") || `<p>${LINK_PAGE.ask[language]}</p>`
  )
}

/** What was bought; and what is asked for may be a part of it, after an edit or a deposit. */
const linesOf = ({ order, link, language }: ShownLink): string => {
  if (!order || order.lines.length === 0) return ""
  const lines = order.lines.map(
    ({ title, quantity, money }) =>
      `<li><span>${inText(title)}${quantity === 1 ? "" : ` × ${quantity}`}</span> <b>${inText(sumInWords(money, language))}</b></li>`,
  )
  const isWhole = equals(order.total.amount, link.money.amount)
  const total = isWhole
    ? ""
    : `<li class="total"><span>${LINK_PAGE.total[language]}</span> <b>${inText(sumInWords(order.total, language))}</b></li>`
  return `<ul class="lines">${lines.join("")}${total}</ul>`
}

/**
 * What became of the money that was just paid. Where nothing is to be paid any more, an earlier refusal is
 * nobody's concern, but money on its way back is.
 */
const whyOf = ({ link: { state }, reason, language }: ShownLink): string | null => {
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

const STYLE = `.why{padding:.8rem 1rem;border-radius:10px;background:#fdf0ee;color:#8c1d12}
.lines{margin:1rem 0;padding:0;list-style:none;text-align:left}
.lines li{display:flex;justify-content:space-between;gap:1rem;padding:.45rem 0;border-bottom:1px solid #e3e6e4}
.lines span{overflow-wrap:anywhere}
.lines b{font-weight:500;white-space:nowrap}
.due{margin:1rem 0 0;color:#4b544f}
form{margin:0 0 .75rem}
.way{padding:1rem;border:1px solid #c9cfcb;border-radius:12px;text-align:left}
.way strong,.way small{display:block}
.way small{color:#4b544f}
.way label{display:block;margin:.6rem 0}
.way input,.way select{font:inherit;min-height:2.75rem;padding:.4rem .6rem;border:1px solid #6b756f;border-radius:8px;background:#fff;color:inherit;max-width:100%}
.way .button{width:100%;margin-top:.6rem}
`
