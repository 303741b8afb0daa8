import type { AttentionItem, AttentionKind } from "../admin-client"
import { fill } from "./fill"
import { orderLabel } from "./labels"
import type { InBoth, ShopperLanguage } from "./language"

/** A notice's headline in the dashboard's bell. */
export const ATTENTION_TITLES: Record<AttentionKind, InBoth> = {
  difference: {
    uk: "Суми в магазині та в RozetkaPay різняться",
    en: "The store's sums and RozetkaPay's differ",
  },
  unexplained: {
    uk: "Гроші надійшли, а за що – невідомо",
    en: "Money has arrived, and it is not known for what",
  },
  refund_failed: { uk: "Повернення не відбулося", en: "A refund has failed" },
  hold_lapsing: {
    uk: "Банк скоро зніме блокування коштів",
    en: "The bank will soon let a hold go",
  },
  chargeback: {
    uk: "Банк покупця забрав гроші (чарджбек)",
    en: "The customer's bank took money back (chargeback)",
  },
  hold_lost_by_edit: {
    uk: "Зміна замовлення скасувала блокування коштів",
    en: "An order's edit has canceled its hold",
  },
  waiting_long: {
    uk: "Платіж понад добу без рішення банку",
    en: "A payment has waited for the bank for more than a day",
  },
  paid_and_canceled: {
    uk: "Замовлення скасовано, а гроші не повернуто",
    en: "An order is canceled, and its money was not returned",
  },
}

/** Parts of what stands below it. */
export const ATTENTION_PARTS = {
  until: { uk: "Списати до {day}", en: "Capture by {day}" },
  belongs_to: { uk: "Схоже, це {order}", en: "It seems to be {order}" },
  payment: { uk: "Платіж {id}", en: "Payment {id}" },
} satisfies Record<string, InBoth>

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
