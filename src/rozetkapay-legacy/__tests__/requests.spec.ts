import type { LegacyRozetkaPayClient } from "../client"
import { documentExample, documentRequests, placeholder } from "./document-examples"
import { withLegacyGateway } from "./legacy-shop"

const TOKEN = "ODJkZjBhNmY2OTMyNDJlN2wjMjFjfTQzOXU3ZDFhYzI6cWJmWHFmMHlzM3hYaXJMWEZv"
const card = { number: "4242424242424242", month: 2, year: 24, cvv: "111" }
const order = {
  orderId: "123",
  amount: "1",
  currency: "UAH",
  description: "Order description",
  threeDs: "always" as const,
  serverUrl: "https://callback.blackhole.com/callback",
  resultUrl: "https://example.com/result",
  payload: "sale=true",
}
const payment = { ...order, twoStep: false }
const properties = {
  custom_data: "custom_value",
  custom_data_number: "100",
  custom_data_boolean: "true",
}
const browser = {
  colorDepth: "24",
  screenHeight: "860",
  screenWidth: "1600",
  javaEnabled: "false",
  language: "uk-UA",
  timeZone: "Europe/Kiev",
  timeZoneOffset: "-120",
  acceptHeader:
    "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,image/apng,*/*;q=0.8",
  ipAddress: "127.0.0.1",
  userAgent:
    "Mozilla/5.0 (Windows NT 6.1; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/88.0.4324.146 Safari/537.36",
}
const fruits = [
  { name: "Apple", amount: "100", quantity: "2" },
  { name: "Pineapple", amount: "100", quantity: "1" },
]
const pricedFruits = fruits.map((one) => ({ ...one, currency: "UAH" }))
const suits = [
  {
    name: "Apple",
    amount: "100",
    quantity: "2",
    category: "Комплекти для хлопчиків",
    categoryId: "4668289",
  },
  {
    name: "Pineapple",
    amount: "100",
    quantity: "1",
    category: "Комплекти для дівчаток",
    categoryId: "4668288",
  },
]
const mobile = {
  orderId: placeholder("ORDER_ID"),
  description: `Goods ${placeholder("ORDER_ID")}`,
  twoStep: true,
  amount: "1.50",
  currency: "UAH",
  products: [],
}
const change = {
  orderId: "123",
  currency: "UAH",
  serverUrl: "https://callback.blackhole.com/callback/capture",
}
const p2pCredit = {
  orderId: "123",
  currency: "UAH",
  description: "description_1",
  serverUrl: "https://callback.blackhole.com/callback/p2p-credit",
}

type Case = {
  name: string
  path?: string
  /** Where the client says more than the example, and why. */
  more?: Record<string, unknown>
  call: (client: LegacyRozetkaPayClient) => Promise<unknown>
}

