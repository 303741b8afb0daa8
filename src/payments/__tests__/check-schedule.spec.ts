import fc from "fast-check"
import { isDueForCheck, LEFT_TO_CALLBACKS } from "../check-schedule"

const TWO_WEEKS = 14 * 24 * 60

describe("when the job looks at an open payment", () => {
  test("a payment younger than five minutes is left to its callback", () => {
    for (const age of [0, 1, 4.9]) expect(isDueForCheck(age, 10)).toBe(false)
    expect(isDueForCheck(LEFT_TO_CALLBACKS, 10)).toBe(true)
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
