import type { RozetkaPayClient } from "../client"
import { type Answer, BASIC, LOGIN, PASSWORD, withGateway } from "./local-gateway"

const operation: Answer = { body: { id: "1", external_id: "payses_1", is_success: true } }

const change = {
  externalId: "payses_1",
  amount: "10.50",
  currency: "UAH",
  callbackUrl: "https://shop.example/hooks/rozetkapay/rozetkapay",
  products: [{ name: "Сорочка", quantity: "2", netAmount: "10.50", vatAmount: "0", taxGroup: 1 }],
}
const changeText =
  '{"external_id":"payses_1","amount":10.50,"currency":"UAH",' +
  '"callback_url":"https://shop.example/hooks/rozetkapay/rozetkapay",' +
  '"products":[{"name":"Сорочка","quantity":"2","net_amount":"10.50","vat_amount":"0","tax_group":1}]}'

type Case = {
  title: string
  call: (client: RozetkaPayClient) => Promise<unknown>
  method: string
  url: string
  body: string
  answer: Answer
}

const cases: Case[] = [
  {
    title: "confirm",
    call: (client) => client.payments.confirm(change),
    method: "POST",
    url: "/api/payments/v1/confirm",
    body: changeText,
    answer: operation,
  },
  {
    title: "cancel",
    call: (client) => client.payments.cancel(change),
    method: "POST",
    url: "/api/payments/v1/cancel",
    body: changeText,
    answer: operation,
  },
  {
    title: "refund",
    call: (client) => client.payments.refund(change),
    method: "POST",
    url: "/api/payments/v1/refund",
    body: changeText,
    answer: operation,
  },
  {
    title: "a refund of all of it",
    call: (client) => client.payments.refund({ externalId: "payses_1" }),
    method: "POST",
    url: "/api/payments/v1/refund",
    body: '{"external_id":"payses_1"}',
    answer: operation,
  },
  {
    title: "refund retry",
    call: (client) => client.payments.retryRefund({ externalId: "payses_1" }),
    method: "POST",
    url: "/api/payments/v1/refund/retry",
    body: '{"external_id":"payses_1"}',
    answer: operation,
  },
  {
    title: "refund cancel",
    call: (client) => client.payments.cancelRefund({ externalId: "payses_1" }),
    method: "POST",
    url: "/api/payments/v1/refund/cancel",
    body: '{"external_id":"payses_1"}',
    answer: operation,
  },
  {
    title: "info",
    call: (client) => client.payments.info({ externalId: "a b&c=ї/1" }),
    method: "GET",
    url: "/api/payments/v1/info?external_id=a+b%26c%3D%D1%97%2F1",
    body: "",
    answer: { body: { id: "1", purchased: true } },
  },
  {
    title: "receipt",
    call: (client) => client.payments.receipt({ externalId: "payses_1" }),
    method: "GET",
    url: "/api/payments/v1/receipt?external_id=payses_1",
    body: "",
    answer: { body: { project_id: "p", receipt_url: "https://receipt.example/1" } },
  },
  {
    title: "resend of a callback",
    call: (client) =>
      client.payments.resendCallback({ externalId: "payses_1", operation: "refund" }),
    method: "POST",
    url: "/api/payments/v1/callback/resend",
    body: '{"external_id":"payses_1","operation":"refund"}',
    answer: { status: 204 },
  },
  {
    title: "key check",
    call: (client) => client.validateKeys(),
    method: "GET",
    url: "/api/merchants/v1/me",
    body: "",
    answer: { body: { status: "activated" } },
  },
  {
    title: "transactions report",
    call: (client) =>
      client.reports.transactions({
        dateFrom: "2026-07-01",
        dateTo: "2026-07-14",
        operationTypes: ["purchase", "refund"],
        statuses: [],
      }),
    method: "POST",
    url: "/api/reports/v1/transactions",
    body: '{"date_from":"2026-07-01","date_to":"2026-07-14","operation_types":["purchase","refund"]}',
    answer: { body: { transactions: [] } },
  },
  {
    title: "payments report",
    call: (client) => client.reports.payments({ dateFrom: "2026-07-01", dateTo: "2026-07-14" }),
    method: "POST",
    url: "/api/reports/v1/payments",
    body: '{"date_from":"2026-07-01","date_to":"2026-07-14","fields":["amount","card_pan","currency","external_id","internal_commission","payer_external_fee","payment_id","payment_method","payment_pay_parts","payment_system","payment_type","payout_amount","payout_date","processing_date","unified_external_id"]}',
    answer: { body: { payments: [] } },
  },
]

