import { columnsOf } from "./columns"
import type { InBoth } from "./language"

/** Columns of the payouts' export, in this order. */
export const PAYOUT_COLUMNS = columnsOf({
  day: { uk: "День виплати", en: "Day of the payout" },
  order: { uk: "Замовлення", en: "Order" },
  payment_id: { uk: "Платіж у магазині", en: "Payment in the store" },
  external_id: { uk: "Зовнішній номер", en: "External id" },
  currency: { uk: "Валюта", en: "Currency" },
  amount: { uk: "Платіж", en: "Payment" },
  commission: { uk: "Комісія", en: "Commission" },
  payer_fee: { uk: "Комісія платника", en: "Payer's fee" },
  paid_out: { uk: "Виплачено", en: "Paid out" },
  store_amount: {
    uk: "У магазині (списано мінус повернено)",
    en: "In the store (captured less refunded)",
  },
  processed_at: { uk: "Оброблено (списано)", en: "Processed (captured)" },
  card: { uk: "Картка", en: "Card" },
  state: { uk: "Стан", en: "Status" },
})

export type PayoutColumn = (typeof PAYOUT_COLUMNS)["names"][number]

export const PAYOUT_STATES = {
  agrees: { uk: "Збігається", en: "Agrees" },
  differs: { uk: "Розбіжність", en: "Differs" },
  unknown: { uk: "У магазині немає", en: "Not in the store" },
  missing: { uk: "Не виплачено", en: "Not paid out" },
} as const satisfies Record<string, InBoth>
