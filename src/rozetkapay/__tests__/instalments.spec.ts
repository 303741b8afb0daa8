import type { CreatePayPartsOrderRequest, RozetkaPayClient } from "../client"
import { readPayPartsCallback } from "../webhook/payparts-callback"
import { type Answer, dropConnection, withGateway } from "./local-gateway"
import { loadRequestCheck } from "./openapi-document"

const problemsOf = loadRequestCheck()

const order: CreatePayPartsOrderRequest = {
  bankName: "monobank",
  mode: "direct",
  externalId: "payses_1",
  amount: "1319.90",
  currency: "UAH",
  partsCount: 4,
  description: "Сорочка × 2",
  autoConfirmAfterSuccess: false,
  products: [
    {
      externalId: "line_1",
      name: "Сорочка",
      quantity: 2,
      price: "659.95",
      categoryName: "Одяг",
      taxGroup: 1,
    },
  ],
  resultUrl: "https://shop.example/return",
  callbackUrl: "https://shop.example/callback",
  customer: { firstName: "Олена", lastName: "Коваль", phone: "+380501234567", email: "" },
  metadata: { medusa_session: "payses_1" },
}
const reference = { externalId: "payses_1" }
const answer: Answer = {
  body: { id: "12345678901234567890", external_id: "payses_1", details: { status: "pending" } },
}

type Case = {
  title: string
  call: (client: RozetkaPayClient) => Promise<unknown>
  url: string
  body: string
  schema?: string
  answer?: Answer
}

const cases: Case[] = [
  {
    title: "an order, whose amounts are exact numbers",
    call: ({ payparts }) => payparts.createOrder(order),
    url: "/api/payparts/v1/order/create",
    body:
      '{"bank_name":"monobank","mode":"direct","external_id":"payses_1","amount":1319.90,' +
      '"currency":"UAH","parts_count":4,"description":"Сорочка × 2","auto_confirm_after_success":false,' +
      '"products":[{"external_id":"line_1","name":"Сорочка","quantity":2,"price":659.95,' +
      '"category_name":"Одяг","tax_group":1}],"result_url":"https://shop.example/return",' +
      '"callback_url":"https://shop.example/callback","customer":{"first_name":"Олена",' +
      '"last_name":"Коваль","phone":"+380501234567"},"metadata":{"medusa_session":"payses_1"}}',
    schema: "CreatePayPartsOrder",
  },
  {
    title: "an order with a card's token and its delivery",
    call: ({ payparts }) =>
      payparts.createOrder({
        ...order,
        bankName: "oschadbank",
        mode: "hosted",
        products: [],
        customer: {
          firstName: "Олена",
          lastName: "Коваль",
          paymentMethod: { type: "cc_token", token: "tok_12345678" },
        },
        deliveries: [{ city: "Київ", isOtherPerson: true, otherPerson: { lastName: "Ткач" } }],
        metadata: undefined,
      }),
    url: "/api/payparts/v1/order/create",
    body:
      '{"bank_name":"oschadbank","mode":"hosted","external_id":"payses_1","amount":1319.90,' +
      '"currency":"UAH","parts_count":4,"description":"Сорочка × 2","auto_confirm_after_success":false,' +
      '"result_url":"https://shop.example/return","callback_url":"https://shop.example/callback",' +
      '"customer":{"first_name":"Олена","last_name":"Коваль","payment_method":{"type":"cc_token",' +
      '"cc_token":{"token":"tok_12345678"}}},"deliveries":[{"city":"Київ","is_other_person":true,' +
      '"other_person":{"last_name":"Ткач"}}]}',
    schema: "CreatePayPartsOrder",
  },
  {
    title: "a confirm, which has no amount",
    call: ({ payparts }) =>
      payparts.confirmOrder({ ...reference, callbackUrl: "https://shop.example/c" }),
    url: "/api/payparts/v1/order/confirm",
    body: '{"external_id":"payses_1","callback_url":"https://shop.example/c"}',
    schema: "ConfirmPayPartsRequest",
  },
  {
    title: "a cancel, which has none either",
    call: ({ payparts }) => payparts.cancelOrder(reference),
    url: "/api/payparts/v1/order/cancel",
    body: '{"external_id":"payses_1"}',
    schema: "CancelPayPartsRequest",
  },
  {
    title: "a refund of a part, with its lines",
    call: ({ payparts }) =>
      payparts.refund({
        ...reference,
        amount: "10.10",
        currency: "UAH",
        products: [{ name: "Сорочка", quantity: 1, price: "10.10" }],
      }),
    url: "/api/payparts/v1/refund",
    body:
      '{"external_id":"payses_1","amount":10.10,"currency":"UAH",' +
      '"products":[{"name":"Сорочка","quantity":1,"price":10.10}]}',
    schema: "RefundPPayRequest",
  },
  {
    title: "a waiting refund, tried again",
    call: ({ payparts }) => payparts.retryRefund(reference),
    url: "/api/payparts/v1/refund/retry",
    body: '{"external_id":"payses_1"}',
    schema: "RetryRefundPPayRequest",
  },
  {
    title: "a waiting refund, given up",
    call: ({ payparts }) => payparts.cancelRefund(reference),
    url: "/api/payparts/v1/refund/cancel",
    body: '{"external_id":"payses_1"}',
    schema: "CancelRefundPPayRequest",
  },
  {
    title: "what became of an order",
    call: ({ payparts }) => payparts.info(reference),
    url: "/api/payparts/v1/info?external_id=payses_1",
    body: "",
  },
  {
    title: "what became of one operation",
    call: ({ payparts }) => payparts.operationInfo({ ...reference, operationId: "op 1" }),
    url: "/api/payparts/v1/info/operation?external_id=payses_1&operation_id=op+1",
    body: "",
  },
  {
    title: "the banks, with what they cost",
    call: ({ payparts }) => payparts.banks(),
    url: "/api/payparts/v1/banks/info?include_fees=true",
    body: "",
    answer: { body: [] },
  },
  {
    title: "a callback once more",
    call: ({ payparts }) => payparts.resendCallback({ ...reference, operation: "refund" }),
    url: "/api/payparts/v1/callback/resend",
    body: '{"external_id":"payses_1","operation":"refund"}',
    schema: "ResendCallbackRequest",
    answer: { status: 204 },
  },
]

