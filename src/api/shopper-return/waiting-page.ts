import type { Money } from "../../core/money"
import type { ShopperLanguage } from "../../messages/language"
import { sumInWords } from "../../messages/sum-in-words"
import { WAITING_PAGE as TEXTS } from "../../messages/waiting-page"
import type { ShopLook } from "../../provider/shop-look"
import { inAttribute, inText, refreshAfter, refreshTag, shopperPage } from "../shopper-page/frame"

type Shown = {
  language: ShopperLanguage
  look: ShopLook
  /** What is being paid; null: nobody knows just now. */
  money: Money | null
  /** How often this shopper has looked. */
  looks: number
  /** The shopper's way back, when the attempt may have been left behind. */
  cart: string | null
  /** That way leads to a payment link, and to no cart. */
  isLink?: boolean
  /** Paid, and the order can't be placed yet. */
  isDelayed?: boolean
  /** Which app to open, in a sentence. */
  whereToConfirm?: string | null
}

/** Works without JavaScript and without anything from another host. */
export const waitingPage = ({
  language,
  look,
  money,
  looks,
  cart,
  isLink = false,
  isDelayed = false,
  whereToConfirm = null,
}: Shown): string => {
  const title = isDelayed ? TEXTS.delayed_title[language] : TEXTS.title[language]
  const next = `?n=${looks + 1}`
  const isLong = refreshAfter(looks) === null
  const text = isDelayed ? TEXTS.delayed : isLong ? TEXTS.long : TEXTS.text
  const where = whereToConfirm === null ? "" : `<p><strong>${inText(whereToConfirm)}</strong></p>`
  const back =
    cart === null
      ? ""
      : `<p class="left">${TEXTS.left[language]}<br><a href="${inAttribute(cart)}">${TEXTS[isLink ? "link" : "cart"][language]}</a></p>`
  return shopperPage({
    language,
    look,
    title,
    head: refreshTag(looks, next),
    style: STYLE,
    body: `<i role="presentation"></i><h1>${title}</h1>${sumOf(money, language)}${where}<p>${text[language]}</p><a class="button" href="${next}">${TEXTS.again[language]}</a>${back}`,
  })
}

const sumOf = (money: Money | null, language: ShopperLanguage): string =>
  money === null ? "" : `<p class="sum">${inText(sumInWords(money, language))}</p>`

const STYLE = `i{display:inline-block;width:2.4rem;height:2.4rem;margin-bottom:1rem;border:4px solid var(--line);border-top-color:var(--ink);border-radius:50%;animation:t 1s linear infinite}
@keyframes t{to{transform:rotate(1turn)}}
@media (prefers-reduced-motion:reduce){i{animation:none}}
.left{margin:1.4rem 0 0;color:var(--muted);font-size:.95rem}
`
