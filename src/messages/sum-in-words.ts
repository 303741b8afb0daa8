import type { Money } from "../core/money"
import type { ShopperLanguage } from "./language"

const LOCALE: Record<ShopperLanguage, string> = { uk: "uk-UA", en: "en-GB" }

/** Money is a text everywhere else; here a number is only what is written in the shopper's language. */
export const sumInWords = ({ amount, currency }: Money, language: ShopperLanguage): string => {
  const style = { style: "currency", currency, currencyDisplay: "narrowSymbol" } as const
  return new Intl.NumberFormat(LOCALE[language], style).format(Number(amount))
}
