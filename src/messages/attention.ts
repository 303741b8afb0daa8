import type { AttentionKind } from "../admin-client"
import type { InBoth } from "./language"

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
