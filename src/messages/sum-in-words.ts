import type { ShopperLanguage } from "./language"

const LOCALE: Record<ShopperLanguage, string> = { uk: "uk-UA", en: "en-GB" }

/**
 * "478,50 ₴"; a currency that Intl does not take stands as its code. Money is a text everywhere else: here a
 * number is only what is written in the shopper's language.
 */
export const sumInWords = (
  { amount, currency }: { amount: number | string; currency: string },
  language: ShopperLanguage,
): string => {
  try {
    const style = { style: "currency", currency, currencyDisplay: "narrowSymbol" } as const
    return new Intl.NumberFormat(LOCALE[language], style).format(Number(amount))
  } catch {
    return `${amount} ${currency.toUpperCase()}`
  }
}
