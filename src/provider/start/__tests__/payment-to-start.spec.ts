import { externalId } from "../../../core/external-id"
import { amountOf } from "../../../core/money"
import { cardAdapter } from "../../../providers/rozetkapay/descriptor"
import { parseOptionsBy } from "../../store-options"
import { paymentToStart } from "../payment-to-start"
import type { Purchase } from "../purchase"
import { browserOf, type ShopperBrowser } from "../shopper-browser"

const address = {
  first_name: "Олена",
  last_name: "Шевченко",
  phone: null,
  address_1: null,
  address_2: null,
  city: null,
  country_code: "ua",
  postal_code: null,
  metadata: { patronym: " Петрівна ", floor: 3 },
}

const purchase: Purchase = {
  cartId: "cart_1",
  orderId: null,
  orderNumber: null,
  email: null,
  locale: null,
  shippingAddress: address,
  billingAddress: null,
  items: [
    {
      id: "cali_1",
      title: "Сорочка, M",
      quantity: 1,
      total: 100,
      image: null,
      variantMetadata: null,
      productMetadata: null,
      product: { category: "Одяг", description: "Льон. ".repeat(100), handle: "sorochka" },
    },
  ],
  shipping: [],
}

const asking = (acceptLanguage: string) =>
  browserOf({ ipAddress: null, userAgent: "", accept: "", acceptLanguage }, null)

const started = (
  of: Purchase,
  more: Record<string, unknown> = {},
  browser: ShopperBrowser | null = null,
) =>
  paymentToStart(
    {
      externalId: externalId("payses_1"),
      twoStep: false,
      currency: "UAH",
      callbackUrl: "https://api.shop.example/hooks/rozetkapay/pp_rozetkapay_a",
    },
    "pp_rozetkapay_a",
    { amount: amountOf("100", "UAH"), currency: "UAH" },
    of,
    { purchaseId: "pay_col_1", instrument: null, remember: false, customerId: null, browser },
    parseOptionsBy(cardAdapter, { login: "login", password: "password", ...more }),
  )

describe("What RozetkaPay is told when a payment is started", () => {
  test("the product's category and words as the line has them, and its page where the store says where that is", () => {
    const page = "{storefront_url}/{country_code}/products/{handle}"
    const { products } = started(purchase, {
      storefrontUrl: "https://shop.example",
      productUrl: page,
    })
    expect(products).toMatchObject([
      { category: "Одяг", url: "https://shop.example/ua/products/sorochka" },
    ])
    expect(products[0]?.description?.length).toBeLessThanOrEqual(250)
    expect(started(purchase).products[0]).not.toHaveProperty("url")
  })

  test("the patronym that a store keeps in the address, and nothing else of what it keeps there", () => {
    expect(started(purchase).customer).toMatchObject({ patronym: "Петрівна" })
    expect(JSON.stringify(started(purchase))).not.toContain("floor")
  })

  test.each([
    ["uk-UA", "en-GB,en;q=0.9", "PL", "UK"],
    [null, "en-GB,en;q=0.9", "UK", "EN"],
    [null, "pl-PL,pl;q=0.9,en;q=0.8", "UK", "PL"],
    ["de-DE", "en-US", "UK", "EN"],
    [null, "de-DE,de;q=0.9", "PL", "PL"],
    [null, "*", "EN", "EN"],
  ])("RozetkaPay's page for a cart in %s and a browser that asks for %s, in a store of %s: %s", (locale, header, own, page) => {
    const { customer } = started({ ...purchase, locale }, { locale: own }, asking(header))
    expect(customer.locale).toBe(page)
    // Staff's browser, or a store's own code, says nothing of the shopper's.
    expect(started(purchase, { locale: own }).customer.locale).toBe(own)
  })

  test("an order that a link pays for is named in the language of that page", () => {
    const link = { ...purchase, cartId: null, orderId: "order_1", orderNumber: 1042, items: [] }
    expect(started(link, {}, asking("en")).description).toBe("Order #1042")
    expect(started(link).description).toContain("Замовлення")
  })

  test("the number of an order that a link pays for, and Medusa's ids for whoever reads the cabinet", () => {
    const link = { ...purchase, cartId: null, orderId: "order_1", orderNumber: 1042, items: [] }
    const { orderNumber, payload } = started(link)
    expect([orderNumber, JSON.parse(payload ?? "")]).toEqual([
      "1042",
      { payment_session: "payses_1", order: "order_1" },
    ])
    expect(started(purchase)).not.toHaveProperty("orderNumber")
  })
})
