import { z } from "zod"
import { type ShopperLanguage, saidLanguage } from "../../messages/language"
import type { BrowserFingerprint } from "../../rozetkapay/client"
import { type PageLocale, pageLocaleOf } from "./page-locale"

/** Seen by the server, not told by the client. */
export type ShopperBrowser = {
  ipAddress: string | null
  /** Instead, for the APIs that take it. */
  ipv6Address?: string | null
  /** Null: not said, as by a storefront's own server. */
  language: ShopperLanguage | null
  /** Of RozetkaPay's page, which speaks one language more than we do; absent: not said. */
  pageLocale?: PageLocale
  fingerprint: BrowserFingerprint | null
}

/** What a request says of itself. */
export type RequestFacts = {
  /** IPv4. */
  ipAddress: string | null
  ipv6Address?: string | null
  userAgent: string
  accept: string
  acceptLanguage: string
}

const short = z.union([z.string().max(100), z.number(), z.boolean()]).transform(String)

/** What a storefront measures of the browser for 3-D Secure 2. */
export const statedFingerprint = z.object({
  browser_color_depth: short,
  browser_java_enabled: short,
  browser_language: short,
  browser_screen_height: short,
  browser_screen_width: short,
  browser_time_zone: short,
  browser_time_zone_offset: short,
})

export const browserOf = (
  { ipAddress, ipv6Address, userAgent, accept, acceptLanguage }: RequestFacts,
  told: z.output<typeof statedFingerprint> | null,
): ShopperBrowser => {
  const pageLocale = pageLocaleOf(acceptLanguage) ?? pageLocaleOf(told?.browser_language)
  return {
    ipAddress,
    ...(ipv6Address && { ipv6Address }),
    language: saidLanguage(acceptLanguage, told?.browser_language),
    ...(pageLocale && { pageLocale }),
    fingerprint: told && fingerprintOf({ ipAddress, userAgent, accept }, told),
  }
}

const fingerprintOf = (
  { ipAddress, userAgent, accept }: Pick<RequestFacts, "ipAddress" | "userAgent" | "accept">,
  told: z.output<typeof statedFingerprint>,
): BrowserFingerprint => ({
  acceptHeader: accept,
  colorDepth: told.browser_color_depth,
  ipAddress: ipAddress ?? "",
  javaEnabled: told.browser_java_enabled,
  language: told.browser_language,
  screenHeight: told.browser_screen_height,
  screenWidth: told.browser_screen_width,
  timeZone: told.browser_time_zone,
  timeZoneOffset: told.browser_time_zone_offset,
  userAgent,
})
