import type { PaymentState } from "../admin-client/payments-table"
import { type KnownMethod, knownMethod } from "../core/known-method"
import { columnsOf } from "./columns"
import type { InBoth, ShopperLanguage } from "./language"

/** Columns of the payments' export, in this order. */
export const PAYMENT_COLUMNS = columnsOf({
  created_at: { uk: "Час (Київ)", en: "Time (Kyiv)" },
  state: { uk: "Стан", en: "Status" },
  order: { uk: "Замовлення", en: "Order" },
  email: { uk: "Електронна пошта", en: "E-mail" },
  amount: { uk: "Сума", en: "Amount" },
  currency: { uk: "Валюта", en: "Currency" },
  held: { uk: "Заблоковано", en: "Held" },
  captured: { uk: "Списано", en: "Captured" },
  canceled: { uk: "Скасовано", en: "Canceled" },
  refunded: { uk: "Повернено", en: "Refunded" },
  method: { uk: "Спосіб оплати", en: "Method" },
  brand: { uk: "Платіжна система", en: "Card brand" },
  mask: { uk: "Картка", en: "Card" },
  rrn: { uk: "RRN", en: "RRN" },
  provider: { uk: "Провайдер", en: "Provider" },
  payment_id: { uk: "Платіж у магазині", en: "Payment in the store" },
  external_id: { uk: "Зовнішній номер", en: "External id" },
  rozetkapay_id: { uk: "Номер у RozetkaPay", en: "RozetkaPay's id" },
})

export type PaymentColumn = (typeof PAYMENT_COLUMNS)["names"][number]

const STATES: Record<PaymentState, InBoth> = {
  held: { uk: "Заблоковано", en: "Held" },
  captured: { uk: "Списано", en: "Captured" },
  partly_captured: { uk: "Списано частково", en: "Partly captured" },
  refunded: { uk: "Повернено", en: "Refunded" },
  partly_refunded: { uk: "Повернено частково", en: "Partly refunded" },
  canceled: { uk: "Скасовано", en: "Canceled" },
  waiting: { uk: "Очікує оплати", en: "Waiting" },
}

const METHODS: Record<KnownMethod, InBoth> = {
  card: { uk: "Картка", en: "Card" },
  google_pay: { uk: "Google Pay", en: "Google Pay" },
  apple_pay: { uk: "Apple Pay", en: "Apple Pay" },
  saved_card: { uk: "Збережена картка", en: "Saved card" },
  instalments: { uk: "Оплата частинами", en: "Instalments" },
  blik: { uk: "BLIK", en: "BLIK" },
}

export const stateName = (state: PaymentState, language: ShopperLanguage): string =>
  STATES[state][language]

/** Of a way to pay that is not known, RozetkaPay's own word for it. */
export const methodName = (method: string, language: ShopperLanguage): string => {
  const known = knownMethod(method)
  return known ? METHODS[known][language] : method
}
