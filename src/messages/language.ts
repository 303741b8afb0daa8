import { acceptedLanguage } from "./accepted-language"

/** What shoppers are spoken to in. */
export type ShopperLanguage = "uk" | "en"

/** One sentence in both, side by side, so that neither is changed without the other. */
export type InBoth = Record<ShopperLanguage, string>

type Locale = string | null | undefined

/**
 * The first of these that prefers one of our two languages decides: headers by their weights, plain
 * locales as they are. Null when none does: a storefront's server asks for "*".
 */
export const saidLanguage = (...locales: Locale[]): ShopperLanguage | null => {
  for (const locale of locales) {
    const language = locale ? acceptedLanguage(locale) : null
    if (language) return language
  }
  return null
}

/** The same; when none says, Ukrainian, and for readers of Polish English. */
export const shopperLanguage = (...locales: Locale[]): ShopperLanguage =>
  saidLanguage(...locales) ??
  (locales.some((locale) => locale && /^\s*pl/i.test(locale)) ? "en" : "uk")
