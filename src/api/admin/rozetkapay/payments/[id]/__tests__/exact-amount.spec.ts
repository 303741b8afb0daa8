import fc from "fast-check"
import { currencies, minor, minorUnits } from "../../../../../../core/__tests__/random-ledgers"
import { exactAmount } from "../exact-amount"

describe("an amount as staff write it", () => {
  test.each([
    ["10", "10.00"],
    ["10.5", "10.50"],
    ["10.500", "10.50"],
    ["0", "0.00"],
  ])("%s is %s", (text, amount) => {
    expect(exactAmount(text, "uah")).toBe(amount)
  })

  test.each([
    "10.501",
    "0.005",
    "-1",
    "1e3",
    "1,5",
    "",
    " 1",
    "١",
    "NaN",
    "1".repeat(16),
  ])("%p is never rounded into one, or read as one", (text) => {
    expect(exactAmount(text, "uah")).toBeNull()
  })

  test("is the same whatever currency it is in, to the last digit", () => {
    fc.assert(
      fc.property(currencies, minorUnits, (currency, value) => {
        const amount = minor(value, currency)
        expect(exactAmount(amount, currency)).toBe(amount)
      }),
    )
  })
})
