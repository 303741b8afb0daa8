import fc from "fast-check"
import { isComparisonDue, isDueForCheck, isRoundDue, LEFT_TO_CALLBACKS } from "../check-schedule"

const TWO_WEEKS = 14 * 24 * 60

describe("when the job looks at an open payment", () => {
  test("a payment younger than five minutes is left to its callback", () => {
    for (const age of [0, 1, 4.9]) expect(isDueForCheck(age, 10)).toBe(false)
    expect(isDueForCheck(LEFT_TO_CALLBACKS, 10)).toBe(true)
  })

  test.each([
    [5, 1, true],
    [6, 1, true],
    [6.9, 1, true],
    [7, 1, false],
    [9.9, 1, false],
    [10, 1, true],
    [12, 1, false],
    [20, 1, true],
    [40, 10, true],
    [60, 10, false],
    [59, 10, true],
  ])("a payment of %s minutes, by a job of each %s, is looked at: %s", (age, every, isLookedAt) => {
    expect(isDueForCheck(age, every)).toBe(isLookedAt)
  })

  test("whenever the job runs, also late, every age that doubles is looked at, and an abandoned checkout costs two dozen looks", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 120 }),
        fc.infiniteStream(fc.integer({ min: 0, max: 999 })),
        (every, lateness) => {
          // In thousandths of an interval, so that no run is later than the next is due.
          const ages: number[] = []
          for (let run = 0; run * every <= TWO_WEEKS; run += 1) {
            const late = lateness.next().value ?? 0
            ages.push((run * 1_000 * every + late * every) / 1_000)
          }
          const looks = ages.filter((age) => isDueForCheck(age, every))
          expect(looks.length).toBeLessThanOrEqual(36)
          for (let due = LEFT_TO_CALLBACKS; due + 2 * every <= TWO_WEEKS; due *= 2) {
            expect(looks.some((age) => age >= due && age < due + 2 * every)).toBe(true)
          }
        },
      ),
    )
  })

  test("a run that is left out costs no look: the next one makes it up", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), fc.nat(200), (every, missed) => {
        const ages = Array.from({ length: 1_000 }, (_, run) => run * every)
        const looks = ages.filter((age, run) => run !== missed && isDueForCheck(age, every))
        for (let due = LEFT_TO_CALLBACKS; due + 2 * every <= 900 * every; due *= 2) {
          expect(looks.some((age) => age >= due && age < due + 2 * every)).toBe(true)
        }
      }),
    )
  })
})

describe("when the job compares RozetkaPay's own ledgers", () => {
  const at = (text: string) => Date.parse(`2026-11-${text}Z`)
  const iso = (text: string) => new Date(at(text)).toISOString()

  test("once a night, at two o'clock when nothing stands in the way", () => {
    const yesterday = iso("25T02:00:00")
    expect(isComparisonDue(yesterday, yesterday, at("26T01:59:00"))).toBe(false)
    expect(isComparisonDue(yesterday, yesterday, at("26T02:00:00"))).toBe(true)
    const done = iso("26T02:00:00")
    for (const time of ["26T02:01:00", "26T14:00:00", "27T01:59:00"]) {
      expect(isComparisonDue(done, done, at(time))).toBe(false)
    }
  })

  test("a minute that was missed only postpones it, however late the store is there again", () => {
    const yesterday = iso("25T02:00:00")
    for (const time of ["26T02:01:00", "26T09:37:00", "27T01:00:00", "30T23:00:00"]) {
      expect(isComparisonDue(yesterday, yesterday, at(time))).toBe(true)
    }
  })

  test("a new store begins with its first night, or at once when that is over for today", () => {
    expect(isComparisonDue(null, null, at("26T00:10:00"))).toBe(false)
    for (const time of ["26T02:00:00", "26T15:00:00"]) {
      expect(isComparisonDue(null, null, at(time))).toBe(true)
    }
  })

  test("one that failed is tried again the same night, after a pause", () => {
    const yesterday = iso("25T02:00:00")
    const failed = iso("26T02:00:00")
    expect(isComparisonDue(yesterday, failed, at("26T02:01:00"))).toBe(false)
    expect(isComparisonDue(yesterday, failed, at("26T02:29:00"))).toBe(false)
    expect(isComparisonDue(yesterday, failed, at("26T02:30:00"))).toBe(true)
  })

  test("a clock that was ahead by less than a day has done it all the same", () => {
    expect(isComparisonDue(iso("27T02:00:00"), null, at("26T02:00:00"))).toBe(false)
    expect(isComparisonDue(iso("27T02:00:01"), null, at("26T02:00:00"))).toBe(true)
    const yesterday = iso("25T01:00:00")
    expect(isComparisonDue(yesterday, iso("27T02:00:00"), at("26T02:00:00"))).toBe(false)
    expect(isComparisonDue(yesterday, iso("27T02:00:01"), at("26T02:00:00"))).toBe(true)
  })

  test("a clock that was years ahead does not end it", () => {
    expect(
      isComparisonDue("2031-01-01T00:00:00.000Z", "2031-01-01T00:00:00.000Z", at("26T02:00:00")),
    ).toBe(true)
  })
})

test("the older payments are gone through once a day", () => {
  const now = Date.parse("2026-11-26T12:00:00Z")
  expect(isRoundDue(undefined, now)).toBe(true)
  expect(isRoundDue("2026-11-25T12:01:00.000Z", now)).toBe(false)
  expect(isRoundDue("2026-11-25T12:00:00.000Z", now)).toBe(true)
})
