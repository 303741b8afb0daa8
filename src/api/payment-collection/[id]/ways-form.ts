import { equals } from "../../../core/money"
import type { ShopperLanguage } from "../../../messages/language"
import { LINK_PAGE } from "../../../messages/link-page"
import { sumInWords } from "../../../messages/sum-in-words"
import { inAttribute, inText } from "../../shopper-page/frame"
import type { Link } from "./read-link"
import type { PartsToChoose, WayOfLink } from "./ways-of-link"

/** A form for each way to pay; of one alone, that asks for nothing, its button. */
export const waysForm = (ways: WayOfLink[], action: string, language: ShopperLanguage): string => {
  const [only] = ways
  const isPlain = ways.length === 1 && only && !only.asks.parts && !only.asks.blikCode
  return ways.map((way) => formOf(way, { action, language, isPlain: Boolean(isPlain) })).join("")
}

type Shown = { action: string; language: ShopperLanguage; isPlain: boolean }

const formOf = (way: WayOfLink, { action, language, isPlain }: Shown): string => {
  const { provider_id, method, asks } = way
  const named = isPlain ? "" : `<strong>${inText(way.name)}</strong>${describedBy(way)}`
  const parts = asks.parts ? partsOf(asks.parts, language) : ""
  const code = asks.blikCode
    ? `<label>${LINK_PAGE.blik_code[language]} <input name="blik_code" inputmode="numeric" autocomplete="one-time-code" required maxlength="9" size="9"></label>`
    : ""
  const label = LINK_PAGE[method === "page" ? "pay" : "pay_so"][language]
  // Buttons that read alike say in a screen reader what they choose.
  const spoken =
    isPlain || method === "page" ? "" : ` aria-label="${inAttribute(`${label}: ${way.name}`)}"`
  const value = inAttribute(`${provider_id} ${method}`)
  return `<form method="post" action="${inAttribute(action)}"${isPlain ? "" : ' class="way"'}><input type="hidden" name="way" value="${value}">${named}${parts}${code}<button class="button${isPlain || method === "page" ? "" : " second"}"${spoken}>${label}</button></form>`
}

/** A bank's offer may have no name but the bank's. */
const describedBy = ({ name, description }: WayOfLink): string =>
  description === "" || description === name ? "" : `<small>${inText(description)}</small>`

const partsOf = (all: PartsToChoose[], language: ShopperLanguage): string => {
  const options = all.map(({ parts, monthly, last }) => {
    const each = `${parts} × ${sumInWords(monthly, language)}`
    const differs = equals(last.amount, monthly.amount)
      ? ""
      : `. ${LINK_PAGE.last_part[language]}: ${sumInWords(last, language)}`
    return `<option value="${parts}">${inText(each + differs)}</option>`
  })
  return `<label>${LINK_PAGE.parts[language]} <select name="parts">${options.join("")}</select></label>`
}

/** RozetkaPay's page that is open already. */
export const openPageLink = ({ pages }: Link, label: string, name: string): string => {
  const page = pages.find(({ takesTry }) => takesTry)
  return page ? `<p><a class="${name}" href="${inAttribute(page.url)}">${label}</a></p>` : ""
}
