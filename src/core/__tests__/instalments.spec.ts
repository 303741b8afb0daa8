import fc from "fast-check"
import { inParts } from "../instalments"
import { unitsOf } from "../minor-units"
import { moneyOf } from "../money"

describe("what a shopper pays each month", () => {
  test.each([
    ["1319.99", 3, "439.99", "440.01"],
    ["1000", 4, "250.00", "250.00"],
    ["0.05", 3, "0.01", "0.03"],
    ["250000", 25, "10000.00", "10000.00"],
  ])("%s in %i parts is %s, and at last %s", (amount, parts, monthly, last) => {
    expect(inParts(moneyOf(amount, "UAH"), parts)).toEqual({ parts, monthly, last })
  })

  test("always adds up to the kopiyka, and no part but the last differs", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 12n }),
        fc.integer({ min: 1, max: 25 }),
        (units, parts) => {
          const money = moneyOf(`${units / 100n}.${String(units % 100n).padStart(2, "0")}`, "UAH")
          const { monthly, last } = inParts(money, parts)
          expect(unitsOf(monthly) * BigInt(parts - 1) + unitsOf(last)).toBe(units)
          expect(unitsOf(last) - unitsOf(monthly)).toBeLessThan(BigInt(parts))
        },
      ),
    )
  })
})
