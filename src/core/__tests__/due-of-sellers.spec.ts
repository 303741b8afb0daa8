import fc from "fast-check"
import { dueOfSellers, type SharedRow } from "../due-of-sellers"
import { amountOfUnits } from "../minor-units"
import { uah, units } from "./random-ledgers"

type Parts = Record<string, string>

const shares = (parts: Parts) =>
  new Map(Object.entries(parts).map(([seller, amount]) => [seller, uah(amount)]))
const row = (amount: string, parts?: Parts): SharedRow => ({ amount: uah(amount), shares: parts })
const due = (named: Parts, others: SharedRow[], gateway: Parts) => {
  const left = dueOfSellers(
    shares(named),
    others,
    Object.entries(gateway).map(([seller, moved]) => ({ seller, moved: uah(moved) })),
    "UAH",
  )
  return left && Object.fromEntries(left)
}

describe("what is due of the sellers who are named", () => {
  test("is Olena's 10, though 10 of Taras's went back in the cabinet and nobody told of it", () => {
    expect(due({ olena: "10" }, [], { olena: "0", taras: "10" })).toEqual({ olena: "10.00" })
  })

  test("is the part that a refused seller still lacks, when a move of several is asked for again", () => {
    const others = [row("40", { olena: "40" })]
    expect(due({ olena: "40", taras: "20" }, [], { olena: "40", taras: "0" })).toEqual({
      taras: "20.00",
    })
    expect(due({ olena: "10", taras: "20" }, others, { olena: "50", taras: "0" })).toEqual({
      taras: "20.00",
    })
  })

  test("is nothing of what went back of this very seller, and the rest of what did in part", () => {
    expect(due({ olena: "10" }, [], { olena: "10", taras: "0" })).toEqual({})
    expect(due({ olena: "10", taras: "5" }, [], { olena: "4", taras: "5" })).toEqual({
      olena: "6.00",
    })
  })

  test("is whole beside rows that explain all that the gateway shows", () => {
    const ofTaras = row("10", { taras: "10" })
    expect(due({ olena: "10" }, [ofTaras], { olena: "0", taras: "10" })).toEqual({ olena: "10.00" })
    // Spread by rule, or recorded from the cabinet: of whom does not matter then.
    expect(due({ olena: "10" }, [row("30")], { olena: "20", taras: "10" })).toEqual({
      olena: "10.00",
    })
  })

  test("is whole beside a row that is on its way to the gateway", () => {
    const onItsWay = row("10", { taras: "10" })
    expect(due({ olena: "10" }, [onItsWay], { olena: "0", taras: "0" })).toEqual({ olena: "10.00" })
  })

  test("can't be told when a row by rule and money without a row may each be of any seller", () => {
    expect(due({ olena: "10" }, [row("30")], { olena: "20", taras: "20" })).toBeNull()
  })

  test("can be told beside a row by rule when this seller shows nothing that is not explained", () => {
    const others = [row("30"), row("5", { olena: "5" })]
    expect(due({ olena: "10" }, others, { olena: "5", taras: "50" })).toEqual({ olena: "10.00" })
  })

  test("takes a row whose sellers' parts can't be read, or don't add up, for anybody's", () => {
    for (const bad of [row("10", { taras: "9" }), { amount: uah("10"), shares: "taras" }]) {
      expect(due({ olena: "10" }, [bad], { olena: "0", taras: "10" })).toEqual({ olena: "10.00" })
      expect(due({ olena: "10" }, [bad], { olena: "5", taras: "15" })).toBeNull()
    }
  })

  const SELLERS = ["olena", "taras", "petro"]
  type Units = Record<string, number>
  const parts: fc.Arbitrary<Units> = fc.record({
    olena: fc.integer({ min: 0, max: 12 }),
    taras: fc.integer({ min: 0, max: 12 }),
    petro: fc.integer({ min: 0, max: 12 }),
  })
  const money = (kopiykas: number) => amountOfUnits(BigInt(kopiykas), "UAH")
  const asText = (one: Units): Parts =>
    Object.fromEntries(SELLERS.map((seller) => [seller, money(one[seller] ?? 0)]))
  const totalOf = (one: Units) => money(SELLERS.reduce((all, key) => all + (one[key] ?? 0), 0))
  const sumOf = (seller: string, all: Units[]) =>
    all.reduce((total, one) => total + (one[seller] ?? 0), 0)

  /** Movements of known sellers, of which only some rows say whose they are; then some without any row. */
  const histories = fc.record({
    asked: parts,
    named: fc.array(parts, { maxLength: 3 }),
    byRule: fc.array(parts, { maxLength: 2 }),
    outside: parts,
  })
  type History = typeof histories extends fc.Arbitrary<infer One> ? One : never
  const askedIn = ({ asked, named, byRule, outside }: History) => {
    const others = [
      ...named.map((one) => ({ amount: totalOf(one), shares: asText(one) })),
      ...byRule.map((one) => ({ amount: totalOf(one), shares: undefined })),
    ]
    const gateway = SELLERS.map((seller) => ({
      seller,
      moved: money(sumOf(seller, [...named, ...byRule, outside])),
    }))
    return dueOfSellers(shares(asText(asked)), others, gateway, "UAH")
  }

  test("is for every seller what the gateway lacks of this seller's part, or is not told at all", () => {
    let told = 0
    fc.assert(
      fc.property(histories, (history) => {
        const left = askedIn(history)
        if (!left) return
        told += 1
        for (const seller of SELLERS) {
          const lacking = Math.max(0, (history.asked[seller] ?? 0) - (history.outside[seller] ?? 0))
          expect([seller, left.get(seller) ?? "0.00"]).toEqual([seller, money(lacking)])
        }
      }),
      { numRuns: 1_000 },
    )
    expect(told).toBeGreaterThan(200)
  })

  test("is always told when every row names its sellers, or nothing was moved without a row", () => {
    const nothing = { olena: 0, taras: 0, petro: 0 }
    fc.assert(
      fc.property(histories, (history) => {
        expect(askedIn({ ...history, byRule: [] })).not.toBeNull()
        expect(askedIn({ ...history, outside: nothing })).toEqual(
          new Map([...shares(asText(history.asked))].filter(([, amount]) => units(amount) > 0n)),
        )
      }),
    )
  })

  test("is nothing when it is asked for again after it was sent", () => {
    fc.assert(
      fc.property(histories, ({ asked, named, outside }) => {
        const sent = Object.fromEntries(
          SELLERS.map((key) => [key, Math.max(asked[key] ?? 0, outside[key] ?? 0)]),
        )
        expect(askedIn({ asked, named, byRule: [], outside: sent })).toEqual(new Map())
      }),
    )
  })
})
