/** What 3-D Secure 2 wants to know of the shopper's browser; address and user agent the server sees itself. */
export type BrowserFingerprint = {
  /** Bits per pixel, one of the depths that 3-D Secure knows. */
  browser_color_depth: string
  browser_java_enabled: string
  /** IETF BCP 47, such as uk-UA. */
  browser_language: string
  /** Pixels. */
  browser_screen_height: string
  browser_screen_width: string
  /** IANA name, such as Europe/Kyiv. */
  browser_time_zone: string
  /** Minutes from UTC, as `Date.getTimezoneOffset` counts them: -120 in Kyiv's winter. */
  browser_time_zone_offset: string
}

/** EMV 3-D Secure's list. A screen between two of them (many say 30) counts as the lower one. */
const COLOR_DEPTHS = [48, 32, 24, 16, 15, 8, 4, 1]

/** To be called in the browser, when the shopper pays. */
export const browserFingerprint = (): BrowserFingerprint => ({
  browser_color_depth: String(COLOR_DEPTHS.find((depth) => depth <= screen.colorDepth) ?? 1),
  browser_java_enabled: String(navigator.javaEnabled()),
  browser_language: navigator.language,
  browser_screen_height: String(screen.height),
  browser_screen_width: String(screen.width),
  browser_time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  browser_time_zone_offset: String(new Date().getTimezoneOffset()),
})
