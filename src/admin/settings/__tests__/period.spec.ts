import { dateOf, dayOf, daysAfter, isDay, lastDays, lengthOf, todayInKyiv } from "../period"

describe("a period of days", () => {
  it("ends today by Kyiv's clock, where a late evening in London is tomorrow already", () => {
    expect(todayInKyiv(new Date("2026-11-26T22:30:00Z"))).toBe("2026-11-27")
    expect(todayInKyiv(new Date("2026-06-26T21:30:00Z"))).toBe("2026-06-27")
    expect(todayInKyiv(new Date("2026-11-26T21:30:00Z"))).toBe("2026-11-26")
  })

  it("counts both ends, over the ends of months and the change of clocks", () => {
    expect(lastDays(7, "2026-03-02")).toEqual({ from: "2026-02-24", to: "2026-03-02" })
    expect(lengthOf({ from: "2026-10-20", to: "2026-10-31" })).toBe(12)
    expect(lengthOf({ from: "2026-11-02", to: "2026-11-01" })).toBe(0)
    expect(daysAfter("2026-12-31", 1)).toBe("2027-01-01")
  })

  it("knows a day of the calendar from what somebody wrote into the address", () => {
    expect(isDay("2026-11-26")).toBe(true)
    for (const text of ["2026-02-30", "26.11.2026", "2026-13-01", "", null]) {
      expect(isDay(text)).toBe(false)
    }
  })

  it("is the same day in the date picker, whichever clock the browser has", () => {
    for (const day of ["2026-01-01", "2026-03-29", "2026-12-31"]) {
      expect(dayOf(dateOf(day))).toBe(day)
    }
  })
})
