import fc from "fast-check"
import { splitSentence, splitSentenceForShopper } from "../../messages/splitting"
import { externalId, externalIdOf } from "../external-id"
import type { Amount } from "../money"
import { sum } from "../money"
import {
  orderIdOf,
  readOrdersMetadata,
  sellerOfOrder,
  sessionOfOrder,
  writeOrdersMetadata,
} from "../order-id"
import { sessionId } from "../session-id"
import { type CartToSplit, type SellerLine, splitBySeller } from "../split-by-seller"
import { SplitError } from "../split-error"
import { currencies, minor, uah, units } from "./random-ledgers"
import { whySplit } from "./why-split"

const SESSION = sessionId("payses_01K9ZJ4T4N1F3W8Q2R7X5Y6Z0A")

const line = (seller: string | null, total: SellerLine["total"], id = `${seller}`): SellerLine => ({
  id,
  seller,
  total,
})

const cart = (
  amount: string,
  lines: SellerLine[],
  more: Partial<CartToSplit> = {},
): CartToSplit => ({
  sessionId: SESSION,
  amount: uah(amount),
  currency: "UAH",
  lines,
  sellers: ["olena", "petro", "taras"],
  defaultSeller: "taras",
  ...more,
})

const told = (cart: CartToSplit) => splitBySeller(cart).map((one) => [one.seller, one.amount])

describe("a cart of several sellers", () => {
  test("gives every seller the sum of their lines, and shipping to the default one", () => {
    const lines = [
      line("petro", "100.50", "1"),
      line("olena", "20", "2"),
      line("petro", 49.5, "3"),
      line(null, "60", "shipping"),
    ]
    expect(splitBySeller(cart("230", lines))).toEqual([
      {
        seller: "olena",
        externalId: orderIdOf(SESSION, "olena"),
        amount: "20.00",
        lines: [{ id: "2", amount: "20.00" }],
        unassigned: "0.00",
      },
      {
        seller: "petro",
        externalId: orderIdOf(SESSION, "petro"),
        amount: "150.00",
        lines: [
          { id: "1", amount: "100.50" },
          { id: "3", amount: "49.50" },
        ],
        unassigned: "0.00",
      },
      {
        seller: "taras",
        externalId: orderIdOf(SESSION, "taras"),
        amount: "60.00",
        lines: [{ id: "shipping", amount: "60.00" }],
        unassigned: "0.00",
      },
    ])
  })

  test("shipping of a seller is the seller's", () => {
    const lines = [line("olena", "20"), line("petro", "30"), line("petro", "5", "shipping")]
    expect(told(cart("55", lines))).toEqual([
      ["olena", "20.00"],
      ["petro", "35.00"],
    ])
  })

  test("the last kopiyka goes to the largest order", () => {
    const thirds = [line("olena", "33.335"), line("petro", "33.335"), line("taras", "33.34")]
    expect(told(cart("100.01", thirds))).toEqual([
      ["olena", "33.34"],
      ["petro", "33.34"],
      ["taras", "33.33"],
    ])
    const alike = [line("petro", "33.333333333333336"), line("olena", "66.66666666666667")]
    expect(told(cart("100", alike))).toEqual([
      ["olena", "66.67"],
      ["petro", "33.33"],
    ])
  })

  test("a seller's sum is rounded once, and the lines of a receipt follow it", () => {
    const half = [line("olena", "0.005", "1"), line("olena", "0.005", "2"), line("petro", "1", "3")]
    const [olena] = splitBySeller(cart("1.01", half))
    expect(olena).toMatchObject({
      amount: "0.01",
      lines: [
        { id: "1", amount: "0.01" },
        { id: "2", amount: "0.00" },
      ],
    })
  })

  test("a fee or a gift card that no line stands for is the default seller's, and said to be of no line", () => {
    const lines = [line("olena", "20"), line("taras", "30")]
    expect(splitBySeller(cart("55", lines))).toMatchObject([
      { seller: "olena", amount: "20.00" },
      { seller: "taras", amount: "35.00", lines: [{ amount: "30.00" }], unassigned: "5.00" },
    ])
    expect(splitBySeller(cart("40", lines))).toMatchObject([
      { seller: "olena", amount: "20.00" },
      { seller: "taras", amount: "20.00", lines: [{ amount: "30.00" }], unassigned: "-10.00" },
    ])
  })

  test("a payment without lines, such as a payment link's, is the default seller's", () => {
    expect(splitBySeller(cart("15.50", []))).toMatchObject([
      { seller: "taras", amount: "15.50", lines: [], unassigned: "15.50" },
    ])
  })

  test("free shipping makes no order for a seller who sells nothing else", () => {
    expect(told(cart("20", [line("olena", "20"), line(null, 0)]))).toEqual([["olena", "20.00"]])
  })

  const elevenKeys = Array.from({ length: 11 }, (_, n) => `seller-${n}`)

  test.each<[string, CartToSplit, RegExp]>([
    [
      "a seller that the store does not know",
      cart("20", [line("ivan", "20")]),
      /no seller "ivan".*"sellers"/,
    ],
    [
      "a default seller that the store does not know",
      cart("20", [line("olena", "20")], { defaultSeller: "ivan" }),
      /no seller "ivan"/,
    ],
    [
      "a name that every object has",
      cart("20", [line("constructor", "20")]),
      /no seller "constructor"/,
    ],
    [
      "eleven sellers",
      cart(
        "11",
        elevenKeys.map((key) => line(key, "1")),
        {
          sellers: [...elevenKeys, "taras"],
        },
      ),
      /11 sellers.*10 at most/,
    ],
    [
      "a seller whose goods cost nothing",
      cart("20", [line("olena", "20"), line("petro", "0")]),
      /Seller "petro" would get 0\.00 UAH/,
    ],
    [
      "a gift card of more than the default seller's part",
      cart("5", [line("olena", "20"), line("taras", "10")]),
      /Seller "taras" would get -15\.00 UAH/,
    ],
    ["nothing to pay", cart("0", []), /nothing to pay/],
    ["a total that is no number", cart("20", [line("olena", "NaN")]), /has no total/],
    [
      "a session whose id leaves no room",
      cart("20", [line("olena", "20")], { sessionId: sessionId("p".repeat(60)) }),
      /too long/,
    ],
  ])("%s is refused with a sentence, before anything is sent", (_, refused, sentence) => {
    expect(splitSentence(whySplit(() => splitBySeller(refused)))).toMatch(sentence)
  })

  test("what a shopper's cart is refused for is said to the shopper in their language, without the merchant's advice", () => {
    const said = (refused: CartToSplit) => {
      const error = whySplit(() => splitBySeller(refused))
      return {
        uk: splitSentenceForShopper(error, "uk"),
        en: splitSentenceForShopper(error, "en"),
      }
    }
    const eleven = cart(
      "11",
      elevenKeys.map((key) => line(key, "1")),
      { sellers: [...elevenKeys, "taras"] },
    )
    expect(said(eleven)).toEqual({
      uk: expect.stringMatching(/11 продавців.*щонайбільше 10/),
      en: expect.stringMatching(/11 sellers.*10 at most/),
    })
    expect(said(cart("20", [line("olena", "20"), line("petro", "0")]))).toEqual({
      uk: expect.stringMatching(/"petro" отримав би 0\.00 UAH/),
      en: expect.stringMatching(/"petro" would get 0\.00 UAH/),
    })
    expect(said(cart("20", [line("nobody", "20")]))).toEqual({
      uk: expect.stringMatching(/не знає продавця "nobody"/),
      en: expect.stringMatching(/does not know the seller "nobody"\. Nothing was charged/),
    })
    expect(said(cart("0", []))).toMatchObject({ uk: expect.stringMatching(/нема чого/) })
  })

  test("a long or strange key is quoted on one short line", () => {
    const key = `${"x".repeat(300)}\n`
    const split = () => splitBySeller(cart("20", [line(key, "20")]))
    expect(split).toThrow(/^[^\n]{1,200}$/)
    expect(splitSentence(whySplit(split))).toMatch(/^[^\n]{1,200}$/)
  })
})

