import fc from "fast-check"
import { type Aligned, alignMovements, type Movement } from "../align-movements"
import { kyivDay } from "../kyiv-day"
import { amountOfUnits, unitsOf } from "../minor-units"

const HOUR = 60 * 60_000
const MIDNIGHT = Date.parse("2026-11-25T22:00:00Z")

const moved = (units: bigint, at: number): Movement => ({
  amount: amountOfUnits(units, "UAH"),
  at: new Date(at),
})

/** By day in Kyiv, as both ledgers have it. */
const byDay = (aligned: Aligned[]) => {
  const days = new Map<string, { gateway: bigint; store: bigint }>()
  for (const { units, gateway, store } of aligned) {
    const day = kyivDay(gateway?.at ?? store?.at ?? new Date(0))
    const sums = days.get(day) ?? { gateway: 0n, store: 0n }
    days.set(day, {
      gateway: sums.gateway + (gateway ? units : 0n),
      store: sums.store + (store ? units : 0n),
    })
  }
  return days
}

/** Operations around midnight, and how the store has written them down: late, in order, in other pieces. */
const history = fc
  .array(
    fc.record({
      units: fc.bigInt({ min: 1n, max: 10n ** 10n }),
      at: fc.integer({ min: MIDNIGHT - 30 * HOUR, max: MIDNIGHT + 30 * HOUR }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((all) => all.sort((a, b) => a.at - b.at))
const late = fc.array(fc.integer({ min: -2_000, max: 72 * HOUR }), { minLength: 8, maxLength: 8 })

describe("the store's rows beside RozetkaPay's operations", () => {
  test("make no difference on any day when they add up, whenever they were written", () => {
    fc.assert(
      fc.property(history, late, fc.boolean(), (operations, delays, atOnce) => {
        const gateway = operations.map(({ units, at }) => moved(units, at))
        let last = 0
        const written = operations.map(({ units, at }, index) => {
          last = Math.max(last, at + (delays[index] ?? 0))
          return moved(units, last)
        })
        // One sync may write down what several operations moved.
        const total = operations.reduce((sum, { units }) => sum + units, 0n)
        const store = atOnce ? [moved(total, last)] : written
        for (const { gateway: theirs, store: ours } of byDay(
          alignMovements(gateway, store),
        ).values()) {
          expect(ours).toBe(theirs)
        }
      }),
    )
  })

  test("differ by exactly what one of them lacks, on the day on which it was", () => {
    fc.assert(
      fc.property(history, fc.nat(), (operations, which) => {
        const gateway = operations.map(({ units, at }) => moved(units, at))
        const kept = operations.slice(0, which % (operations.length + 1))
        const store = kept.map(({ units, at }) => moved(units, at + 1))
        const days = byDay(alignMovements(gateway, store))
        const lacking = operations.slice(kept.length)
        const total = lacking.reduce((sum, { units }) => sum + units, 0n)
        const differences = [...days.values()].map((sums) => sums.gateway - sums.store)
        expect(differences.reduce((sum, one) => sum + one, 0n)).toBe(total)
        for (const [day, sums] of days) {
          const ofDay = lacking.filter(({ at }) => kyivDay(new Date(at)) === day)
          expect(sums.gateway - sums.store).toBe(ofDay.reduce((sum, { units }) => sum + units, 0n))
        }
      }),
    )
  })

  test("a capture a second before midnight, written down a second after, is of the day before in both", () => {
    const days = byDay(
      alignMovements([moved(131_999n, MIDNIGHT - 1_000)], [moved(131_999n, MIDNIGHT + 1_000)]),
    )
    expect([...days]).toEqual([["2026-11-25", { gateway: 131_999n, store: 131_999n }]])
  })

  test("stand in the order of time, whatever has none last", () => {
    const [first, last, undated] = [moved(1n, 1), moved(2n, 2), { ...moved(4n, 0), at: null }]
    expect(alignMovements([undated, last, first], [])).toEqual([
      { units: 1n, gateway: first, store: null },
      { units: 2n, gateway: last, store: null },
      { units: 4n, gateway: undated, store: null },
    ])
  })

  test("are cut where one of both ends, and what moves nothing is left out", () => {
    const [theirs, ours] = [moved(5n, 1), [moved(2n, 1), moved(0n, 1), moved(4n, 2)]]
    expect(alignMovements([theirs], ours)).toEqual([
      { units: 2n, gateway: theirs, store: ours[0] },
      { units: 3n, gateway: theirs, store: ours[2] },
      { units: 1n, gateway: null, store: ours[2] },
    ])
  })

  test("nothing on either side is nothing", () => {
    expect(alignMovements([], [])).toEqual([])
    expect(unitsOf(amountOfUnits(0n, "UAH"))).toBe(0n)
  })
})
