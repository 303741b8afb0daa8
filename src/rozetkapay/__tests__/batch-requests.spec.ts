import type { CreateBatchRequest, DirectBatchRequest, RozetkaPayClient } from "../client"
import { direct, TOKEN } from "./card-samples"
import { type Answer, dropConnection, withGateway } from "./local-gateway"
import { loadRequestCheck } from "./openapi-document"

const problemsOf = loadRequestCheck()

const KEY_A = "seller-key-olena-6f1e3a"
const KEY_B = "seller-key-taras-0b9c77"

const batch = {
  batchExternalId: "payses_1",
  currency: "UAH",
  confirm: false,
  callbackUrl: "https://shop.example/callback",
  resultUrl: "https://shop.example/return",
  metadata: { medusa_session: "payses_1" },
  payload: "whole",
  orders: [
    {
      apiKey: KEY_A,
      externalId: "payses_1-0000000a",
      amount: "1249.90",
      description: "Olena",
      payload: "hers",
      unifiedExternalId: "payses_1",
      initRecurrent: true,
      products: [{ name: "Shirt", quantity: "1", netAmount: "1249.90", taxGroup: 2 }],
    },
    { apiKey: KEY_B, externalId: "payses_1-0000000b", amount: "0.10", description: "Taras" },
  ],
}
const hosted: CreateBatchRequest = {
  ...batch,
  mode: "hosted",
  customer: { email: "olena@shop.example" },
  checkoutTtlMinutes: 30,
}
const { customer } = direct()
const paidHere: DirectBatchRequest = { ...batch, mode: "direct", customer }
const answer: Answer = { body: { batch_external_id: "payses_1", order_details: [] } }
const ofOlena = { apiKey: KEY_A, externalId: "payses_1-0000000a" }

type Case = {
  title: string
  call: (client: RozetkaPayClient) => Promise<unknown>
  method?: string
  url: string
  body: string
  schema?: string
  answer?: Answer
}

const cases: Case[] = [
  {
    title: "a batch on RozetkaPay's page",
    call: ({ batch }) => batch.create(hosted),
    url: "/api/payments/batch/v1/new",
    body:
      '{"batch_external_id":"payses_1","currency":"UAH","mode":"hosted","confirm":false,"orders":[' +
      `{"api_key":"${KEY_A}","amount":1249.90,"external_id":"payses_1-0000000a",` +
      '"description":"Olena","products":[{"name":"Shirt","quantity":"1","net_amount":"1249.90",' +
      '"tax_group":2}],"unified_external_id":"payses_1","payload":"hers","init_recurrent":true},' +
      `{"api_key":"${KEY_B}","amount":0.10,"external_id":"payses_1-0000000b",` +
      '"description":"Taras"}],"callback_url":"https://shop.example/callback",' +
      '"result_url":"https://shop.example/return","customer":{"email":"olena@shop.example"},' +
      '"checkout_ttl":30,"metadata":{"medusa_session":"payses_1"},"payload":"whole"}',
    schema: "CreateBatchPaymentRequest",
  },
  {
    title: "two sellers' parts taken, one of them in part",
    call: ({ batch }) =>
      batch.confirm({
        batchExternalId: "payses_1",
        currency: "UAH",
        orders: [
          { ...ofOlena, amount: "100.00" },
          { apiKey: KEY_B, externalId: "payses_1-b" },
        ],
        callbackUrl: "https://shop.example/callback",
      }),
    url: "/api/payments/batch/v1/confirm",
    body:
      '{"batch_external_id":"payses_1","currency":"UAH","orders":[' +
      `{"api_key":"${KEY_A}","external_id":"payses_1-0000000a","amount":100.00},` +
      `{"api_key":"${KEY_B}","external_id":"payses_1-b"}],` +
      '"callback_url":"https://shop.example/callback"}',
    schema: "ConfirmBatchPaymentRequest",
  },
  {
    title: "all of a batch taken",
    call: ({ batch }) => batch.confirm({ batchExternalId: "payses_1", currency: "UAH" }),
    url: "/api/payments/batch/v1/confirm",
    body: '{"batch_external_id":"payses_1","currency":"UAH"}',
    schema: "ConfirmBatchPaymentRequest",
  },
  {
    // Section "Cancel batch acquiring payment" of the document.
    title: "a batch cancelled as a whole",
    call: ({ batch }) => batch.cancel({ batchExternalId: "payses_1", payload: "left" }),
    url: "/api/payments/batch/v1/cancel",
    body: '{"batch_external_id":"payses_1","payload":"left"}',
    schema: "CancelBatchPaymentRequest",
  },
  {
    title: "one seller's part canceled",
    call: ({ batch }) => batch.cancelOrder({ ...ofOlena, amount: "10.00", currency: "UAH" }),
    url: "/api/payments/v1/cancel",
    body: '{"external_id":"payses_1-0000000a","amount":10.00,"currency":"UAH"}',
    schema: "CancelPaymentRequest",
  },
  {
    title: "one seller's money returned",
    call: ({ batch }) => batch.refundOrder({ ...ofOlena, amount: "0.05", currency: "UAH" }),
    url: "/api/payments/v1/refund",
    body: '{"external_id":"payses_1-0000000a","amount":0.05,"currency":"UAH"}',
    schema: "CancelPaymentRequest",
  },
  {
    title: "one seller's callback once more",
    call: ({ batch }) => batch.resendOrderCallback({ ...ofOlena, operation: "payment" }),
    url: "/api/payments/v1/callback/resend",
    body: '{"external_id":"payses_1-0000000a","operation":"payment"}',
    schema: "ResendCallbackRequest",
    answer: { status: 204 },
  },
  {
    title: "one seller's ledger read",
    call: ({ batch }) => batch.orderInfo(ofOlena),
    method: "GET",
    url: "/api/payments/v1/info?external_id=payses_1-0000000a",
    body: "",
  },
]

