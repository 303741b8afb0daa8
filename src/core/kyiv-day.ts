/**
 * Days as a Ukrainian merchant's accountant counts them, whatever the server's clock is set to. RozetkaPay
 * does not say by which zone its reports reckon a day: so they are asked for a day more on either side, and
 * what they list is put into days here, by its time.
 */
const ZONE = "Europe/Kyiv"

const DAY = 24 * 60 * 60_000

const asDay = new Intl.DateTimeFormat("en-CA", { timeZone: ZONE, dateStyle: "short" })
const asHour = new Intl.DateTimeFormat("en-GB", {
  timeZone: ZONE,
  hour: "2-digit",
  hourCycle: "h23",
})

/** "2026-11-26" */
export const kyivDay = (at: Date): string => asDay.format(at)

/** The instant at which a day begins in Kyiv: two or three hours before it does in UTC. */
export const startOfKyivDay = (day: string): Date => {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  // The clocks are changed at three in the night, so the hour of two hours before is the day's own.
  const winter = new Date(midnight - 2 * 60 * 60_000)
  return asHour.format(winter) === "00" ? winter : new Date(midnight - 3 * 60 * 60_000)
}

/** Days later, or earlier: a calendar's arithmetic, which no clock's change touches. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)

/** How many days from one to the other, both included. */
export const daysIn = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY) + 1

/**
 * When something was, as a report writes it. One without a zone is taken for Kyiv's: the assumption stands
 * here alone. Null: it can't be read, so it is not known.
 */
export const readTime = (written: string | null): Date | null => {
  const [, day, time = "", zone = ""] =
    /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)\s?(Z|[+-]\d\d:?\d\d)?)?$/i.exec(
      readableDay(written?.trim() ?? ""),
    ) ?? []
  if (day === undefined || Number.isNaN(Date.parse(`${day}T00:00:00Z`))) return null
  const at = zone === "" ? inKyiv(day, time) : Date.parse(`${day}T${time}${zone}`)
  return Number.isNaN(at) ? null : new Date(at)
}

/** On the days of the clocks' change it may be an hour off, but never on another day. */
const inKyiv = (day: string, time: string): number => {
  const at = startOfKyivDay(day).getTime() + Date.parse(`1970-01-01T${time || "00:00"}Z`)
  return Number.isNaN(at) || kyivDay(new Date(at)) === day ? at : at - 60 * 60_000
}

/** The day of a time, or of a day alone, as a report writes it. */
export const readDay = (written: string | null): string | null => {
  const at = readTime(written)
  return at && kyivDay(at)
}

/** "26.11.2026 10:00", as it is written in Ukraine. */
const readableDay = (written: string): string =>
  written.replace(/^(\d\d)\.(\d\d)\.(\d{4})/, (_, day, month, year) => `${year}-${month}-${day}`)
