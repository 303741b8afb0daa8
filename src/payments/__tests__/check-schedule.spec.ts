import fc from "fast-check"
import { isDueForCheck, LEFT_TO_CALLBACKS } from "../check-schedule"

const TWO_WEEKS = 14 * 24 * 60

describe("when the job looks at an open payment", () => {
  test("a payment younger than five minutes is left to its callback", () => {
    for (const age of [0, 1, 4.9]) expect(isDueForCheck(age, 10)).toBe(false)
    expect(isDueForCheck(LEFT_TO_CALLBACKS, 10)).toBe(true)
  })

  test("whenever the job runs, every age that doubles is looked at once, and an abandoned checkout costs a dozen looks", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 120 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (every, shift) => {
          const looks: number[] = []
          const first = every * shift
          for (let run = 0; first + run * every <= TWO_WEEKS; run += 1) {
            const age = first + run * every
            if (isDueForCheck(age, every)) looks.push(age)
          }
          expect(looks.length).toBeLessThanOrEqual(12)
          for (let due = LEFT_TO_CALLBACKS; due + every <= TWO_WEEKS; due *= 2) {
            expect(looks.filter((age) => age >= due && age - due < every)).toHaveLength(1)
          }
        },
      ),
    )
  })
})
