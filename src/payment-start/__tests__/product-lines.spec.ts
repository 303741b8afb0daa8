import fc from "fast-check"
import { minor, units } from "../../payments/__tests__/random-books"
import { amountOf, currencyDigits, type Money } from "../../payments/money"
import { productLines } from "../product-lines"
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

  test("three for ten hryvnias can't be priced one by one: they go as one piece", () => {
    expect(productLines(purchase([line({ quantity: 3, total: 10 })]), uah("10"))).toMatchObject([
      { name: "Сорочка, M × 3", quantity: "1", netAmount: "10.00" },
    ])
    expect(productLines(purchase([line({ quantity: 1.5, total: 10 })]), uah("10"))).toMatchObject([
      { name: "Сорочка, M × 1.5", quantity: "1", netAmount: "10.00" },
    ])
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

  const lines = fc.array(
    fc.record({
      quantity: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constantFrom(0, 0.5, 2.75, -1)),
      total: fc.oneof(
        fc.integer({ min: 0, max: 200_000 }).map((kopiykas) => kopiykas / 100),
        fc.double({ min: -5, max: 5_000, noNaN: true }),
      ),
    }),
    { maxLength: 8 },
  )

  test("for any cart the lines are either none or exactly what is paid, to the kopiyka", () => {
    const carts = fc.record({
      items: lines,
      shipping: lines,
      currency: fc.constantFrom("UAH", "JPY", "KWD"),
      other: fc.option(fc.integer({ min: 0, max: 1_000_000 })),
    })
    let withLines = 0
    fc.assert(
      fc.property(carts, ({ items, shipping, currency, other }) => {
        const cart = purchase(
          items.map((one, index) => line({ id: `cali_${index}`, ...one })),
          shipping.map((one, index) => line({ id: `casm_${index}`, ...one })),
        )
        const total = [...items, ...shipping]
          .map((one) => units(amountOf(one.total, currency)))
          .filter((one) => one > 0n)
          .reduce((a, b) => a + b, 0n)
        // As asked for, or something else than the cart adds up to.
        const amount = minor(other === null ? total : BigInt(other), currency)
        const products = productLines(cart, { amount, currency })
        if (products.length === 0) {
          if (units(amount) > 0n) expect(units(amount)).not.toBe(total)
          return
        }
        withLines += 1
        const sum = products
          .map((one) => BigInt(one.quantity) * units(one.netAmount))
          .reduce((a, b) => a + b, 0n)
        expect(sum).toBe(units(amount))
        for (const { netAmount, quantity } of products) {
          expect(netAmount).toMatch(
            currencyDigits(currency)
              ? new RegExp(`^\\d+\\.\\d{${currencyDigits(currency)}}$`)
              : /^\d+$/,
          )
          expect(quantity).toMatch(/^[1-9]\d*$/)
        }
      }),
      // One in six has lines: far more than twenty.
      { numRuns: 1_000 },
    )
    expect(withLines).toBeGreaterThan(20)
  })
})
