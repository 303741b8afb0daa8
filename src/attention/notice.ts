import type { AttentionItem } from "../admin-client"
import { ATTENTION_PARTS, ATTENTION_TITLES } from "../messages/attention"
import { fill } from "../messages/fill"
import { orderLabel } from "../messages/labels"
import type { ShopperLanguage } from "../messages/language"

export type Notice = { title: string; description: string }

/** Plain text: the bell shows no link. A day is that of Kyiv. */
export const noticeOf = (item: AttentionItem, language: ShopperLanguage): Notice => {
  const { order, belongs_to, amount, currency_code, until, external_id } = item
  const part = (name: keyof typeof ATTENTION_PARTS, values: Record<string, string>) =>
    fill(ATTENTION_PARTS[name][language], values)
  const parts = [
    order ? orderLabel(order.display_id, language) : part("payment", { id: external_id }),
    ...(amount !== null && currency_code !== null
      ? [`${amount} ${currency_code.toUpperCase()}`]
      : []),
    ...(until !== null ? [part("until", { day: dayIn(language, until) })] : []),
    ...(belongs_to !== null
      ? [part("belongs_to", { order: orderLabel(belongs_to.display_id, language) })]
      : []),
  ]
  return { title: ATTENTION_TITLES[item.kind][language], description: parts.join(" · ") }
}

const LOCALES: Record<ShopperLanguage, string> = { uk: "uk-UA", en: "en-GB" }

const dayIn = (language: ShopperLanguage, time: string): string =>
  new Intl.DateTimeFormat(LOCALES[language], {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "Europe/Kyiv",
  }).format(new Date(time))
