import type { InBoth, ShopperLanguage } from "./language"

/** An order as what a payment is for, where no goods can be named. */
const ORDER: InBoth = { uk: "Замовлення №", en: "Order #" }

export const orderLabel = (number: number | string, language: ShopperLanguage): string =>
  `${ORDER[language]}${number}`

/** A delivery without a name, on a receipt: receipts are Ukrainian. */
export const DELIVERY = "Доставка"
