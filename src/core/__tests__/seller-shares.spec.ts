import fc from "fast-check"
import { splitSentence } from "../../messages/splitting"
import { amountOfUnits, unitsOf } from "../minor-units"
import { readWantedShares, type SellerFunds, spreadOverSellers } from "../seller-shares"
import { SplitError } from "../split-error"
import { currencies, minor, minorUnits, uah, units } from "./random-ledgers"
import { whySplit } from "./why-split"

const has = (seller: string, available: string): SellerFunds => ({
  seller,
  available: uah(available),
})
const hryvnias = (amount: string) => ({ amount: uah(amount), currency: "UAH" })
const wanted = (shares: unknown) => readWantedShares(shares, "UAH")

const three = [has("taras", "30.00"), has("olena", "60.00"), has("petro", "10.00")]

describe("a capture or a refund of a part", () => {
  test("falls on the sellers in proportion to what they have, to the kopiyka", () => {
    expect(spreadOverSellers(hryvnias("50.00"), three)).toEqual([
      { seller: "olena", amount: "30.00" },
      { seller: "petro", amount: "5.00" },
      { seller: "taras", amount: "15.00" },
    ])
    const alike = [has("a", "10.00"), has("b", "10.00"), has("c", "10.00")]
    expect(spreadOverSellers(hryvnias("0.05"), alike)).toEqual([
      { seller: "a", amount: "0.02" },
      { seller: "b", amount: "0.02" },
      { seller: "c", amount: "0.01" },
    ])
  })

  test("of all takes all that each has, and nothing of one who has nothing", () => {
    const funds = [has("a", "33.33"), has("b", "0.00"), has("c", "0.01")]
    expect(spreadOverSellers(hryvnias("33.34"), funds)).toEqual([
      { seller: "a", amount: "33.33" },
      { seller: "c", amount: "0.01" },
    ])
  })

  test("goes where the metadata says", () => {
    const shares = wanted({ petro: "10.00", olena: 2.5, taras: "0" })
    expect(spreadOverSellers(hryvnias("12.50"), three, shares)).toEqual([
      { seller: "olena", amount: "2.50" },
      { seller: "petro", amount: "10.00" },
    ])
  })

  test.each<[string, () => unknown, RegExp]>([
    [
      "more than all sellers have",
      () => spreadOverSellers(hryvnias("100.01"), three),
      /have 100\.00 UAH in all.*less than 100\.01 UAH/,
    ],
    ["nothing", () => spreadOverSellers(hryvnias("0"), three), /0\.00 UAH is no amount/],
    [
      "less than nothing",
      () => spreadOverSellers(hryvnias("-1"), three),
      /-1\.00 UAH is no amount/,
    ],
    [
      "more than the seller named has",
      () => spreadOverSellers(hryvnias("11"), three, wanted({ petro: "11" })),
      /"petro" has 10\.00 UAH, which is less than the 11\.00 UAH named/,
    ],
    [
      "parts that add up to something else",
      () => spreadOverSellers(hryvnias("10"), three, wanted({ petro: "5", olena: "4.99" })),
      /add up to 9\.99 UAH, and not to 10\.00 UAH/,
    ],
    [
      "a seller who has no part in the payment",
      () => spreadOverSellers(hryvnias("10"), three, wanted({ ivan: "10" })),
      /"ivan" has no part/,
    ],
    [
      "a seller with two orders",
      () => spreadOverSellers(hryvnias("10"), [has("a", "5"), has("a", "5")]),
      /two orders/,
    ],
  ])("%s is refused with a sentence, before anything is sent", (_, spread, sentence) => {
    expect(splitSentence(whySplit(spread))).toMatch(sentence)
  })

  const funds = fc
    .tuple(currencies, fc.array(minorUnits, { minLength: 1, maxLength: 10 }))
    .map(([currency, all]) => ({
      currency,
      funds: all.map((one, n) => ({ seller: `s${n}`, available: minor(one, currency) })),
      all: BigInt(all.reduce((sum, one) => sum + one, 0)),
    }))
  const asked = funds
    .filter(({ all }) => all > 0n)
    .chain((given) =>
      fc.record({
        given: fc.constant(given),
        units: fc.bigInt({ min: 1n, max: given.all }),
        order: fc.shuffledSubarray(given.funds, { minLength: given.funds.length }),
      }),
    )

  test("adds up to the amount exactly, is never more than a seller has, and any order gives the same", () => {
    fc.assert(
      fc.property(asked, ({ given, units: amount, order }) => {
        const { currency } = given
        const money = { amount: minor(amount, currency), currency }
        const shares = spreadOverSellers(money, given.funds)
        expect(shares.reduce((sum, one) => sum + units(one.amount), 0n)).toBe(amount)
        for (const { seller, amount: share } of shares) {
          const available = given.funds.find((one) => one.seller === seller)?.available
          expect(units(share) > 0n).toBe(true)
          expect(units(share) <= units(available ?? minor(0, currency))).toBe(true)
        }
        expect(spreadOverSellers(money, order)).toEqual(shares)
      }),
    )
  })

  test("differs from the exact proportion by less than a kopiyka", () => {
    fc.assert(
      fc.property(asked, ({ given, units: amount }) => {
        const { currency } = given
        const shares = spreadOverSellers({ amount: minor(amount, currency), currency }, given.funds)
        for (const { seller, available } of given.funds) {
          const share = shares.find((one) => one.seller === seller)
          const got = (share ? units(share.amount) : 0n) * given.all
          const exact = units(available) * amount
          expect(got > exact - given.all && got < exact + given.all).toBe(true)
        }
      }),
    )
  })

  test("in several steps ends with exactly what there was", () => {
    fc.assert(
      fc.property(asked, ({ given, units: first }) => {
        const { currency, all } = given
        const steps = [first, all - first].filter((step) => step > 0n)
        let left = given.funds
        for (const step of steps) {
          const shares = spreadOverSellers({ amount: minor(step, currency), currency }, left)
          left = left.map((one) => {
            const share = shares.find(({ seller }) => seller === one.seller)
            const rest = units(one.available) - (share ? units(share.amount) : 0n)
            return { ...one, available: minor(rest, currency) }
          })
        }
        expect(left.every(({ available }) => units(available) === 0n)).toBe(true)
      }),
    )
  })
})

