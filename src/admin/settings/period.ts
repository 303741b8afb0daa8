/** Days as "2026-11-26", in no time zone. */
export type Period = { from: string; to: string }

const DAY = 86_400_000

const momentOf = (day: string) => Date.parse(`${day}T00:00:00Z`)

/** Whether it is a day of the calendar. */
export const isDay = (text: string | null): text is string =>
  text !== null &&
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(momentOf(text)) &&
  new Date(momentOf(text)).toISOString().startsWith(text)

export const daysAfter = (day: string, count: number): string =>
  new Date(momentOf(day) + count * DAY).toISOString().slice(0, 10)

/** RozetkaPay's reports count days by Kyiv's clock, wherever the merchant sits. */
export const todayInKyiv = (now: Date): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Kyiv" }).format(now)

/** The last so many days, today included. */
export const lastDays = (count: number, today: string): Period => ({
  from: daysAfter(today, 1 - count),
  to: today,
})

/** How many days, both ends included; less than one when it ends before it begins. */
export const lengthOf = ({ from, to }: Period): number =>
  Math.round((momentOf(to) - momentOf(from)) / DAY) + 1

/** As a date picker has it: midnight by the browser's own clock. */
export const dateOf = (day: string): Date => {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number)
  return new Date(year, month - 1, date)
}

export const dayOf = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-")
