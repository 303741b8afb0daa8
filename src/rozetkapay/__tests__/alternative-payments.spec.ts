import type { CreateAlternativePaymentRequest, RozetkaPayClient } from "../client"
import { readAlternativeCallback } from "../webhook/alternative-callback"
import { type Answer, dropConnection, withGateway } from "./local-gateway"
import { loadRequestCheck } from "./openapi-document"

const problemsOf = loadRequestCheck()

const CODE = "777123"
const IP_ADDRESS = "203.0.113.7"

const byBlik: CreateAlternativePaymentRequest = {
  provider: "imoje",
  externalId: "payses_1",
  amount: "149.90",
  currency: "PLN",
  description: "Koszula × 2",
  products: [{ name: "Koszula", quantity: 2, price: "74.95" }],
  callbackUrl: "https://shop.example/callback",
  resultUrl: "https://shop.example/return",
  customer: {
    firstName: "Anna",
    lastName: "Nowak",
    email: "anna@shop.example",
    phone: "",
    ipAddress: IP_ADDRESS,
    paymentMethod: { type: "blik", code: CODE },
  },
  metadata: { medusa_session: "payses_1" },
}
const { paymentMethod: _, ...customer } = byBlik.customer
const byTransfer: CreateAlternativePaymentRequest = {
  ...byBlik,
  provider: "przelewy24",
  customer: { ...customer, country: "PL" },
}
const refund = { externalId: "payses_1", amount: "10.10", currency: "PLN" }
const answer: Answer = {
  body: { id: "12345678901234567890", external_id: "payses_1", details: { status: "pending" } },
}

type Case = {
  title: string
  call: (client: RozetkaPayClient) => Promise<unknown>
  url: string
  body: string
  schema?: string
}

const cases: Case[] = [
  {
    title: "a payment by a BLIK code",
    call: ({ alternative }) => alternative.create(byBlik),
    url: "/api/alternative-payments/v1/create",
    body:
      '{"provider":"imoje","external_id":"payses_1","amount":149.90,"currency":"PLN",' +
      '"description":"Koszula × 2","products":[{"name":"Koszula","quantity":2,"price":74.95}],' +
      '"result_url":"https://shop.example/return","callback_url":"https://shop.example/callback",' +
      '"customer":{"first_name":"Anna","last_name":"Nowak","email":"anna@shop.example",' +
      `"ip_address":"${IP_ADDRESS}","payment_method":{"type":"blik","blik":{"blik_code":"${CODE}"}}},` +
      '"metadata":{"medusa_session":"payses_1"}}',
    schema: "CreateAlternativePayment",
  },
  {
    title: "a lease, which names its method alone",
    call: ({ alternative }) =>
      alternative.create({
        ...byTransfer,
        provider: "leaselink",
        products: [],
        customer: { phone: "+48500100200", paymentMethod: { type: "leasing" } },
      }),
    url: "/api/alternative-payments/v1/create",
    body:
      '{"provider":"leaselink","external_id":"payses_1","amount":149.90,"currency":"PLN",' +
      '"description":"Koszula × 2","products":[],' +
      '"result_url":"https://shop.example/return","callback_url":"https://shop.example/callback",' +
      '"customer":{"phone":"+48500100200","payment_method":{"type":"leasing"}},' +
      '"metadata":{"medusa_session":"payses_1"}}',
    schema: "CreateAlternativePayment",
  },
  {
    title: "a refund of a part, with its lines",
    call: ({ alternative }) =>
      alternative.refund({
        ...refund,
        callbackUrl: "https://shop.example/callback",
        products: [
          { externalId: "line_1", name: "Koszula", quantity: 1, price: "10.10", taxGroup: 1 },
        ],
      }),
    url: "/api/alternative-payments/v1/refund",
    body:
      '{"external_id":"payses_1","amount":10.10,"currency":"PLN",' +
      '"callback_url":"https://shop.example/callback",' +
      '"products":[{"external_id":"line_1","name":"Koszula","quantity":1,"price":10.10,"tax_group":1}]}',
    schema: "RefundPPayRequest",
  },
  {
    title: "what became of a payment",
    call: ({ alternative }) => alternative.info({ externalId: "payses_1" }),
    url: "/api/alternative-payments/v1/info?external_id=payses_1",
    body: "",
  },
  {
    title: "what became of one operation",
    call: ({ alternative }) =>
      alternative.operationInfo({ externalId: "payses_1", operationId: "op 1" }),
    url: "/api/alternative-payments/v1/info/operation?external_id=payses_1&operation_id=op+1",
    body: "",
  },
  {
    title: "a callback once more",
    call: ({ alternative }) =>
      alternative.resendCallback({ externalId: "payses_1", operation: "refund" }),
    url: "/api/alternative-payments/v1/callback/resend",
    body: '{"external_id":"payses_1","operation":"refund"}',
    schema: "ResendAlternativePaymentCallbackRequest",
  },
]

