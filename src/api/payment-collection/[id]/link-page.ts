import { equals } from "../../../core/money"
import { declineSentence } from "../../../messages/declines"
import { orderLabel } from "../../../messages/labels"
import type { ShopperLanguage } from "../../../messages/language"
import { LINK_PAGE } from "../../../messages/link-page"
import { isOtherOutcome, shopperSentence } from "../../../messages/outcomes"
import { sumInWords } from "../../../messages/sum-in-words"
import type { ShopLook } from "../../../provider/shop-look"
import { inAttribute, inText, refreshTag, shopperPage } from "../../shopper-page/frame"
import type { OrderOfLink } from "./order-of-link"
import type { Link } from "./read-link"
import { openPageLink, waysForm } from "./ways-form"
import type { WayOfLink } from "./ways-of-link"

export type ShownLink = {
  link: Link
  /** Null: whoever asks has not said of which order, and sees its number and the sum alone. */
  order: OrderOfLink | null
  /** The order's id, where whoever asks has said it. */
  named: string | null
  ways: WayOfLink[]
  /** A code, of RozetkaPay's or of ours; only what is known of it is said, in our words. */
  reason: string | null
  /** Why the payment was not started, in our words. */
  problem?: string | null
  /** How often this shopper has looked whether the bank has confirmed. */
  looks?: number
  /** They want to pay in another way than the one that the bank confirms. */
  isOther?: boolean
  language: ShopperLanguage
  look: ShopLook
}

/** What a payment link's shopper reads, before RozetkaPay and after it. */
export const linkPage = (shown: ShownLink): string => {
  const { link, language, look, looks = 0 } = shown
  const { orderNumber } = link
  const title = orderNumber ? orderLabel(orderNumber, language) : LINK_PAGE.order[language]
  return shopperPage({
    language,
    look,
    title,
    description: link.state === "payable" ? sumInWords(link.money, language) : "",
    head: isWaiting(shown) ? refreshTag(looks, lookAgain(shown)) : "",
    style: STYLE,
    body: `<h1>${inText(title)}</h1>${bodyOf(shown)}`,
  })
}

const NOTES = {
  /** An address that leads to no payment, whatever the reason. */
  none: { title: LINK_PAGE.none_title, text: LINK_PAGE.none },
  /** Nobody can say anything of it now. */
  later: { title: LINK_PAGE.later_title, text: LINK_PAGE.later },
}

/** In place of a link's page. */
export const notedPage = (
  what: keyof typeof NOTES,
  language: ShopperLanguage,
  look: ShopLook,
): string => {
  const title = NOTES[what].title[language]
  const body = `<h1>${title}</h1><p>${NOTES[what].text[language]}</p>`
  return shopperPage({ language, look, title, body })
}

const isWaiting = ({ link, isOther = false }: ShownLink): boolean =>
  link.state === "confirming" && !isOther

/** This very page. */
const addressOf = ({ named }: ShownLink, more: Record<string, string> = {}): string =>
  `?${new URLSearchParams({ ...(named !== null && { order_id: named }), ...more })}`

const lookAgain = (shown: ShownLink): string =>
  addressOf(shown, { n: String((shown.looks ?? 0) + 1) })

const bodyOf = (shown: ShownLink): string => {
  const { link, language } = shown
  const told = (isOpen(link) ? shown.problem : null) ?? whyOf(shown)
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
      return isWaiting(shown)
        ? `${why}<p>${LINK_PAGE.confirming[language]}</p>${waysOut(shown)}`
        : `${why}${dueOf(shown)}<p>${LINK_PAGE.other_note[language]}</p>${waysOf(shown)}`
    case "payable":
      return `${why}${dueOf(shown)}${waysOf(shown)}`
  }
}

const isOpen = ({ state }: Link): boolean => state === "payable" || state === "confirming"

const dueOf = (shown: ShownLink): string => {
  const { link, language } = shown
  const sum = inText(sumInWords(link.money, language))
  return `${linesOf(shown)}<p class="due">${LINK_PAGE.payable[language]}</p><p class="sum">${sum}</p>`
}

/** While the bank confirms: whether it has by now, and what to do if nobody has confirmed anything there. */
const waysOut = (shown: ShownLink): string => {
  const { link, ways, language } = shown
  const again = `<p><a href="${inAttribute(lookAgain(shown))}">${LINK_PAGE.again[language]}</a></p>`
  const other =
    ways.length === 0
      ? ""
      : `<p><a href="${inAttribute(addressOf(shown, { other: "1" }))}">${LINK_PAGE.other[language]}</a></p>`
  return `${again}${openPageLink(link, LINK_PAGE.left[language], "")}${other}`
}

const waysOf = (shown: ShownLink): string => {
  const { link, ways, language } = shown
  if (ways.length > 0) return waysForm(ways, addressOf(shown), language)
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
const whyOf = ({ link, reason, language }: ShownLink): string | null => {
  if (reason === null) return null
  if (reason === "returned") return LINK_PAGE.back[language]
  const isOfMoney = reason === "paid_otherwise" || reason === "unexplained"
  return isOpen(link) || isOfMoney ? sentenceOf(reason, language) : null
}

const sentenceOf = (reason: string, language: ShopperLanguage): string =>
  isOtherOutcome(reason)
    ? shopperSentence(reason, language)
    : declineSentence({ code: reason, description: null }, language)

const STYLE = `.why{padding:.8rem 1rem;border-radius:10px;background:var(--on-bad);color:var(--bad)}
.lines{margin:1rem 0;padding:0;list-style:none;text-align:left}
.lines li{display:flex;justify-content:space-between;gap:1rem;padding:.45rem 0;border-bottom:1px solid var(--line)}
.lines span{overflow-wrap:anywhere}
.lines b{font-weight:500;white-space:nowrap}
.due{margin:1rem 0 0;color:var(--muted)}
form{margin:0 0 .75rem}
.way{padding:1rem;border:1px solid var(--line);border-radius:12px;text-align:left}
.way strong,.way small{display:block}
.way small{color:var(--muted)}
.way label{display:block;margin:.6rem 0}
.way input,.way select{display:block;font:inherit;min-height:2.75rem;padding:.4rem .6rem;border:1px solid var(--edge);border-radius:8px;background:var(--sheet);color:inherit;max-width:100%}
.way select{width:100%}
.button.second{border:1px solid var(--edge);background:none;color:inherit}
.way .button{width:100%;margin-top:.6rem}
`
