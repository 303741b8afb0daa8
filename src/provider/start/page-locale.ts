import { preferredOf } from "../../messages/accepted-language"
import type { Payer } from "../payment-gateway"

/** A language of RozetkaPay's page. */
export type PageLocale = NonNullable<Payer["locale"]>

const LOCALES = { uk: "UK", en: "EN", pl: "PL" } as const satisfies Record<string, PageLocale>
const LANGUAGES = ["uk", "en", "pl"] as const

/** By a cart's locale ("uk-UA"), or an `Accept-Language` header; null for what that page does not speak. */
export const pageLocaleOf = (said: string | null | undefined): PageLocale | null => {
  const language = said ? preferredOf(said, LANGUAGES) : null
  return language && LOCALES[language]
}
