import { columnsOf } from "./columns"
import type { InBoth } from "./language"

/** Columns of the days' export, in this order. */
export const DAY_COLUMNS = columnsOf({
  day: { uk: "День", en: "Day" },
  currency: { uk: "Валюта", en: "Currency" },
  sum: { uk: "Сума", en: "Sum" },
  order: { uk: "Замовлення", en: "Order" },
  payment_id: { uk: "Платіж у магазині", en: "Payment in the store" },
  external_id: { uk: "Зовнішній номер", en: "External id" },
  store: { uk: "Магазин", en: "Store" },
  gateway: { uk: "RozetkaPay", en: "RozetkaPay" },
})

export type DayColumn = (typeof DAY_COLUMNS)["names"][number]

export const DAY_SUMS = {
  captured: { uk: "Списано", en: "Captured" },
  refunded: { uk: "Повернено", en: "Refunded" },
  total_captured: { uk: "Разом списано", en: "Total captured" },
  total_refunded: { uk: "Разом повернено", en: "Total refunded" },
  total_fees: { uk: "Разом комісії", en: "Total fees" },
} as const satisfies Record<string, InBoth>