describe("any cart of up to ten sellers", () => {
  const keys = Array.from({ length: 10 }, (_, n) => `seller-${n}`)
  /** What is left of a price after a discount and a tax: any number of digits. */
  const totals = fc.oneof(
    fc.integer({ min: 0, max: 1_000_000 }).map((whole) => String(whole)),
    fc
      .tuple(fc.integer({ min: 0, max: 9999 }), fc.stringMatching(/^[0-9]{1,18}$/))
      .map(([whole, fraction]) => `${whole}.${fraction}`),
    fc.double({ min: 0.000_001, max: 100_000, noNaN: true }),
  )
  const carts = fc
    .record({
      currency: currencies,
      lines: fc.array(fc.tuple(fc.constantFrom(null, ...keys), totals), {
        minLength: 1,
        maxLength: 30,
      }),
      /** A fee or a gift card, or the kopiyka that a rounding made. */
      change: fc.oneof(fc.constant(0), fc.integer({ min: -500, max: 500 })),
    })
    .map(({ currency, lines, change }): CartToSplit => {
      const exact = lines.reduce((all, [, total]) => all + Number(total), 0)
      const digits = minor(0, currency).split(".")[1]?.length ?? 0
      const payable = Math.max(0, Math.round(exact * 10 ** digits) + change)
      return {
        sessionId: SESSION,
        amount: minor(payable, currency),
        currency,
        lines: lines.map(([seller, total], n) => ({ id: `line-${n}`, seller, total })),
        sellers: keys,
        defaultSeller: "seller-3",
      }
    })

  const tried = (cart: CartToSplit) => {
    try {
      return splitBySeller(cart)
    } catch (error) {
      if (error instanceof SplitError) return error.message
      throw error
    }
  }
  const total = (amounts: Amount[], currency: string) => units(sum(amounts, currency))

  test("is paid to the last kopiyka, and nobody gets nothing or less", () => {
    fc.assert(
      fc.property(carts, (cart) => {
        const orders = tried(cart)
        fc.pre(typeof orders !== "string")
        const { currency, amount } = cart
        expect(
          total(
            orders.map((one) => one.amount),
            currency,
          ),
        ).toBe(units(amount))
        expect(orders.every((one) => units(one.amount) > 0n)).toBe(true)
        expect(new Set(orders.map(({ seller }) => seller)).size).toBe(orders.length)
        for (const order of orders) {
          const parts = [...order.lines.map((one) => one.amount), order.unassigned]
          expect(total(parts, currency)).toBe(units(order.amount))
          expect(order.lines.every((one) => units(one.amount) >= 0n)).toBe(true)
          if (order.seller !== cart.defaultSeller) expect(units(order.unassigned)).toBe(0n)
        }
      }),
    )
  })

  test("gives no seller but the largest and the default one more or less than their lines, rounded", () => {
    fc.assert(
      fc.property(carts, (cart) => {
        const orders = tried(cart)
        fc.pre(typeof orders !== "string")
        const largest = orders.map((one) => units(one.amount)).reduce((a, b) => (a > b ? a : b), 0n)
        for (const { seller, amount } of orders) {
          if (seller === cart.defaultSeller || units(amount) >= largest - 10n) continue
          const alone = splitBySeller({
            ...cart,
            amount,
            lines: cart.lines.filter((one) => one.seller === seller),
          })
          expect(alone).toMatchObject([{ seller, amount, unassigned: minor(0, cart.currency) }])
        }
      }),
    )
  })

  test("is split alike however its lines are ordered, and refused alike", () => {
    const shuffled = carts.chain((cart) =>
      fc.tuple(
        fc.constant(cart),
        fc.shuffledSubarray(cart.lines, { minLength: cart.lines.length }),
      ),
    )
    const amountsOf = (cart: CartToSplit) => {
      const orders = tried(cart)
      return typeof orders === "string"
        ? orders
        : orders.map(({ seller, externalId, amount }) => ({ seller, externalId, amount }))
    }
    fc.assert(
      fc.property(shuffled, ([cart, lines]) => {
        expect(amountsOf({ ...cart, lines })).toEqual(amountsOf(cart))
      }),
    )
  })
})

