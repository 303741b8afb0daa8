import fc from "fast-check"
import { amountOfUnits, byText, finely, sumOfUnits, unitsOf } from "../minor-units"
import { amountOf } from "../money"
import { currencies, uah } from "./random-ledgers"

describe("Money in whole kopiykas", () => {
  test.each([
    [131999n, "UAH", "1319.99"],
    [5n, "UAH", "0.05"],
    [-5n, "UAH", "-0.05"],
    [-131999n, "UAH", "-1319.99"],
    [0n, "UAH", "0.00"],
    [7n, "JPY", "7"],
    [-7n, "JPY", "-7"],
    [7n, "KWD", "0.007"],
  ])("is %s of %s for %s", (units, currency, amount) => {
    expect(amountOfUnits(units, currency)).toBe(amount)
  })

  test("loses nothing on the way there and back", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 14n }), currencies, (units, currency) => {
        expect(unitsOf(amountOfUnits(units, currency))).toBe(units)
      }),
    )
    expect(unitsOf(uah("1319.99"))).toBe(131999n)
    expect(unitsOf(amountOf("7", "JPY"))).toBe(7n)
  })

  test("adds up, and nothing adds up to nothing", () => {
    expect(sumOfUnits([1n, 2n, 3n])).toBe(6n)
    expect(sumOfUnits([])).toBe(0n)
  })

  test("divides well as Medusa computes it, unrounded", () => {
    expect(finely("84.915")).toBe(84_915_000_000_000n)
    expect(finely(0.1)).toBe(100_000_000_000n)
  })
})

test("Texts are in one order on every machine", () => {
  expect(["б", "a", "B", "a", "ї"].sort(byText)).toEqual(["B", "a", "a", "б", "ї"])
  expect([byText("a", "b"), byText("b", "a"), byText("a", "a")]).toEqual([-1, 1, 0])
})
