import { moneyOf } from "../../../core/money"
import { sessionId } from "../../../core/session-id"
import { SplitError } from "../../../core/split-error"
import type { Purchase, PurchaseLine } from "../../../provider/start/purchase"
import { parseOptionsBy } from "../../../provider/store-options"
import { batchAdapter } from "../descriptor"
import type { SellerOf } from "../seller-of-line"
import { splitCart } from "../split-cart"

const SELLERS = {
  olena: { apiKey: "key-1", name: "Олена" },
  taras: { apiKey: "key-2", name: "Тарас" },
}
const options = (more: Record<string, unknown> = {}) =>
  parseOptionsBy(batchAdapter, {
    login: "platform",
    password: "secret",
    sellers: SELLERS,
    defaultSeller: "olena",
    ...more,
  })

const line = (id: string, total: number, more: Partial<PurchaseLine> = {}): PurchaseLine => ({
  id,
  title: id,
  quantity: 1,
  total,
  image: null,
  variantMetadata: null,
  productMetadata: null,
  ...more,
})
const of = (seller: unknown) => ({ rozetkapay_seller: seller })
const cart = (items: PurchaseLine[], shipping: PurchaseLine[] = []): Purchase => ({
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
const split = (
  amount: string,
  purchase: Purchase | null,
  { description = null, ...more }: { description?: string | null } & Record<string, unknown> = {},
) =>
  splitCart(
    {
      sessionId: sessionId("payses_1"),
      money: moneyOf(amount, "UAH"),
      purchase,
      description,
      language: "uk",
    },
    options(more),
  )

describe("a cart of several sellers", () => {
  test("gives each their goods, and the delivery to the seller of what belongs to no one", () => {
    const orders = split(
      "1899.00",
      cart(
        [
          line("Глек", 1000, { quantity: 2, productMetadata: of("taras") }),
          line("Плед", 819, { variantMetadata: of("olena") }),
        ],
        [line("Кур'єр", 80, { productMetadata: of("taras") })],
      ),
    )
    expect(orders).toMatchObject([
      {
        seller: "olena",
        amount: "899.00",
        description: "Плед × 1",
        products: [
          { name: "Плед", netAmount: "819.00" },
          { name: "Кур'єр", netAmount: "80.00" },
        ],
      },
      {
        seller: "taras",
        amount: "1000.00",
        description: "Глек × 2",
        products: [{ name: "Глек", netAmount: "500.00", quantity: "2" }],
      },
    ])
    expect(new Set(orders.map(({ externalId }) => externalId)).size).toBe(2)
  })

  test("goes by the variant's word before the product's, and by a function's before both", () => {
    const item = line("Глек", 10, { variantMetadata: of("taras"), productMetadata: of("olena") })
    expect(split("10.00", cart([item]))).toMatchObject([{ seller: "taras" }])
    const sellerOf: SellerOf = ({ title, productMetadata }) =>
      title === "Глек" && productMetadata ? "olena" : undefined
    expect(split("10.00", cart([item]), { sellerOf })).toMatchObject([{ seller: "olena" }])
  })

  test("tells who only delivers that it is the delivery", () => {
    const orders = split(
      "90.00",
      cart([line("Глек", 10, { productMetadata: of("taras") })], [line("Кур'єр", 80)]),
    )
    expect(orders.map(({ seller, description }) => [seller, description])).toEqual([
      ["olena", "Кур'єр × 1"],
      ["taras", "Глек × 1"],
    ])
  })

  test("sends no lines of a receipt that would not add up to the seller's order", () => {
    const goods = cart([
      line("Глек", 10, { productMetadata: of("taras") }),
      line("Плед", 20, { productMetadata: of("olena") }),
    ])
    const [olena, taras] = split("25.00", goods)
    expect([olena?.amount, olena?.products]).toEqual(["15.00", []])
    expect([taras?.amount, taras?.products.length]).toEqual(["10.00", 1])
    expect(split("30.00", goods, { products: false }).map(({ products }) => products)).toEqual([
      [],
      [],
    ])
  })

  test("is the default seller's where there are no lines, in the words of who asks", () => {
    expect(split("10.00", null)).toMatchObject([
      { seller: "olena", amount: "10.00", description: "payses_1", products: [] },
    ])
    expect(split("10.00", null, { description: "Доплата" })).toMatchObject([
      { description: "Доплата" },
    ])
  })

  test.each([
    ["a seller whom the store does not know", of("petro"), "petro"],
    ["something that is no seller's key", of({ key: "taras" }), "Глек"],
    ["something that is no seller's key", of(true), "Глек"],
  ])("is refused when it names %s", (_, productMetadata, words) => {
    const goods = cart([line("Глек", 10, { productMetadata })])
    expect(() => split("10.00", goods)).toThrow(SplitError)
    expect(() => split("10.00", goods)).toThrow(words)
  })

  test.each([undefined, null, "", "  "])("belongs to no one when its seller is %j", (seller) => {
    const goods = cart([line("Глек", 10, { productMetadata: of(seller) })])
    expect(split("10.00", goods)).toMatchObject([{ seller: "olena" }])
  })
})