describe("the name of a seller's order at RozetkaPay", () => {
  test("leads back to the session, and depends on nothing but session and seller", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\w-]{1,40}$/), fc.string(), (text, seller) => {
        const session = sessionId(text)
        const id = orderIdOf(session, seller)
        expect(sessionOfOrder(id)).toBe(session)
        expect(orderIdOf(session, seller)).toBe(id)
        expect(id).toMatch(/^[\w-]{1,64}$/)
      }),
    )
  })

  test("differs from seller to seller, and from the session's own", () => {
    const ids = Array.from({ length: 200 }, (_, n) => orderIdOf(SESSION, `seller-${n}`))
    expect(new Set<string>([...ids, SESSION]).size).toBe(201)
  })

  test("leads to the seller, as long as the store has them", () => {
    const id = orderIdOf(SESSION, "olena")
    expect(sellerOfOrder(id, ["petro", "olena"])).toBe("olena")
    expect(sellerOfOrder(id, ["petro"])).toBeNull()
    expect(sellerOfOrder(externalIdOf(SESSION), ["petro", "olena"])).toBeNull()
  })

  test("of one order leads to all others by a mark that fits beside it", () => {
    const sellers = Array.from({ length: 10 }, (_, n) => `${"seller".repeat(50)}-${n}`)
    const terms = writeOrdersMetadata(sellers.map((one) => orderIdOf(SESSION, one)))
    expect(terms.length).toBeLessThanOrEqual(200)
    expect(readOrdersMetadata(SESSION, terms)).toEqual(
      sellers.map((one) => orderIdOf(SESSION, one)),
    )
    for (const junk of ["", "0000000a,", "0000000A", `${terms},0000000a`, "0000000a 0000000b"]) {
      expect(readOrdersMetadata(SESSION, junk)).toBeNull()
    }
  })

  test.each([
    SESSION,
    "",
    "-0000000a",
    `${SESSION}-0000000`,
    `${SESSION}-0000000G`,
    `${"p".repeat(60)}-0000000a`,
  ])("%j is no seller's order", (id) => {
    expect(sessionOfOrder(externalId(id))).toBeNull()
  })
})