describe("what RozetkaPay receives", () => {
  test.each(cases)("$title goes to its endpoint with login and password", async (expected) => {
    await withGateway([expected.answer], async (client, { requests }) => {
      await expected.call(client)
      expect(requests).toHaveLength(1)
      expect(requests[0]).toMatchObject({
        method: expected.method,
        url: expected.url,
        body: expected.body,
      })
      const headers = requests[0]?.headers
      expect(headers?.authorization).toBe(`Basic ${BASIC}`)
      expect(headers?.["x-on-behalf-of"]).toBeUndefined()
      expect(headers?.["content-type"]).toBe(expected.body === "" ? undefined : "application/json")
    })
  })

  test("a create carries everything that was given, with exact digits and nothing empty", async () => {
    await withGateway([operation], async (client, { requests }) => {
      await client.payments.create({
        externalId: "payses_1",
        amount: "1249.90",
        currency: "UAH",
        mode: "hosted",
        confirm: false,
        callbackUrl: "https://shop.example/callback",
        resultUrl: "https://shop.example/return",
        description: "",
        customer: {
          email: "olena@shop.example",
          firstName: "Олена",
          lastName: "",
          patronym: "Іванівна",
          phone: "+380501234567",
          address: "вул. Хрещатик, 1",
          city: "Київ",
          country: "UA",
          postalCode: "01001",
          externalId: "cus_1",
          ipAddress: "192.0.2.1",
          locale: "UK",
          colorMode: "white",
        },
        products: [],
        checkoutTtlMinutes: 60,
        metadata: { shop: "ours", note: "" },
        unifiedExternalId: "cart_1",
        payload: "p",
      })
      expect(requests[0]?.url).toBe("/api/payments/v1/new")
      expect(requests[0]?.body).toContain('"amount":1249.90,')
      expect(JSON.parse(requests[0]?.body ?? "")).toStrictEqual({
        external_id: "payses_1",
        amount: 1249.9,
        currency: "UAH",
        mode: "hosted",
        confirm: false,
        callback_url: "https://shop.example/callback",
        result_url: "https://shop.example/return",
        customer: {
          email: "olena@shop.example",
          first_name: "Олена",
          patronym: "Іванівна",
          phone: "+380501234567",
          address: "вул. Хрещатик, 1",
          city: "Київ",
          country: "UA",
          postal_code: "01001",
          external_id: "cus_1",
          ip_address: "192.0.2.1",
          locale: "UK",
          color_mode: "white",
        },
        checkout_ttl: 60,
        metadata: { shop: "ours", note: "" },
        unified_external_id: "cart_1",
        payload: "p",
      })
    })
  })

  test("a partner acts for its child login", async () => {
    const answer = { body: { status: "activated" } }
    await withGateway(
      [answer],
      async (client, { requests }) => {
        await client.validateKeys()
        expect(requests[0]?.headers["x-on-behalf-of"]).toBe("child-login")
      },
      { onBehalfOf: "child-login" },
    )
  })

  test("an empty external id is refused before anything is sent", async () => {
    await withGateway([operation], async (client, { requests }) => {
      const refusal = { kind: "rejected", param: "external_id", httpStatus: null }
      await expect(client.payments.refund({ externalId: "" })).rejects.toMatchObject(refusal)
      await expect(client.payments.info({ externalId: "" })).rejects.toMatchObject(refusal)
      await expect(client.payments.cancelRefund({ externalId: "" })).rejects.toMatchObject(refusal)
      expect(requests).toHaveLength(0)
    })
  })

  test("each request is told for the log, without secrets", async () => {
    await withGateway(
      cases.map(({ answer }) => answer),
      async (client, _, exchanges) => {
        for (const { call } of cases) {
          await call(client)
        }
        expect(exchanges).toHaveLength(cases.length)
        expect(exchanges[0]).toStrictEqual({
          operation: "confirm",
          externalId: "payses_1",
          outcome: "ok",
          httpStatus: 200,
          durationMs: expect.any(Number),
          attempt: 1,
        })
        const told = JSON.stringify(exchanges)
        for (const secret of [LOGIN, PASSWORD, BASIC]) {
          expect(told).not.toContain(secret)
        }
      },
    )
  })

  test("a logger that fails changes nothing", async () => {
    const onExchange = () => {
      throw new Error("the disk is full")
    }
    await withGateway(
      [operation],
      async (client) => {
        await expect(client.payments.refund(change)).resolves.toMatchObject({ isSuccess: true })
      },
      { onExchange },
    )
  })

  test("a proxy for the internet is not used for a gateway on this machine", async () => {
    const before = process.env.HTTP_PROXY
    process.env.HTTP_PROXY = "http://127.0.0.1:9"
    try {
      await withGateway([{ body: { status: "activated" } }], async (client) => {
        await expect(client.validateKeys()).resolves.toEqual({ status: "activated" })
      })
    } finally {
      if (before === undefined) {
        delete process.env.HTTP_PROXY
      } else {
        process.env.HTTP_PROXY = before
      }
    }
  })
})
