import { digitsOf, isMore, isPositive, isSame, less, totalOf, typedAmount } from "../decimal"

describe("A sum that staff type", () => {
  test.each([
    ["319.99", "UAH", "319.99"],
    ["319,9", "UAH", "319.90"],
    [" 1 319 ", "UAH", "1319.00"],
    ["0.1", "UAH", "0.10"],
    ["100", "JPY", "100"],
    ["100.0", "JPY", "100"],
  ])("%j of %s is %s", (text, currency, sum) => {
    expect(typedAmount(text, currency)).toBe(sum)
  })

  test.each([
    ["", "UAH"],
    ["12.345", "UAH"],
    ["1.5", "JPY"],
    ["1e3", "UAH"],
    ["1,319.99", "UAH"],
    ["abc", "UAH"],
    [".", "UAH"],
  ])("%j of %s is none, and nothing is guessed", (text, currency) => {
    expect(typedAmount(text, currency)).toBeNull()
  })
})

describe("Sums", () => {
  test("are added exactly, however large they are", () => {
    expect(totalOf(["0.10", "0.20"], "UAH")).toBe("0.30")
    expect(totalOf(["90071992547409.91", "0.01"], "UAH")).toBe("90071992547409.92")
  })

  test("tell what is left of them", () => {
    expect(less("100.00", "33.33", "UAH")).toBe("66.67")
    expect(less("10.00", "30.00", "UAH")).toBe("-20.00")
  })

  test("are compared by their worth, not by their letters", () => {
    expect(isSame("10", "10.00")).toBe(true)
    expect(isMore("9.99", "10.00")).toBe(false)
    expect(isPositive("0.00")).toBe(false)
    expect(isPositive("0.01")).toBe(true)
  })

  test("have as many digits as their currency", () => {
    expect([digitsOf("uah"), digitsOf("JPY")]).toEqual([2, 0])
  })
})
