import fc from "fast-check"
import { minor, units } from "../../../core/__tests__/random-ledgers"
import { amountOf, currencyDigits, type Money, moneyOf, sum } from "../../../core/money"
import type { ProductLine } from "../../payment-gateway"
import { isFiscalised, linesOfPart, productLines } from "../product-lines"
import type { Purchase, PurchaseLine } from "../purchase"

const line = (fields: Partial<PurchaseLine> = {}): PurchaseLine => ({
  id: "cali_1",
  title: "Сорочка, M",
  quantity: 1,
  total: 100,
  image: null,
  variantMetadata: null,
  productMetadata: null,
  ...fields,
})

const purchase = (items: PurchaseLine[], shipping: PurchaseLine[] = []): Purchase => ({
  cartId: "cart_1",
  orderId: null,
  orderNumber: null,
  email: null,
  locale: null,
  shippingAddress: null,
  billingAddress: null,
  items,
  shipping,
})

const uah = (amount: string): Money => ({ amount: amountOf(amount, "UAH"), currency: "UAH" })

describe("the cart's lines on RozetkaPay's receipt", () => {
  test("shirts and their delivery are lines that add up to the payment", () => {
    const cart = purchase(
      [line({ quantity: 2, total: 1199.98, image: "https://shop.example/shirt.png" })],
      [line({ id: "casm_1", title: "Нова пошта", total: 70.01 })],
    )
    expect(productLines(cart, uah("1269.99"))).toEqual([
      {
        id: "cali_1",
        name: "Сорочка, M",
        quantity: "2",
        netAmount: "599.99",
        currency: "UAH",
        image: "https://shop.example/shirt.png",
      },
      { id: "casm_1", name: "Нова пошта", quantity: "1", netAmount: "70.01", currency: "UAH" },
    ])
  })

  test("three for ten hryvnias are two at 3.33 and one at 3.34; what can't be counted is one piece", () => {
    expect(productLines(purchase([line({ quantity: 3, total: 10 })]), uah("10"))).toMatchObject([
      { id: "cali_1", name: "Сорочка, M", quantity: "2", netAmount: "3.33" },
      { id: "cali_1-2", name: "Сорочка, M", quantity: "1", netAmount: "3.34" },
    ])
    expect(productLines(purchase([line({ quantity: 1.5, total: 10 })]), uah("10"))).toMatchObject([
      { name: "Сорочка, M × 1.5", quantity: "1", netAmount: "10.00" },
    ])
  })

  test("three goods less 15 % add up to what is paid, though each total ends in half a kopiyka", () => {
    const cart = purchase([
      line({ id: "a", total: 84.915 }),
      line({ id: "b", total: 127.415 }),
      line({ id: "c", total: 212.415 }),
    ])
    expect(productLines(cart, uah("424.75")).map(({ netAmount }) => netAmount)).toEqual([
      "84.91",
      "127.42",
      "212.42",
    ])
  })

  test("two for a kopiyka are one at a kopiyka: a line of nothing is not told", () => {
    expect(productLines(purchase([line({ quantity: 2, total: 0.01 })]), uah("0.01"))).toMatchObject(
      [{ quantity: "1", netAmount: "0.01" }],
    )
  })

  test("one kopiyka each, and yen without digits, are written right", () => {
    expect(productLines(purchase([line({ quantity: 7, total: 0.07 })]), uah("0.07"))).toMatchObject(
      [{ quantity: "7", netAmount: "0.01" }],
    )
    const yen = { amount: amountOf("3000", "JPY"), currency: "JPY" }
    expect(productLines(purchase([line({ quantity: 2, total: 3000 })]), yen)).toMatchObject([
      { quantity: "2", netAmount: "1500", currency: "JPY" },
    ])
  })

  test("what was free is no line; a cart that is wholly free has none", () => {
    const gift = line({ id: "cali_2", total: 0 })
    expect(productLines(purchase([line(), gift]), uah("100"))).toHaveLength(1)
    expect(productLines(purchase([gift]), uah("0"))).toEqual([])
  })

  test("a payment for a part, or less a gift card, has no lines rather than wrong ones", () => {
    expect(productLines(purchase([line({ total: 100 })]), uah("60"))).toEqual([])
    expect(productLines(purchase([line({ total: 100 }), line({ total: -10 })]), uah("90"))).toEqual(
      [],
    )
    expect(productLines(purchase([]), uah("100"))).toEqual([])
  })

  test("with a tax group each line of a part, or of a cart less a gift card, gets its part of what is paid", () => {
    const cart = purchase([
      line({ id: "a", total: 100 }),
      line({ id: "b", quantity: 2, total: 50 }),
    ])
    expect(productLines(cart, uah("100"), 1)).toMatchObject([
      { id: "a", quantity: "1", netAmount: "66.67", taxGroup: 1 },
      { id: "b", quantity: "1", netAmount: "16.66", taxGroup: 1 },
      { id: "b-2", quantity: "1", netAmount: "16.67", taxGroup: 1 },
    ])
    const grouped = { rozetkapay_tax_group: 2 }
    const ofVariant = purchase([
      line({ variantMetadata: grouped }),
      line({ id: "gift", total: -10 }),
    ])
    expect(productLines(ofVariant, uah("90"))).toMatchObject([{ netAmount: "90.00", taxGroup: 2 }])
  })

  test("lines never tell a higher price than the goods': for more than they cost there are none", () => {
    expect(productLines(purchase([line({ total: 100 })]), uah("110"), 1)).toEqual([])
    expect(productLines(purchase([]), uah("110"), 1)).toEqual([])
  })

  test("who has a tax group anywhere is fiscalised", () => {
    expect(isFiscalised(purchase([line()]))).toBe(false)
    expect(isFiscalised(purchase([]), 2)).toBe(true)
    expect(isFiscalised(purchase([line({ productMetadata: { rozetkapay_tax_group: 4 } })]))).toBe(
      true,
    )
  })

  test("the tax group is the variant's, else the product's, else the store's, else none", () => {
    const groupOf = (fields: Partial<PurchaseLine>, standard?: number) =>
      productLines(purchase([line(fields)]), uah("100"), standard)[0]?.taxGroup
    const variantMetadata = { rozetkapay_tax_group: "2" }
    const productMetadata = { rozetkapay_tax_group: 4 }
    expect(groupOf({ variantMetadata, productMetadata }, 1)).toBe(2)
    expect(groupOf({ productMetadata }, 1)).toBe(4)
    expect(groupOf({}, 1)).toBe(1)
    expect(groupOf({})).toBeUndefined()
  })

  test("a tax group that does not exist is not sent", () => {
    for (const group of [0, 10, 1.5, -1, "ПДВ", "", null, [], {}, true, "2 "]) {
      const metadata = { rozetkapay_tax_group: group }
      const [product] = productLines(purchase([line({ variantMetadata: metadata })]), uah("100"), 7)
      expect([1, 2, 7]).toContain(product?.taxGroup)
    }
  })

  const currencies = fc.constantFrom("UAH", "JPY", "KWD")
  const quantities = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constantFrom(0.5, 2.75))
  /** A price in kopiykas and a discount in hundredths of a percent, as Medusa computes a line's total of them. */
  const discounted = fc.record({
    quantity: quantities,
    price: fc.oneof(fc.integer({ min: 1, max: 200_000 }), fc.integer({ min: 1, max: 50 })),
    off: fc.oneof(fc.constantFrom(0, 1500, 3333), fc.integer({ min: 0, max: 10_000 })),
  })
  const anyCart = fc.record({
    items: fc.array(discounted, { minLength: 1, maxLength: 8 }),
    shipping: fc.array(discounted, { maxLength: 2 }),
  })
  type DescribedCart = typeof anyCart extends fc.Arbitrary<infer Cart> ? Cart : never
  const cartOf = ({ items, shipping }: DescribedCart): Purchase => {
    const [ofItems, ofShipping] = [items, shipping].map((all, kind) =>
      all.map(({ quantity, price, off }, at) => {
        const total = (price * quantity * (10_000 - off)) / 1_000_000
        return line({ id: `${kind}_${at}`, quantity, total })
      }),
    )
    return purchase(ofItems ?? [], ofShipping)
  }
  const totalOf = (cart: Purchase): number =>
    [...cart.items, ...cart.shipping].reduce((all, { total }) => all + total, 0)
  const expectExactly = (products: ProductLine[], { amount, currency }: Money): void => {
    const sum = products
      .map((one) => BigInt(one.quantity) * units(one.netAmount))
      .reduce((a, b) => a + b, 0n)
    expect(sum).toBe(units(amount))
    expect(new Set(products.map(({ id }) => id)).size).toBe(products.length)
    const digits = currencyDigits(currency)
    for (const { netAmount, quantity } of products) {
      expect(netAmount).toMatch(digits ? new RegExp(`^\\d+\\.\\d{${digits}}$`) : /^\d+$/)
      expect(units(netAmount)).toBeGreaterThan(0n)
      expect(quantity).toMatch(/^[1-9]\d*$/)
    }
  }

  test("any cart under any discounts has lines, and they are exactly what is paid, to the kopiyka", () => {
    fc.assert(
      fc.property(anyCart, currencies, (described, currency) => {
        const cart = cartOf(described)
        const money = moneyOf(totalOf(cart), currency)
        expectExactly(productLines(cart, money), money)
      }),
      { numRuns: 1_000 },
    )
  })

  test("a store that rounds every line before it adds them up has its lines, too", () => {
    fc.assert(
      fc.property(anyCart, currencies, (described, currency) => {
        const cart = cartOf(described)
        const rounded = [...cart.items, ...cart.shipping].map(({ total }) =>
          amountOf(total, currency),
        )
        const money = { amount: sum(rounded, currency), currency }
        expectExactly(productLines(cart, money), money)
      }),
    )
  })

  test("no line is told two kopiykas away from what it costs", () => {
    fc.assert(
      fc.property(anyCart, (described) => {
        const cart = cartOf(described)
        const products = productLines(cart, moneyOf(totalOf(cart), "UAH"))
        for (const { id, total } of [...cart.items, ...cart.shipping]) {
          const own = products.filter((product) => product.id?.replace(/-2$/, "") === id)
          const told = own.reduce(
            (all, one) => all + Number(one.quantity) * Number(one.netAmount),
            0,
          )
          expect(Math.abs(told - total)).toBeLessThan(0.015 + 1e-6)
        }
      }),
    )
  })

  test("on a fiscalised project a payment of any part of the cart has exact lines", () => {
    fc.assert(
      fc.property(
        anyCart,
        currencies,
        fc.integer({ min: 1, max: 100 }),
        (described, currency, percent) => {
          const cart = cartOf(described)
          const money = moneyOf((totalOf(cart) * percent) / 100, currency)
          expectExactly(productLines(cart, money, 1), money)
        },
      ),
    )
  })

  test("of any part that somebody refunds or captures the lines add up exactly", () => {
    fc.assert(
      fc.property(anyCart, fc.integer({ min: 0, max: 10_000_000 }), (described, kopiykas) => {
        const money = { amount: minor(kopiykas), currency: "UAH" }
        const { items } = cartOf(described)
        const isFree = items.every(({ total }) => total === 0)
        expectExactly(linesOfPart(items, money), isFree ? moneyOf(0, "UAH") : money)
      }),
    )
  })
})
