import fc from "fast-check"
import { addDays, daysIn, kyivDay, readDay, readTime, startOfKyivDay } from "../kyiv-day"

const SOMEDAY = fc
  .date({ min: new Date("2024-01-02"), max: new Date("2032-12-30"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe("days in Kyiv", () => {
  test.each([
    ["2026-11-25T21:59:59.999Z", "2026-11-25"],
    ["2026-11-25T22:00:00.000Z", "2026-11-26"],
    ["2026-07-25T20:59:59.999Z", "2026-07-25"],
    ["2026-07-25T21:00:00.000Z", "2026-07-26"],
  ])("an instant belongs to the day that it is there: %s", (at, day) => {
    expect(kyivDay(new Date(at))).toBe(day)
  })

  test("each begins where the day before ends, also when the clocks are changed", () => {
    fc.assert(
      fc.property(SOMEDAY, (day) => {
        const start = startOfKyivDay(day)
        expect(kyivDay(start)).toBe(day)
        expect(kyivDay(new Date(start.getTime() - 1))).toBe(addDays(day, -1))
      }),
    )
  })

  test("are counted by the calendar", () => {
    expect(addDays("2026-03-28", 2)).toBe("2026-03-30")
    expect(daysIn("2026-03-28", "2026-03-30")).toBe(3)
    expect(daysIn("2026-11-26", "2026-11-26")).toBe(1)
  })
})

describe("times of a report", () => {
  test.each([
    ["2026-11-25T22:30:00Z", "2026-11-25T22:30:00.000Z"],
    ["2026-11-26T00:30:00+02:00", "2026-11-25T22:30:00.000Z"],
    ["2026-11-26 00:30:00", "2026-11-25T22:30:00.000Z"],
    ["2026-07-26 00:30", "2026-07-25T21:30:00.000Z"],
    ["26.11.2026 00:30", "2026-11-25T22:30:00.000Z"],
  ])("%s is understood", (written, at) => {
    expect(readTime(written)?.toISOString()).toBe(at)
    expect(readDay(written)).toBe(kyivDay(new Date(at)))
  })

  test.each(["2026-11-26", "26.11.2026"])("a day alone is that day: %s", (written) => {
    expect(readDay(written)).toBe("2026-11-26")
  })

  test.each([
    null,
    "",
    "soon",
    "2026-13-45",
    "1764151200",
    "11/26/2026",
  ])("what can't be read is not known: %s", (written) => {
    expect(readTime(written)).toBeNull()
  })
})

describe("a time without a zone", () => {
  test.each([
    ["2026-11-26T10:00:00.123", "2026-11-26T08:00:00.123Z"],
    ["2026-11-26t10:00:00z", "2026-11-26T10:00:00.000Z"],
    ["2026-11-26 10:00:00 +0200", "2026-11-26T08:00:00.000Z"],
    ["2026-11-26 10:00 -01:00", "2026-11-26T11:00:00.000Z"],
    [" 2026-11-26 ", "2026-11-25T22:00:00.000Z"],
    ["2026-07-26", "2026-07-25T21:00:00.000Z"],
    ["26.11.2026 10:00:00", "2026-11-26T08:00:00.000Z"],
    ["2026-11-26 23:59:59", "2026-11-26T21:59:59.000Z"],
    // An hour off at most on the days of the clocks' change, and never on another day.
    ["2026-03-29 23:30:00", "2026-03-29T20:30:00.000Z"],
    ["2026-10-25 23:30:00", "2026-10-25T20:30:00.000Z"],
  ])("is Kyiv's, one with a zone its own: %s", (written, at) => {
    expect(readTime(written)?.toISOString()).toBe(at)
  })

  test.each([
    "2026-11-26 25:00:00",
    "2026-11-26 10:61:00Z",
    "2026-11-26 10",
    "2026-11-26 10:00:00 Kyiv",
    "at 2026-11-26",
    "2026-11-26 10:00:00Z, or so",
    "2026-02-30x",
    "126.11.2026",
    "26.11.20261",
    "2026-13-01 10:00:00Z",
  ])("is not known when it can't be one: %s", (written) => {
    expect(readTime(written)).toBeNull()
    expect(readDay(written)).toBeNull()
  })

  test("is of no day when nobody says it", () => {
    expect(readDay(null)).toBeNull()
  })
})