describe("sellers' parts named in metadata", () => {
  test("may be absent, and then the rule decides", () => {
    expect(wanted(undefined)).toBeNull()
    expect(wanted(null)).toBeNull()
  })

  test.each(["10.00", "10", "10.0", " 10.00 ", 10, "010"])("%j is ten hryvnias", (text) => {
    expect(wanted({ olena: text })).toEqual(new Map([["olena", "10.00"]]))
  })

  test.each([
    [{}],
    [[]],
    ["10.00"],
    [{ olena: "" }],
    [{ olena: "ten" }],
    [{ olena: "-1" }],
    [{ olena: -1 }],
    [{ olena: "1,50" }],
    [{ olena: "1.005" }],
    [{ olena: "1e3" }],
    [{ olena: Number.NaN }],
    [{ olena: 1e21 }],
    [{ olena: null }],
    [{ olena: { amount: "1" } }],
  ])("%j is not guessed at", (value) => {
    expect(() => wanted(value)).toThrow(SplitError)
  })

  test("yen have no parts", () => {
    expect(readWantedShares({ olena: "100" }, "JPY")).toEqual(new Map([["olena", "100"]]))
    expect(() => readWantedShares({ olena: "100.5" }, "JPY")).toThrow(SplitError)
  })
})

describe("whole kopiykas", () => {
  test("are written back as they were read, below zero too", () => {
    fc.assert(
      fc.property(currencies, fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), (currency, n) => {
        expect(unitsOf(amountOfUnits(n, currency))).toBe(n)
      }),
    )
    expect(amountOfUnits(-5n, "UAH")).toBe("-0.05")
    expect(amountOfUnits(5n, "JPY")).toBe("5")
  })
})