describe("what RozetkaPay receives about a payment to several sellers", () => {
  test.each(cases)("$title, to the last digit", async (expected) => {
    const body = { ...Object(answer.body), external_id: "payses_1-0000000a" }
    await withGateway([expected.answer ?? { body }], async (client, { requests }, exchanges) => {
      await expected.call(client)
      const { url, body, method = "POST" } = expected
      expect(requests).toMatchObject([{ method, url, body }])
      expect(requests[0]?.headers["x-on-behalf-of"]).toBeUndefined()
      const { schema } = expected
      expect(schema ? (problemsOf?.(schema, body) ?? []) : []).toEqual([])
      expect(exchanges).toMatchObject([{ outcome: "ok" }])
      expect(JSON.stringify(exchanges)).not.toMatch(new RegExp(`${KEY_A}|${KEY_B}`))
    })
  })

  test("a card given in the store goes with the batch, without a page's life span", async () => {
    await withGateway([answer], async (client, { requests }) => {
      await client.batch.create(paidHere)
      const body = requests[0]?.body ?? ""
      expect(JSON.parse(body)).toMatchObject({
        mode: "direct",
        customer: { payment_method: { type: "cc_token", cc_token: { token: TOKEN } } },
      })
      expect(body).not.toContain("checkout_ttl")
      expect(problemsOf?.("CreateBatchPaymentRequest", body) ?? []).toEqual([])
    })
  })

  const order = batch.orders[1]
  const orders = (count: number, more = {}) =>
    Array.from({ length: count }, (_, n) => ({
      apiKey: KEY_A,
      externalId: `payses_1-${n}`,
      amount: "1.00",
      description: "Olena",
      ...more,
    }))
  const whole = { batchExternalId: "payses_1", currency: "UAH" }

  test.each<[string, (client: RozetkaPayClient) => Promise<unknown>, string]>([
    ["no seller", ({ batch }) => batch.create({ ...hosted, orders: [] }), "orders"],
    ["eleven sellers", ({ batch }) => batch.create({ ...hosted, orders: orders(11) }), "orders"],
    [
      "two orders of one name",
      ({ batch }) => batch.create({ ...hosted, orders: order ? [order, order] : [] }),
      "orders.external_id",
    ],
    [
      "two series in one payment",
      ({ batch }) => batch.create({ ...hosted, orders: orders(2, { initRecurrent: true }) }),
      "orders.init_recurrent",
    ],
    [
      "a seller without a key",
      ({ batch }) => batch.create({ ...hosted, orders: orders(1, { apiKey: "" }) }),
      "orders.api_key",
    ],
    [
      "an order without a description",
      ({ batch }) => batch.create({ ...hosted, orders: orders(1, { description: "" }) }),
      "orders.description",
    ],
    [
      "an amount that is no plain decimal",
      ({ batch }) => batch.create({ ...hosted, orders: orders(1, { amount: "1,00" }) }),
      "amount",
    ],
    [
      "a capture of no order, which may be read as one of all",
      ({ batch }) => batch.confirm({ ...whole, orders: [] }),
      "orders",
    ],
    [
      "a capture of an empty amount, which may be read as all of it",
      ({ batch }) => batch.confirm({ ...whole, orders: [{ ...ofOlena, amount: "" }] }),
      "amount",
    ],
    [
      "a cancellation of no batch",
      ({ batch }) => batch.cancel({ batchExternalId: "" }),
      "batch_external_id",
    ],
  ])("%s is refused before anything is sent", async (_, call, param) => {
    await withGateway([{}], async (client, { requests }) => {
      const error = await call(client).catch((thrown: unknown) => thrown)
      expect(error).toMatchObject({ kind: "rejected", param, httpStatus: null })
      expect(requests).toHaveLength(0)
    })
  })
})

