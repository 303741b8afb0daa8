import { acceptedLanguage } from "../messages/accepted-language"
import type { StorefrontLanguage } from "../storefront/payment-sentence"

type Later<Value> = Value | Promise<Value>

/** Next's own `headers()` and `cookies()` of `next/headers`, as far as they are used. */
export type HeadersOfNext = { get(name: string): string | null }
export type CookiesOfNext = {
  get(name: string): { value: string } | undefined
  set(name: string, value: string, settings: { maxAge: number }): unknown
}

/** The request that a server action, a route or a page is answering. */
export type ShopperRequest = {
  headers: () => Later<HeadersOfNext>
  cookies: () => Later<CookiesOfNext>
}

export type CookieNames = {
  /** The login, as Medusa's starter keeps it: `_medusa_jwt`. */
  login: string
  /** `_medusa_cart_id` */
  cart: string
  /** The language that the shopper has chosen in the shop: `_medusa_locale`. */
  locale: string
}

export const STARTERS_COOKIES: CookieNames = {
  login: "_medusa_jwt",
  cart: "_medusa_cart_id",
  locale: "_medusa_locale",
}

/** What the shopper's browser says of itself, to be passed on to Medusa in its name. */
const PASSED_ON = ["user-agent", "x-forwarded-for"] as const

/** A header of a browser is never longer; a forged one must not be passed on. */
const LONGEST = 1_000

/**
 * The login, the language, the browser and the address of the shopper: RozetkaPay's page speaks their
 * language, and 3-D Secure knows their browser and not the shop's server.
 */
export const headersOfShopper = async (
  request: ShopperRequest,
  names: CookieNames,
): Promise<Record<string, string>> => {
  const [headers, cookies] = await Promise.all([request.headers(), request.cookies()])
  const passed: Record<string, string> = {}
  for (const name of PASSED_ON) {
    const value = headers.get(name)
    if (value && value.length <= LONGEST) passed[name] = value
  }
  const language = cookies.get(names.locale)?.value ?? headers.get("accept-language")
  if (language && language.length <= LONGEST) passed["accept-language"] = language
  const login = cookies.get(names.login)?.value
  if (login) passed.authorization = `Bearer ${login}`
  return passed
}

/** What was chosen in the shop, else what the browser prefers, else Ukrainian. */
export const languageOfShopper = async (
  request: ShopperRequest,
  names: CookieNames,
): Promise<StorefrontLanguage> => {
  const [headers, cookies] = await Promise.all([request.headers(), request.cookies()])
  const said = [cookies.get(names.locale)?.value, headers.get("accept-language")]
  for (const one of said) {
    const language = one ? acceptedLanguage(one) : null
    if (language) return language
  }
  return said.some(Boolean) ? "en" : "uk"
}
