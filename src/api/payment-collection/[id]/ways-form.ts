import { LINK_PAGE } from "../../../messages/link-page"
import { inAttribute, inText } from "../../shopper-page/frame"
import type { ShownLink } from "./link-page"
import type { Link } from "./read-link"
import type { WayOfLink } from "./ways-of-link"

/** A form for each way to pay; of one alone, that asks for nothing, its button. */
export const waysForm = (shown: ShownLink): string => {
  const [only] = shown.ways
  const isPlain = shown.ways.length === 1 && only && !only.asks.parts && !only.asks.blikCode
  if (isPlain) return formOf(shown, only, "")
  return shown.ways
    .map((way) =>
      formOf(
        shown,
        way,
        `<strong>${inText(way.name)}</strong><small>${inText(way.description)}</small>`,
      ),
    )
    .join("")
}

const formOf = ({ action, language }: ShownLink, way: WayOfLink, named: string): string => {
  const { provider_id, method, asks } = way
  const parts = asks.parts ? partsOf(asks.parts, LINK_PAGE.parts[language]) : ""
  const code = asks.blikCode
    ? `<label>${LINK_PAGE.blik_code[language]} <input name="blik_code" inputmode="numeric" autocomplete="one-time-code" required maxlength="9" size="9"></label>`
    : ""
  const label = method === "page" ? LINK_PAGE.pay[language] : LINK_PAGE.pay_so[language]
  const isNamed = named !== ""
  return `<form method="post" action="${inAttribute(action)}"${isNamed ? ' class="way"' : ""}><input type="hidden" name="way" value="${inAttribute(`${provider_id} ${method}`)}">${named}${parts}${code}<button class="button">${label}</button></form>`
}

const partsOf = ({ least, most }: { least: number; most: number }, label: string): string => {
  const numbers = Array.from({ length: Math.max(0, most - least + 1) }, (_, at) => least + at)
  const options = numbers.map((one) => `<option>${one}</option>`).join("")
  return `<label>${label} <select name="parts">${options}</select></label>`
}

/** RozetkaPay's page that is open already. */
export const openPageLink = ({ pages: [page] }: Link, label: string, name: string): string =>
  page ? `<p><a class="${name}" href="${inAttribute(page.url)}">${label}</a></p>` : ""