const cases: Case[] = [
  {
    name: "create-hosted-payment",
    call: (client) =>
      client.openHostedPage({
        ...payment,
        description: "description_1",
        properties,
        recipient: {
          cardToken: "ODJkZjBhNmY2OTMyNDJlN2wjMjFjfTQzOXU3ZDFhYzI6cWJmWHFmMHlzM3hYaXJMWEZv",
        },
      }),
  },
  {
    name: "direct-payments-with-card-data",
    call: (client) =>
      client.cardData.payByCard({
        ...payment,
        card,
        browser,
        properties,
        recipient: { cardToken: TOKEN },
      }),
  },
  {
    name: "direct-payments-using-privat24",
    call: (client) => client.payways.payByPrivat24(payment),
  },
  {
    name: "direct-payments-using-privat-payment-by-parts",
    // The table calls it parts_count, the example part_counts: both are sent.
    more: { properties: { parts_count: "2", part_counts: "2" } },
    call: (client) =>
      client.payways.payByPrivatParts({
        ...payment,
        amount: "300",
        partsCount: "2",
        products: pricedFruits,
      }),
  },
  {
    name: "direct-payments-using-rozetkapay-tokens",
    call: (client) =>
      client.payByCardToken({
        ...payment,
        description: "description_1",
        cardToken: TOKEN,
        recipient: { cardToken: TOKEN },
      }),
  },
  {
    name: "credit-payments-via-evocredit",
    call: (client) =>
      client.payways.payByEvoCredit({
        ...payment,
        amount: "300",
        merchantOrderId: "1111111111",
        properties: {
          another_recipient: "false",
          acc_change_date: "15.09.2021",
          last_captcha_date: "15.09.2021",
          delivery_method_id: "1234",
          delivery_service_id: "1234",
          delivery_point_id: "1234",
          delivery_city: "Київ",
          delivery_street: "Хрещатик",
          delivery_house: "1",
          delivery_flat: "42",
          delivery_datetime: "15.09.2021 16:00-21:00",
          recipient_fname: "Іванов",
          recipient_lname: "Іван",
          recipient_patronym: "Іванович",
          recipient_phone: "+380639379992",
          loan_term: "12",
        },
        products: suits,
        browser,
      }),
  },
  {
    name: "payments-via-przelewy24",
    call: (client) =>
      client.payways.payByPrzelewy24({
        ...payment,
        amount: "300",
        merchantOrderId: "1111111111",
        products: suits,
        browser,
      }),
  },
  {
    name: "google-pay",
    call: (client) =>
      client.payways.payByGooglePay({
        ...payment,
        description: "description_1",
        token: placeholder("base64_google_encrypted_token"),
      }),
  },
  {
    name: "apple-pay-hosted",
    // "empty array can be specified": no products say the same.
    more: { products: undefined },
    call: (client) => client.openHostedPage({ ...mobile, threeDs: "never", payway: "applepay" }),
  },
  {
    name: "apple-pay",
    more: { products: undefined },
    call: (client) =>
      client.payways.payByApplePay({
        ...mobile,
        threeDs: "supported",
        token: "eyJ2ZXJzaW9uIjoiRUNfdjEiLC...",
      }),
  },
  {
    name: "p2p-payments",
    call: (client) =>
      client.cardData.transfer({
        ...order,
        description: "P2P description",
        from: card,
        recipientCardNumber: "5555555555554444",
        browser,
      }),
  },
  {
    name: "p2p-payments-using-rozetkapay-tokens",
    call: (client) =>
      client.cardData.transfer({
        ...order,
        description: "P2P description",
        from: { token: TOKEN },
        recipientCardNumber: "5555555555554444",
      }),
  },
  { name: "lookup", call: (client) => client.cardData.lookup({ ...order, card }) },
  {
    name: "credit-payments",
    call: (client) =>
      client.cardData.credit({
        ...order,
        description: "Credit description",
        to: { number: card.number },
      }),
  },
  {
    name: "credit-payments-using-rozetkapay-tokens",
    call: (client) =>
      client.cardData.credit({ ...order, description: "Credit description", to: { token: TOKEN } }),
  },
  { name: "capture", path: "/api/v1/capture", call: (client) => client.capture(change) },
  {
    name: "partial-capture",
    path: "/api/v1/capture",
    call: (client) => client.capture({ ...change, amount: "80" }),
  },
  { name: "void", path: "/api/v1/void", call: (client) => client.void(change) },
  { name: "refund", path: "/api/v1/refund", call: (client) => client.refund(change) },
  {
    name: "partial-refund",
    path: "/api/v1/refund",
    call: (client) => client.refund({ ...change, amount: "80" }),
  },
  {
    name: "p2p-credit",
    path: "/api/v1/p2p-credit",
    call: (client) => client.cardData.p2pCredit({ ...p2pCredit, cardNumber: card.number }),
  },
  {
    name: "p2p-credit-using-rozetkapay-tokens",
    path: "/api/v1/p2p-credit",
    call: (client) => client.cardData.p2pCredit({ ...p2pCredit, cardToken: TOKEN }),
  },
  {
    name: "partial-p2p-credit",
    path: "/api/v1/p2p-credit",
    call: (client) =>
      client.cardData.p2pCredit({ ...p2pCredit, amount: "25", cardNumber: card.number }),
  },
]