describe("alternative payments on the wire", () => {
  test.each(cases)("$title", async ({ call, url, body, schema }) => {
    await withGateway([answer], async (client, { requests }) => {
      await call(client)
      expect(requests).toMatchObject([{ url, body }])
      if (problemsOf && schema) expect(problemsOf(schema, body)).toEqual([])
    })
  })

  test.each([
    ["a code of five digits", { code: "12345" }],
    ["a code of letters", { code: "12a456" }],
    ["no code", { code: "" }],
  ])("%s is refused before anything is sent, and not repeated", async (_, { code }) => {
    await withGateway([answer], async ({ alternative }, { requests }) => {
      const request = {
        ...byBlik,
        customer: { ...byBlik.customer, paymentMethod: { type: "blik" as const, code } },
      }
      const error: unknown = await alternative.create(request).catch((thrown: unknown) => thrown)
      expect(error).toMatchObject({ kind: "rejected", code: "invalid_request_body" })
      if (code !== "") expect(String(error)).not.toContain(code)
      expect(requests).toHaveLength(0)
    })
  })
})

describe("when a request fails", () => {
  test("a page is asked for again after a lost answer; BLIK, where the bank may have asked, and a refund are not", async () => {
    await withGateway([dropConnection, answer], async ({ alternative }, { requests }) => {
      await expect(alternative.create(byTransfer)).resolves.toMatchObject({
        externalId: "payses_1",
      })
      expect(requests).toHaveLength(2)
    })
    const once: ((client: RozetkaPayClient) => Promise<unknown>)[] = [
      ({ alternative }) => alternative.create(byBlik),
      ({ alternative }) => alternative.refund(refund),
      ({ alternative }) => alternative.resendCallback({ externalId: "payses_1" }),
    ]
    for (const call of once) {
      await withGateway([dropConnection, answer], async (client, { requests }) => {
        await expect(call(client)).rejects.toMatchObject({ mayHaveHappened: true })
        expect(requests).toHaveLength(1)
      })
    }
  })

  test("neither an error nor the log repeats a BLIK code", async () => {
    const repeated = { code: `code_${CODE}`, param: CODE, error_id: `1${CODE}1`, type: "api_error" }
    await withGateway([{ status: 400, body: repeated }], async ({ alternative }, _, exchanges) => {
      const error: unknown = await alternative.create(byBlik).catch((thrown: unknown) => thrown)
      expect(error).toMatchObject({ kind: "rejected", code: null, param: null, errorId: null })
      expect(JSON.stringify([error, String(error), exchanges])).not.toContain(CODE)
    })
  })

  test.each([
    "data_not_found",
    "transaction_not_found",
  ])("%s of a payment that nobody has paid yet is nothing, and no failure", async (code) => {
    await withGateway([{ status: 400, body: { code } }], async ({ alternative }) => {
      expect(await alternative.info({ externalId: "payses_1" })).toBeNull()
      const one = { externalId: "payses_1", operationId: "op_1" }
      expect(await alternative.operationInfo(one)).toBeNull()
    })
  })
})

describe("what RozetkaPay answers", () => {
  test("of a payment that was started: where the shopper goes on, which stands in the details", async () => {
    const page = { type: "url", value: "https://bank.example/pay" }
    const body = {
      id: "12345678901234567890",
      external_id: "payses_1",
      details: {
        method: "create",
        operation_id: "op_1",
        amount: 149.9,
        currency: "PLN",
        status: "pending",
        status_code: "waiting_for_redirect",
        action_required: true,
        action: page,
        payment_method_type: "blik_paylater",
        one_stage: true,
        payload: "not kept",
      },
    }
    await withGateway([{ body }], async ({ alternative }) => {
      expect(await alternative.create(byTransfer)).toMatchObject({
        id: "12345678901234567890",
        action: page,
        details: {
          operationId: "op_1",
          amount: "149.9",
          status: "pending",
          paymentMethodType: "blik_paylater",
          oneStage: true,
        },
      })
    })
  })

  test("of a payment's ledger: its operations, whether it is a list or a single one", async () => {
    const paid = { operation_id: "op_1", status: "success", amount: "149.90", currency: "PLN" }
    for (const purchase_details of [[paid], paid]) {
      const body = { external_id: "payses_1", amount: "149.90", purchased: true, purchase_details }
      await withGateway([{ body }], async ({ alternative }) => {
        expect(await alternative.info({ externalId: "payses_1" })).toMatchObject({
          amount: "149.9",
          purchased: true,
          refunded: null,
          purchaseDetails: [{ operationId: "op_1", status: "success" }],
          refundDetails: [],
        })
      })
    }
  })

  test("by a callback: the same, and a page beside the details as payments in instalments have it", () => {
    const page = { type: "url", value: "https://bank.example/pay" }
    const body = { external_id: "payses_1", is_success: true, action: page, details: null }
    const read = readAlternativeCallback(Buffer.from(JSON.stringify(body)))
    expect(read).toMatchObject({ externalId: "payses_1", action: page, details: null })
    for (const bytes of ["", "[]", "{}", "null", '"x"', "\xff"]) {
      expect(() => readAlternativeCallback(Buffer.from(bytes, "latin1"))).toThrow(
        /not JSON that describes/,
      )
    }
  })
})