describe("instalments on the wire", () => {
  test.each(cases)("$title", async ({ call, url, body, schema, answer: own = answer }) => {
    await withGateway([own], async (client, { requests }) => {
      await call(client)
      expect(requests).toMatchObject([{ url, body }])
      if (problemsOf && schema) expect(problemsOf(schema, body)).toEqual([])
    })
  })

  test("what the gateway could misread is refused before anything is sent", async () => {
    await withGateway([answer], async ({ payparts }, { requests }) => {
      for (const [change, param] of [
        [{ bankName: "" }, "bank_name"],
        [{ amount: "1e3" }, "amount"],
        [{ customer: { firstName: "Олена", lastName: "" } }, "customer.last_name"],
      ] as const) {
        const error: unknown = await payparts
          .createOrder({ ...order, ...change })
          .catch((thrown: unknown) => thrown)
        expect(error).toMatchObject({ kind: "rejected", code: "invalid_request_body", param })
      }
      expect(requests).toHaveLength(0)
    })
  })

  test("after a lost answer the customer is asked again, and money is not moved again", async () => {
    await withGateway([dropConnection, answer], async ({ payparts }, { requests }) => {
      expect(await payparts.createOrder(order)).toMatchObject({ id: "12345678901234567890" })
      expect(requests).toHaveLength(2)
    })
    await withGateway([dropConnection, answer], async ({ payparts }, { requests }) => {
      const refund = payparts.refund({ ...reference, amount: "10.10" })
      await expect(refund).rejects.toMatchObject({ kind: "outcome_unknown" })
      expect(requests).toHaveLength(1)
    })
  })
})

describe("instalments as they are answered", () => {
  test("an order's ledger, whose purchase is one object, and whose lists may be null", async () => {
    const body = {
      external_id: "payses_1",
      amount: "1319.90",
      currency: "UAH",
      purchased: true,
      purchase_details: {
        method: "create",
        status: "success",
        amount: 1319.9,
        bank_key: "monobank",
      },
      confirmation_details: null,
      refund_details: [{ method: "refund", status: "pending", amount: "10.10" }],
      customer: { phone: "+380501234567" },
    }
    await withGateway([{ body }], async ({ payparts }) => {
      const info = await payparts.info(reference)
      expect(info).toMatchObject({
        amount: "1319.9",
        purchased: true,
        confirmed: null,
        purchaseDetails: [{ method: "create", amount: "1319.9", bankKey: "monobank" }],
        confirmationDetails: [],
        cancellationDetails: [],
        refundDetails: [{ status: "pending", amount: "10.1" }],
      })
      expect(JSON.stringify(info)).not.toContain("+380501234567")
    })
  })

  test("an order that nobody knows, and an operation that there is not, are none", async () => {
    for (const code of ["data_not_found", "transaction_not_found"]) {
      await withGateway([{ status: 400, body: { code } }], async ({ payparts }) => {
        expect(await payparts.info(reference)).toBeNull()
        expect(await payparts.operationInfo({ ...reference, operationId: "op" })).toBeNull()
      })
    }
  })

  test("a bank that can't be read hides no other, and what is no list is no answer", async () => {
    const body = [
      {
        name: "monobank",
        available_periods: [3, "4", 6],
        limits: { min_amount: 500.5 },
        periods: [{ period: 3, fee: 3.3 }],
      },
      { product_name: "без ключа" },
      null,
      { name: "abank", available_periods: null, limits: null, logo_url: "javascript:alert(1)" },
    ]
    await withGateway([{ body }], async ({ payparts }) => {
      expect(await payparts.banks()).toEqual([
        {
          name: "monobank",
          productName: null,
          logoUrl: null,
          availablePeriods: [3, 6],
          periods: [{ period: 3, fee: "3.3" }],
          minAmount: "500.5",
          maxAmount: null,
        },
        {
          name: "abank",
          productName: null,
          logoUrl: null,
          availablePeriods: [],
          periods: [],
          minAmount: null,
          maxAmount: null,
        },
      ])
    })
    await withGateway([{ body: { banks: [] } }], async ({ payparts }) => {
      await expect(payparts.banks()).rejects.toMatchObject({ kind: "malformed" })
    })
  })

  test("a callback says what it is about by its method; what is no JSON of an order is malformed", () => {
    const body = { external_id: "payses_1", details: { method: "confirm", status: "success" } }
    expect(readPayPartsCallback(Buffer.from(JSON.stringify(body)))).toMatchObject({
      externalId: "payses_1",
      isSuccess: false,
      details: { method: "confirm", status: "success" },
    })
    for (const text of ["", "[]", "{}", '{"purchased":true}', "\xff"]) {
      expect(() => readPayPartsCallback(Buffer.from(text, "latin1"))).toThrow(
        "can not be understood",
      )
    }
  })
})
