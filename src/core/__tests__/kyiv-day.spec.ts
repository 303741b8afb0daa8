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
