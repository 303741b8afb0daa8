import type { StorefrontLanguage } from "../storefront/payment-sentence"

const LOCALES = { uk: "uk-UA", en: "en-GB" } as const

/** "478,50 ₴"; a currency that no browser knows stands as its code. */
export const moneyText = (
  amount: number | string,
  currency: string,
  language: StorefrontLanguage,
): string => {
  try {
    const format = new Intl.NumberFormat(LOCALES[language], {
      style: "currency",
      currency: currency.toUpperCase(),
      currencyDisplay: "narrowSymbol",
    })
    return format.format(Number(amount))
  } catch {
    return `${amount} ${currency.toUpperCase()}`
  }
}