describe("the client sends the document's example of", () => {
  test.each(cases)("$name", async ({ name, path = "/api/v1/payment", more = {}, call }) => {
    const example = documentExample(name)
    const answer = { payment_id: "1", status: "pending" }
    await withLegacyGateway([{ body: answer }], async (client, { requests }) => {
      await call(client)
      expect(requests).toHaveLength(1)
      expect(requests[0]).toMatchObject({ method: "POST", url: path })
      expect(JSON.parse(requests[0]?.body ?? "")).toEqual({ ...example.request, ...more })
    })
  })

  test("nothing less than every request example of the document", () => {
    expect(cases.map(({ name }) => name).sort()).toEqual(documentRequests())
  })

  test("a product with all that it can have", async () => {
    const { part } = documentExample("products")
    const answer = { body: { payment_id: "1", status: "pending" } }
    await withLegacyGateway([answer], async (client, { requests }) => {
      await client.openHostedPage({
        ...payment,
        products: [
          {
            id: "1",
            url: "https://example.com/products/tv",
            category: "TV",
            name: "Brand new TV",
            description: "Brand new TV with awesome screen",
            amount: "6600",
            priceType: "VAT",
            vat: "6600",
            quantity: "1",
            payload: "ref_no=1231; discount=false",
            metadata: {
              type: "rozetka",
              tax_system_code: 2,
              vat_code: 1,
              customer_phone: "123456",
              customer_email: "@gmail.com",
            },
          },
        ],
      })
      expect(JSON.parse(requests[0]?.body ?? "").products).toEqual([part])
    })
  })

  const reads: [string, string, (client: LegacyRozetkaPayClient) => Promise<unknown>][] = [
    ["Authentication", "/orders/0", (client) => client.checkKeys()],
    ["Get order transactions", "/orders/123", (client) => client.orderTransactions("123")],
    [
      "Get transactions for period",
      "/transactions?startDate=1539129600&enddate=1539216000",
      (client) =>
        client.transactionsOf({
          from: new Date("2018-10-10T00:00:00Z"),
          to: new Date("2018-10-11T00:00:00.900Z"),
        }),
    ],
    [
      "Payment operation info",
      "/orders/123/purchase",
      (client) => client.operationInfo({ orderId: "123", method: "purchase" }),
    ],
    [
      "Resend webhook for operation",
      "/orders/123/void?callback=true",
      (client) => client.resendWebhook({ orderId: "123", method: "void" }),
    ],
  ]
  test.each(reads)("%s", async (_section, path, call) => {
    await withLegacyGateway([{ body: [] }], async (client, { requests }) => {
      await call(client)
      expect(requests[0]).toMatchObject({
        method: "GET",
        url: `/api/v1/pos/dc728de1-51ef-4ef1-80f7-3b44b07b5667${path}`,
        body: "",
      })
    })
  })
})

describe("before anything is sent", () => {
  const refused: [string, string, (client: LegacyRozetkaPayClient) => Promise<unknown>][] = [
    [
      "an order id of 33 characters is refused for a capture",
      "order_id",
      (client) => client.capture({ ...change, orderId: "x".repeat(33) }),
    ],
    [
      "an order id of 33 characters is refused for a void",
      "order_id",
      (client) => client.void({ ...change, orderId: "x".repeat(33) }),
    ],
    [
      "an order id of 33 characters is refused for a refund",
      "order_id",
      (client) => client.refund({ ...change, orderId: "x".repeat(33) }),
    ],
    [
      "an order id of 257 characters is refused for a payment",
      "order_id",
      (client) => client.openHostedPage({ ...payment, orderId: "x".repeat(257) }),
    ],
    [
      "an empty amount is not read as all of it",
      "amount",
      (client) => client.refund({ ...change, amount: "" }),
    ],
    [
      "an amount with an exponent is refused",
      "amount",
      (client) => client.openHostedPage({ ...payment, amount: "1e2" }),
    ],
    [
      "a change without a currency is refused",
      "order_currency",
      (client) => client.refund({ ...change, currency: "" }),
    ],
    [
      "a payload of 4001 characters is refused",
      "payload",
      (client) => client.openHostedPage({ ...payment, payload: "x".repeat(4001) }),
    ],
    [
      "one part is no payment by parts",
      "properties.parts_count",
      (client) => client.payways.payByPrivatParts({ ...payment, partsCount: "1" }),
    ],
    [
      "an e-mail of 51 characters is refused for Przelewy24",
      "customer_email",
      (client) =>
        client.payways.payByPrzelewy24({ ...payment, customer: { email: "x".repeat(51) } }),
    ],
    [
      "a card number with letters is refused",
      "cc_number",
      (client) => client.cardData.lookup({ ...order, card: { ...card, number: "4242x" } }),
    ],
    [
      "an order id that would lead to another address is refused",
      "order_id",
      (client) => client.orderTransactions(".."),
    ],
  ]
  test.each(refused)("%s", async (_title, param, call) => {
    await withLegacyGateway([{ body: {} }], async (client, { requests }) => {
      await expect(call(client)).rejects.toMatchObject({ kind: "rejected", param })
      expect(requests).toHaveLength(0)
    })
  })

  test("an order id of exactly 32 characters goes through", async () => {
    const answer = { body: { operation_id: "1", status: "success" } }
    await withLegacyGateway([answer], async (client, { requests }) => {
      await client.refund({ ...change, orderId: "x".repeat(32) })
      expect(requests).toHaveLength(1)
    })
  })

  test("an order id with a slash stays one step of the path", async () => {
    await withLegacyGateway([{ body: [] }], async (client, { requests }) => {
      await client.orderTransactions("a/b ?ї")
      expect(requests[0]?.url).toMatch(/\/orders\/a%2Fb%20%3F%D1%97$/)
    })
  })
})

test("an amount is written digit by digit, in the document's major unit", async () => {
  const answer = { body: { operation_id: "1", status: "success" } }
  await withLegacyGateway([answer], async (client, { requests }) => {
    await client.capture({ ...change, amount: "9007199254740993.10" })
    expect(requests[0]?.body).toContain('"charge_amount":9007199254740993.10,')
  })
})