describe("when a request about several sellers fails", () => {
  test("a page is asked for again after a lost answer; a charge, a capture and a cancellation are not", async () => {
    await withGateway([dropConnection, answer], async ({ batch }, { requests }) => {
      await expect(batch.create(hosted)).resolves.toMatchObject({ batchExternalId: "payses_1" })
      expect(requests).toHaveLength(2)
    })
    const once: ((client: RozetkaPayClient) => Promise<unknown>)[] = [
      ({ batch }) => batch.create(paidHere),
      ({ batch }) => batch.confirm({ batchExternalId: "payses_1", currency: "UAH" }),
      ({ batch }) => batch.cancel({ batchExternalId: "payses_1" }),
      ({ batch }) => batch.refundOrder(ofOlena),
      ({ batch }) => batch.cancelOrder(ofOlena),
    ]
    for (const call of once) {
      await withGateway([dropConnection, answer], async (client, { requests }) => {
        await expect(call(client)).rejects.toMatchObject({ mayHaveHappened: true })
        expect(requests).toHaveLength(1)
      })
    }
  })

  test("no error repeats a seller's key or the shopper's card token", async () => {
    const repeated = { code: KEY_A, param: TOKEN, error_id: KEY_B, type: "payment_error" }
    await withGateway([{ status: 400, body: repeated }], async ({ batch }) => {
      const error: unknown = await batch.create(paidHere).catch((thrown: unknown) => thrown)
      expect(error).toMatchObject({ kind: "rejected", code: null, param: null, errorId: null })
      expect(JSON.stringify(error)).not.toMatch(new RegExp(`${KEY_A}|${KEY_B}|${TOKEN}`))
    })
  })
})

describe("whose an order of a batch is, which RozetkaPay does not publish", () => {
  const refused = (code: string, status = 400): Answer => ({ status, body: { code } })
  const refund: Answer = { body: { external_id: ofOlena.externalId, operation: "refund" } }

  test("an order that the platform does not reach by itself is asked for in the seller's name, from then on at once", async () => {
    const answers = [refused("transaction_not_found"), refund, refund]
    await withGateway(answers, async ({ batch }, { requests }) => {
      await expect(batch.refundOrder(ofOlena)).resolves.toMatchObject({ operation: "refund" })
      await batch.refundOrder(ofOlena)
      const named = requests.map(({ headers }) => headers["x-on-behalf-of"])
      expect(named).toEqual([undefined, KEY_A, KEY_A])
    })
  })

  test("an order that nobody has paid yet shows nothing in either way", async () => {
    const answers = [refused("data_not_found"), refused("data_not_found")]
    await withGateway(answers, async ({ batch }, { requests }) => {
      await expect(batch.orderInfo(ofOlena)).resolves.toBeNull()
      expect(requests).toHaveLength(2)
    })
  })

  test("a platform that may not act for a seller learns nothing wrong from being told so", async () => {
    const answers = [refused("data_not_found"), refused("access_not_allowed", 403)]
    await withGateway(answers, async ({ batch }) => {
      await expect(batch.orderInfo(ofOlena)).resolves.toBeNull()
    })
  })

  test("a refund that was refused for its amount is not tried in another way", async () => {
    const answers = [refused("incorrect_refund_sum_or_currency"), refund]
    await withGateway(answers, async ({ batch }, { requests }) => {
      await expect(batch.refundOrder(ofOlena)).rejects.toMatchObject({ kind: "rejected" })
      expect(requests).toHaveLength(1)
    })
  })

  test("wrong keys are said to be wrong", async () => {
    await withGateway([refused("authorization_failed", 401)], async ({ batch }, { requests }) => {
      await expect(batch.orderInfo(ofOlena)).rejects.toMatchObject({ isWrongKeys: true })
      expect(requests).toHaveLength(1)
    })
  })
})
