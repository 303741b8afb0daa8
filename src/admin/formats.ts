/** The dashboard calls languages "uk", "en", "ptBR"; Intl wants "pt-BR". */
export const localeOf = (dashboardLanguage: string): string => {
  const tag = dashboardLanguage.replace(/^([a-z]{2,3})[-_]?([A-Z]{2})$/, "$1-$2")
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? "en"
  } catch {
    return "en"
  }
}

/** The plugin's own texts are in these two; every other dashboard reads English. */
export const textLanguage = (dashboardLanguage: string): "uk" | "en" =>
  /^uk\b/i.test(dashboardLanguage) ? "uk" : "en"

/** "319.99" as people type it: "319,99" in Ukrainian. */
export const typedText = (locale: string, sum: string): string =>
  sum.replace(".", separatorOf(locale))

const separatorOf = (locale: string): string =>
  new Intl.NumberFormat(locale).formatToParts(0.5).find(({ type }) => type === "decimal")?.value ??
  "."

/** "319.99" of UAH is "319,99 ₴" in Ukrainian: one number of text, nothing is counted with it. */
export const moneyText = (locale: string, sum: string, currency: string): string => {
  try {
    return new Intl.NumberFormat(locale, {
      style: "currency",
      currency,
      currencyDisplay: "narrowSymbol",
    }).format(Number(sum))
  } catch {
    return `${sum} ${currency.toUpperCase()}`
  }
}

const moment = (time: string): Date | null => {
  const date = new Date(time)
  return Number.isNaN(date.getTime()) ? null : date
}

/** "Nov 26, 2026, 6:51 PM". What is no time is shown as it came. */
export const timeText = (locale: string, time: string): string => {
  const date = moment(time)
  return date
    ? new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(date)
    : time
}

/** "2026-11-26", a day in no time zone. */
export const dayText = (locale: string, day: string): string => {
  const date = moment(`${day}T00:00:00Z`)
  return date
    ? new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }).format(date)
    : day
}

const UNITS = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const

/** "in 3 days", "2 hours ago"; days are whole ones, so that a countdown never promises too much. */
export const relativeTime = (locale: string, time: string, now: Date): string => {
  const distance = (moment(time) ?? now).getTime() - now.getTime()
  const [unit, length] = UNITS.find(([, long]) => Math.abs(distance) >= long) ?? UNITS[2]
  const count = Math.trunc(distance / length)
  return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(count, unit)
}

/** A language's name of a country: "UA" is "Ukraine". */
export const countryName = (locale: string, code: string): string => {
  try {
    return new Intl.DisplayNames(locale, { type: "region" }).of(code) ?? code
  } catch {
    return code
  }
}
