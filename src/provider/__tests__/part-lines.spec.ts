import fc from "fast-check"
import { minor, units } from "../../core/__tests__/random-ledgers"
import { externalId } from "../../core/external-id"
import { moneyOf } from "../../core/money"
import { goodsOf, type LinesSource, partLines } from "../part-lines"
import type { PurchaseLine } from "../start/purchase"
import type { SoldLines } from "../start/sold-lines"

const PAYMENT = externalId("payses_1")

const line = (id: string, quantity: number, total: number): PurchaseLine => ({
  id,
  title: id,
  quantity,
  total,
  image: null,
  variantMetadata: null,
  productMetadata: null,
})

const SHIRT = line("shirt", 1, 1319.99)
const SOCKS = line("socks", 3, 748.5)
const sold = (back: PurchaseLine[][] = []): SoldLines => ({
  items: [SHIRT, SOCKS],
  shipping: [line("parcel", 1, 80)],
  back,
})

const uah = (amount: string) => moneyOf(amount, "UAH")

/** The shirt is Olena's, all else is Taras's. What is warned of is kept. */
const providerOf = (taxGroup?: number) => {
  const warnings: string[] = []
  const provider: LinesSource = {
    options: { taxGroup },
    logger: { warn: (text) => warnings.push(text) },
    linesOfSeller: ({ items }, seller) =>
      items.filter(({ id }) => (id === "shirt") === (seller === "olena")),
  }
  return { provider, warnings }
}

describe("the receipt's lines of a part of a payment", () => {
  test("are those of the return whose goods cost what is refunded", async () => {
    const { provider } = providerOf()
    const back = [[line("socks", 1, 249.5)], [SHIRT]]
    const lines = partLines(provider, PAYMENT, async () => sold(back), {
      asked: uah("1319.99"),
      before: 0,
    })
    expect(await lines(uah("1319.99"), null)).toMatchObject([
      { id: "shirt", quantity: "1", netAmount: "1319.99" },
    ])
    // The cabinet has returned some of it: the rest is of the same goods.
    expect(await lines(uah("1000"), null)).toMatchObject([{ id: "shirt", netAmount: "1000.00" }])
  })

  test("are those of the goods that staff have chosen, as long as these cost as much", async () => {
    const { provider } = providerOf()
    const named = [{ item_id: "socks", quantity: 1 }]
    const refund = { asked: uah("1319.99"), before: 0, named }
    // The return of the shirt is not meant.
    const lines = partLines(provider, PAYMENT, async () => sold([[SHIRT]]), refund)
    expect(await lines(uah("200"), null)).toMatchObject([
      { id: "socks", quantity: "1", netAmount: "200.00" },
    ])
    // No pair of socks was sold for so much: the refund falls on all that was.
    expect(await lines(uah("1319.99"), null)).toHaveLength(4)
    // None of the shirt's seller: of that seller's goods, then.
    expect(await lines(uah("100"), "olena")).toMatchObject([{ id: "shirt", netAmount: "100.00" }])
  })

  test("are those of all returns together when the refund is of them all", () => {
    const back = [[line("socks", 1, 249.5)], [SHIRT]]
    expect(goodsOf({ back }, { asked: uah("1569.49"), before: 0 })).toEqual(back.flat())
  })

  test("are of the next return for each further refund of the same amount, then of nobody's", () => {
    const back = [[line("socks", 1, 249.5)], [line("other", 1, 249.5)]]
    const nth = (before: number) => goodsOf({ back }, { asked: uah("249.5"), before })
    expect([nth(0), nth(1), nth(2)]).toEqual([back[0], back[1], null])
  })

  test("are of all that was sold, in proportion, when no return fits, and add up for any amount", async () => {
    const { provider } = providerOf()
    const lines = partLines(provider, PAYMENT, async () => sold([[SHIRT]]), null)
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 300_000 }),
        fc.constantFrom("olena", "taras", null),
        async (kopiykas, seller) => {
          const amount = minor(kopiykas)
          const told = await lines({ amount, currency: "UAH" }, seller)
          const total = told
            .map(({ quantity, netAmount }) => BigInt(quantity) * units(netAmount))
            .reduce((a, b) => a + b, 0n)
          expect(total).toBe(BigInt(kopiykas))
          const ids = told.map(({ id }) => id?.replace(/-2$/, ""))
          if (seller === "olena") expect(new Set(ids)).toEqual(new Set(["shirt"]))
          if (seller === "taras") expect(ids).not.toContain("shirt")
        },
      ),
    )
  })

  test("are of a seller's own goods when nothing that came back is this seller's", async () => {
    const { provider } = providerOf()
    const refund = { asked: uah("1319.99"), before: 0 }
    const lines = partLines(provider, PAYMENT, async () => sold([[SHIRT]]), refund)
    expect(await lines(uah("10"), "taras")).toMatchObject([{ id: "socks" }, { id: "socks-2" }])
  })

  test("are read once, and only when they are asked for", async () => {
    const { provider } = providerOf()
    let readings = 0
    const read = async () => {
      readings += 1
      return sold()
    }
    const lines = partLines(provider, PAYMENT, read, null)
    expect(readings).toBe(0)
    await lines(uah("1"), "olena")
    await lines(uah("1"), "taras")
    expect(readings).toBe(1)
  })

  test("are none, with a warning, when they can't be read: the money moves all the same", async () => {
    const { provider, warnings } = providerOf()
    const lines = partLines(
      provider,
      PAYMENT,
      () => Promise.reject(new Error("the database is down")),
      null,
    )
    expect(await lines(uah("1"), null)).toEqual([])
    expect(warnings).toEqual([expect.stringContaining("the database is down")])
  })

  test("are missed in the log of a fiscalised store only", async () => {
    const nothing = async () => ({ items: [], shipping: [], back: [] })
    const plain = providerOf()
    await partLines(plain.provider, PAYMENT, nothing, null)(uah("1"), null)
    expect(plain.warnings).toEqual([])
    const fiscal = providerOf(1)
    await partLines(fiscal.provider, PAYMENT, nothing, null)(uah("1"), null)
    expect(fiscal.warnings).toEqual([expect.stringContaining(PAYMENT)])
  })
})
