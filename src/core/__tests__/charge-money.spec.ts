import fc from "fast-check"
import { DEVELOPER } from "../../messages/developer"
import { fill } from "../../messages/fill"
import { chargeMoney } from "../charge-money"

const why = (given: unknown, currency = "uah") => {
  const asked = chargeMoney(given, currency)
  if (asked.is === "money") return asked.money
  const { is, ...values } = asked
  return fill(DEVELOPER[is], values)
}

describe("the amount of a charge without the shopper", () => {
  test.each([
    ["250.50", "uah", "250.50"],
    [250.5, "UAH", "250.50"],
    ["10.500", "uah", "10.50"],
    [0.01, "uah", "0.01"],
    ["7.00", "jpy", "7"],
    ["1.005", "kwd", "1.005"],
    ["9999999999999.99", "uah", "9999999999999.99"],
  ])("%p %s is charged as %s", (given, currency, amount) => {
    expect(why(given, currency)).toEqual({ amount, currency: currency.toUpperCase() })
  })

  test.each([
    ["10.005", "uah"],
    [10.005, "uah"],
    [10.5, "jpy"],
    ["1.0005", "kwd"],
    [0.1 + 0.2, "uah"],
    ["0.001", "uah"],
    [1e-7, "uah"],
  ])("%p %s has more decimals than the currency, and is never rounded", (given, currency) => {
    expect(why(given, currency)).toMatch(/^The amount \d+\.\d+ has more decimals than [A-Z]{3}, /)
  })

  test.each([0, -0, "0", "0.00", -1, "-10.00"])("%p is not above zero", (given) => {
    expect(why(given)).toMatch(/above zero/)
  })

  test.each([
    Number.NaN,
    Number.POSITIVE_INFINITY,
    "NaN",
    "Infinity",
    "",
    " 1",
    "1e3",
    "0x10",
    "1,5",
    "1".repeat(41),
    null,
    undefined,
    true,
    [1],
    { value: "1" },
  ])("%p is not a number", (given) => {
    expect(why(given)).toMatch(/must be a number/)
  })

  test.each([
    [1e13, "uah"],
    ["10000000000000.00", "uah"],
    [1e21, "uah"],
    [Number.MAX_VALUE, "uah"],
    ["1000000000000000", "jpy"],
  ])("%p %s is more than RozetkaPay can be told exactly", (given, currency) => {
    expect(why(given, currency)).toMatch(/too large/)
  })

  test("every amount of whole kopiykas is charged as exactly itself", () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 15n - 1n), (kopiykas) => {
        const digits = kopiykas.toString().padStart(3, "0")
        const amount = `${digits.slice(0, -2)}.${digits.slice(-2)}`
        expect(why(amount)).toEqual({ amount, currency: "UAH" })
        expect(why(Number(amount))).toEqual({ amount, currency: "UAH" })
      }),
    )
  })
})
