import fc from "fast-check"
import { shareOutLines } from "../line-amounts"

/** Lines in hundredths of a kopiyka. */
const UNIT = 100n
const shared = (target: bigint, ...exact: bigint[]) =>
  shareOutLines(
    exact.map((one, at) => ({ id: `line_${at}`, exact: one })),
    UNIT,
    target,
  ).map(({ units }) => units)

describe("A seller's lines in whole kopiykas", () => {
  test.each<[string, bigint, bigint[], bigint[]]>([
    ["what is left over goes where most was cut off", 10n, [350n, 340n, 310n], [4n, 3n, 3n]],
    ["also when that is the last line", 10n, [310n, 340n, 350n], [3n, 3n, 4n]],
    ["two kopiykas to the last two", 11n, [310n, 340n, 350n], [3n, 4n, 4n]],
    ["a kopiyka too much is taken there as well", 5n, [340n, 350n], [3n, 2n]],
    ["nothing of who has nothing, however much was cut off", 2n, [0n, 50n, 300n], [0n, 0n, 2n]],
    ["a discount beside goods is rounded down", 1n, [-150n, 250n], [-2n, 3n]],
    ["two kopiykas go to the two that lost most", 11n, [350n, 340n, 310n], [4n, 4n, 3n]],
    ["of lines cut alike the larger one gets it", 5n, [150n, 350n], [1n, 4n]],
    ["more than once around when much is left over", 7n, [100n, 100n], [4n, 3n]],
    ["a kopiyka too much is taken where most was cut off", 5n, [350n, 340n], [2n, 3n]],
    ["nothing is taken of a line that has nothing", 2n, [0n, 300n], [0n, 2n]],
    ["a discount is rounded down as well", -2n, [-150n], [-2n]],
    ["a whole discount stays whole", -1n, [-100n], [-1n]],
    ["a discount takes up what is too much, when there is nothing else", -3n, [-100n], [-3n]],
  ])("add up to the seller's sum: %s", (_, target, exact, units) => {
    expect(shared(target, ...exact)).toEqual(units)
  })

  test("of two alike the first by its id gets the kopiyka, in whatever order they come", () => {
    const [a, b] = [
      { id: "a", exact: 150n },
      { id: "b", exact: 150n },
    ]
    expect(shareOutLines([b, a], UNIT, 3n)).toEqual([
      { id: "b", units: 1n },
      { id: "a", units: 2n },
    ])
  })

  test("are none where there are none", () => {
    expect(shareOutLines([], UNIT, 5n)).toEqual([])
  })

  test("add up exactly, whatever they are", () => {
    const lines = fc.array(fc.bigInt({ min: -10_000n, max: 100_000n }), {
      minLength: 1,
      maxLength: 8,
    })
    fc.assert(
      fc.property(lines, fc.bigInt({ min: -20n, max: 20n }), (exact, off) => {
        const target = exact.reduce((sum, one) => sum + one, 0n) / UNIT + off
        expect(shared(target, ...exact).reduce((sum, one) => sum + one, 0n)).toBe(target)
      }),
    )
  })
})
