import fc from "fast-check"
import {
  amountOf,
  asStated,
  currencyCode,
  currencyDigits,
  equals,
  exceeds,
  greatest,
  isKnownCurrency,
  isNegative,
  isPositive,
  least,
  minus,
  missing,
  moneyOf,
  plus,
  sum,
  UnknownCurrencyError,
  zero,
} from "../money"
import { currencies, minor, minorUnits, uah, units } from "./random-ledgers"

/** A decimal text of any length, such as a discount or a tax may leave behind. */
const decimals = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 24n }), fc.stringMatching(/^[0-9]{0,12}$/))
  .map(([isNegative, whole, fraction]) => ({
    isNegative,
    whole,
    fraction,
    text: `${isNegative ? "-" : ""}${whole}${fraction && `.${fraction}`}`,
  }))

describe("amounts of money", () => {
  test.each([
    ["1249.99", "UAH", "1249.99"],
    ["1249.9", "UAH", "1249.90"],
    [1249, "UAH", "1249.00"],
    [99.999, "UAH", "100.00"],
    ["0.005", "UAH", "0.01"],
    ["0.0049999999999999999999", "UAH", "0.00"],
    [1.005, "UAH", "1.01"],
    ["1500.5", "JPY", "1501"],
    ["1500.49", "JPY", "1500"],
    ["1.2345", "KWD", "1.235"],
    ["1.2344", "KWD", "1.234"],
    [-0.001, "UAH", "0.00"],
    ["-0.4", "JPY", "0"],
    ["1e21", "UAH", "1000000000000000000000.00"],
    [1e-7, "KWD", "0.000"],
    [{ value: "1319.99" }, "UAH", "1319.99"],
    [{ value: "1319.994999", precision: 20 }, "uah", "1319.99"],
  ])("%j in %s is %s", (value, currency, written) => {
    expect(amountOf(value, currency)).toBe(written)
  })

  test("what is no number is never money", () => {
    for (const value of ["", "12,50", "free", "NaN", "Infinity", Number.NaN, -Infinity]) {
      expect(() => amountOf(value, "UAH")).toThrow("is not an amount of money")
    }
  })

  test("a currency that Medusa does not know is named, not guessed", () => {
    expect(() => amountOf("1", "XXQ")).toThrow(UnknownCurrencyError)
    expect(() => amountOf("1", "XXQ")).toThrow('"XXQ" is not a currency that Medusa knows')
    expect(() => currencyDigits("constructor")).toThrow(UnknownCurrencyError)
  })

  test("hryvnias have two digits, yen none, Kuwaiti dinars three, however the code is written", () => {
    expect(["uah", " UAH ", "jpy", "KWD"].map(currencyDigits)).toEqual([2, 2, 0, 3])
    expect(currencyCode(" uah ")).toBe("UAH")
    expect(moneyOf("10", "uah")).toEqual({ amount: "10.00", currency: "UAH" })
    expect(zero("JPY")).toBe("0")
  })

  test("whatever the decimal, its amount has exactly the currency's digits, rounded half away from zero", () => {
    fc.assert(
      fc.property(decimals, currencies, ({ isNegative, whole, fraction, text }, currency) => {
        const digits = currencyDigits(currency)
        const written = amountOf(text, currency)
        expect(written).toMatch(digits ? new RegExp(`^-?\\d+\\.\\d{${digits}}$`) : /^-?\d+$/)

        const padded = fraction.padEnd(digits + 1, "0")
        const cut = whole * 10n ** BigInt(digits) + BigInt(padded.slice(0, digits) || "0")
        const rounded = cut + (Number(padded[digits]) >= 5 ? 1n : 0n)
        expect(units(written)).toBe(isNegative ? -rounded : rounded)
        expect(written.startsWith("-")).toBe(isNegative && rounded > 0n)
      }),
    )
  })

  test("a number that Medusa keeps as a float comes out as it was meant, without drift", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), (kopiykas) => {
        expect(amountOf(kopiykas / 100, "UAH")).toBe(minor(kopiykas))
      }),
    )
  })

  test("adding, subtracting and comparing are exact to the last kopiyka", () => {
    fc.assert(
      fc.property(currencies, minorUnits, minorUnits, (currency, a, b) => {
        const [one, other] = [minor(a, currency), minor(b, currency)]
        expect(plus(one, other)).toBe(minor(a + b, currency))
        expect(units(minus(one, other))).toBe(BigInt(a - b))
        expect(plus(minus(one, other), other)).toBe(one)
        expect(missing(one, other)).toBe(minor(Math.max(0, a - b), currency))
        expect(exceeds(one, other)).toBe(a > b)
        expect(equals(one, other)).toBe(a === b)
        expect(isPositive(one)).toBe(a > 0)
        expect(least(one, other)).toBe(minor(Math.min(a, b), currency))
        expect(greatest(one, other)).toBe(minor(Math.max(a, b), currency))
      }),
    )
  })

  test("amounts beyond what a float can hold are still exact", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 30n }),
        fc.bigInt({ min: 0n, max: 10n ** 30n }),
        (a, b) => {
          expect(plus(minor(a), minor(b))).toBe(minor(a + b))
          expect(units(minus(minor(a), minor(b)))).toBe(a - b)
        },
      ),
    )
  })

  test("a sum of many lines is the sum of their kopiykas", () => {
    fc.assert(
      fc.property(currencies, fc.array(minorUnits, { maxLength: 50 }), (currency, lines) => {
        const amounts = lines.map((line) => minor(line, currency))
        const total = lines.reduce((one, other) => one + other, 0)
        expect(sum(amounts, currency)).toBe(minor(total, currency))
      }),
    )
  })

  test("three times ten kopiykas are thirty, and nothing is missing of nothing", () => {
    expect(sum([uah("0.10"), uah("0.10"), uah("0.10")], "UAH")).toBe("0.30")
    expect(sum([], "UAH")).toBe("0.00")
    expect(missing(uah("1.00"), uah("2.50"))).toBe("0.00")
    expect(missing(zero("JPY"), zero("JPY"))).toBe("0")
  })
})

describe("what a gateway states", () => {
  test("is written in its currency's digits, and stays as it came in a currency that nobody knows", () => {
    expect(asStated("779", "UAH")).toBe("779.00")
    expect(asStated("779.5", "jpy")).toBe("780")
    expect(asStated("779", "XXQ")).toBe("779")
    expect(asStated("779", null)).toBe("779")
  })

  test("may be below zero, which is told", () => {
    expect([uah("-0.01"), uah("0"), uah("0.01")].map(isNegative)).toEqual([true, false, false])
    expect([uah("-0.01"), uah("0"), uah("0.01")].map(isPositive)).toEqual([false, false, true])
  })

  test("is in a currency that can be counted, or not", () => {
    expect(["UAH", "uah", " usd "].map(isKnownCurrency)).toEqual([true, true, true])
    expect(["XXQ", "", "constructor", "toString"].map(isKnownCurrency)).toEqual([
      false,
      false,
      false,
      false,
    ])
  })

  test("keeps the digits of whichever has more", () => {
    expect(plus(amountOf("1", "JPY"), uah("0.10"))).toBe("1.10")
    expect(minus(uah("0.10"), amountOf("1", "JPY"))).toBe("-0.90")
  })
})
