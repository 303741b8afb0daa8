import type { PaymentState } from "../admin-client/payments-table"
import type { InBoth, ShopperLanguage } from "./language"

/** Columns of the payments' export, in this order. */
const COLUMNS = {
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
} as const satisfies Record<string, InBoth>

export type PaymentColumn = keyof typeof COLUMNS

const isColumn = (name: string): name is PaymentColumn => Object.hasOwn(COLUMNS, name)

export const PAYMENT_COLUMNS: PaymentColumn[] = Object.keys(COLUMNS).filter(isColumn)

const STATES: Record<PaymentState, InBoth> = {
  held: { uk: "Заблоковано", en: "Held" },
  captured: { uk: "Списано", en: "Captured" },
  partly_captured: { uk: "Списано частково", en: "Partly captured" },
  refunded: { uk: "Повернено", en: "Refunded" },
  partly_refunded: { uk: "Повернено частково", en: "Partly refunded" },
  canceled: { uk: "Скасовано", en: "Canceled" },
  waiting: { uk: "Очікує оплати", en: "Waiting" },
}

export const columnNames = (language: ShopperLanguage): string[] =>
  PAYMENT_COLUMNS.map((column) => COLUMNS[column][language])

export const stateName = (state: PaymentState, language: ShopperLanguage): string =>
  STATES[state][language]
