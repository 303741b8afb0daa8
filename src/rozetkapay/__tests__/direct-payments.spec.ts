import { type CardLookupRequest, type CustomerPaymentMethod, recurrentIdOf } from "../client"
import { byCardToken, direct, OPTION_ID, RECURRENT_ID, recurrent, TOKEN } from "./card-samples"
import { type Answer, dropConnection, withGateway } from "./local-gateway"
import { loadRequestCheck } from "./openapi-document"

const paid: Answer = {
  body: { id: "1", external_id: "payses_1", is_success: true, details: { status: "success" } },
}
const browser = {
  browser_accept_header: "text/html,*/*;q=0.8",
  browser_color_depth: "24",
  browser_ip_address: "192.0.2.1",
  browser_java_enabled: "false",
  browser_language: "uk-UA",
  browser_screen_height: "1080",
  browser_screen_width: "1920",
  browser_time_zone: "Europe/Kyiv",
  browser_time_zone_offset: "-180",
  browser_user_agent: "Mozilla/5.0 (X11; Linux x86_64)",
}
const problemsOf = loadRequestCheck()

const methods: [string, CustomerPaymentMethod, object][] = [
  [
    "a card's token",
    byCardToken,
    { type: "cc_token", cc_token: { token: TOKEN, use_3ds_flow: true, save_to_wallet: true } },
  ],
  [
    "Google Pay",
    { type: "google_pay", token: TOKEN },
    { type: "google_pay", google_pay: { token: TOKEN } },
  ],
  [
    "Apple Pay without 3-D Secure",
    { type: "apple_pay", token: TOKEN, use3dsFlow: false },
    { type: "apple_pay", apple_pay: { token: TOKEN, use_3ds_flow: false } },
  ],
  [
    "a saved card",
    { type: "wallet", optionId: OPTION_ID },
    { type: "wallet", wallet: { option_id: OPTION_ID } },
  ],
]

describe("a payment without leaving the store", () => {
  test.each(
    methods,
  )("by %s: the token and the browser, amounts to the digit", async (_, method, wire) => {
    await withGateway([paid], async (client, { requests }, exchanges) => {
      await client.payments.create(direct(method))
      const body = requests[0]?.body ?? ""
      expect(requests[0]).toMatchObject({ method: "POST", url: "/api/payments/v1/new" })
      expect(body).toContain('"amount":1249.90,')
      expect(JSON.parse(body)).toStrictEqual({
        external_id: "payses_1",
        amount: 1249.9,
        currency: "UAH",
        mode: "direct",
        confirm: false,
        callback_url: "https://shop.example/callback",
        result_url: "https://shop.example/return",
        init_recurrent_payment: true,
        customer: {
          email: "olena@shop.example",
          external_id: "cus_1",
          ip_address: "192.0.2.1",
          payment_method: wire,
          fingerprint: browser,
        },
      })
      expect(problemsOf?.("CreatePaymentRequestDev", body) ?? []).toEqual([])
      expect(exchanges).toMatchObject([{ operation: "create", outcome: "ok" }])
    })
  })

  test("whatever a careless caller adds to a token stays in the store", async () => {
    const careless = { ...byCardToken, cc: { number: "4242424242424242", cvv: "123" }, cvv: "123" }
    await withGateway([paid], async (client, { requests }) => {
      await client.payments.create(direct(careless))
      expect(requests[0]?.body).not.toMatch(/4242424242424242|cvv/)
    })
  })

  test.each<[string, () => CustomerPaymentMethod, string]>([
    [
      "a card number in place of the token",
      () => ({ type: "cc_token", token: "4242 4242-42424242" }),
      "customer.payment_method.cc_token.token",
    ],
    [
      "an empty token",
      () => ({ type: "google_pay", token: "" }),
      "customer.payment_method.google_pay.token",
    ],
    [
      "a saved card without its id",
      () => ({ type: "wallet", optionId: "" }),
      "customer.payment_method.wallet.option_id",
    ],
    [
      "a whole card",
      () => JSON.parse('{"type":"cc_number","cc":{"number":"4242424242424242"}}'),
      "customer.payment_method.type",
    ],
    [
      "a decrypted Apple Pay payload",
      () => JSON.parse('{"type":"decrypted_apple_pay","decrypted_apple_pay":{}}'),
      "customer.payment_method.type",
    ],
  ])("%s is refused before anything is sent", async (_, method, param) => {
    await withGateway([paid], async (client, { requests }) => {
      const error = await client.payments
        .create(direct(method()))
        .catch((thrown: unknown) => thrown)
      expect(error).toMatchObject({ kind: "rejected", code: "invalid_request_body", param })
      expect(JSON.stringify(error)).not.toContain("4242")
      expect(requests).toHaveLength(0)
    })
  })

  test.each<[string, CustomerPaymentMethod]>([
    ["a saved card", { type: "wallet", optionId: OPTION_ID }],
    ["a card to be saved", byCardToken],
  ])("%s of nobody in particular is not sent", async (_, method) => {
    await withGateway([paid], async (client, { requests }) => {
      const request = direct(method)
      const nobody = { ...request, customer: { ...request.customer, externalId: undefined } }
      await expect(client.payments.create(nobody)).rejects.toMatchObject({
        kind: "rejected",
        param: "customer.external_id",
      })
      expect(requests).toHaveLength(0)
    })
  })

  test("a guest may pay by a token that is not to be saved", async () => {
    await withGateway([paid], async (client, { requests }) => {
      const request = direct({ type: "cc_token", token: TOKEN })
      const customer = { ...request.customer, externalId: undefined, fingerprint: undefined }
      await client.payments.create({ ...request, customer })
      expect(JSON.parse(requests[0]?.body ?? "").customer).toStrictEqual({
        email: "olena@shop.example",
        ip_address: "192.0.2.1",
        payment_method: { type: "cc_token", cc_token: { token: TOKEN } },
      })
    })
  })

  test("a decline comes with its code and words, 3-D Secure with its page", async () => {
    const declined = {
      id: "1",
      operation: "payment",
      is_success: false,
      details: {
        status: "failure",
        status_code: "a_code_of_tomorrow",
        status_description: "Недостатньо коштів",
      },
      action: null,
      payment_method: { type: "card", cc_token: null },
    }
    const challenge = {
      id: "2",
      is_success: true,
      action_required: true,
      action: { type: "url", value: "https://bank.example/3ds" },
      details: { status: "pending", status_code: "waiting_for_redirect" },
    }
    await withGateway([{ body: declined }, { body: challenge }], async (client) => {
      await expect(client.payments.create(direct())).resolves.toMatchObject({
        isSuccess: false,
        action: null,
        details: {
          status: "failure",
          statusCode: "a_code_of_tomorrow",
          statusDescription: "Недостатньо коштів",
        },
        paymentMethod: { type: "card", mask: null, expiresAt: null },
      })
      await expect(client.payments.create(direct())).resolves.toMatchObject({
        actionRequired: true,
        action: { type: "url", value: "https://bank.example/3ds" },
        details: { status: "pending" },
      })
    })
  })
})

describe("a charge without the shopper", () => {
  test("goes out with its recurrent id, no currency, and is a hold when it was asked to be", async () => {
    await withGateway([paid], async (client, { requests }, exchanges) => {
      await client.payments.createRecurrent(recurrent)
      const body = requests[0]?.body ?? ""
      expect(requests[0]).toMatchObject({ method: "POST", url: "/api/payments/v1/recurrent" })
      expect(body).toBe(
        `{"recurrent_id":"${RECURRENT_ID}","external_id":"reorder_1","amount":100.10,"confirm":false,` +
          '"callback_url":"https://shop.example/callback","payload":"p","metadata":{"shop":"ours"}}',
      )
      expect(problemsOf?.("CreateRecurrentPaymentRequest", body) ?? []).toEqual([])
      expect(exchanges).toMatchObject([{ operation: "recurrent", externalId: "reorder_1" }])
      expect(JSON.stringify(exchanges)).not.toContain(RECURRENT_ID)
    })
  })

  test("needs a recurrent id and an amount", async () => {
    await withGateway([paid], async (client, { requests }) => {
      await expect(
        client.payments.createRecurrent({ ...recurrent, recurrentId: "" }),
      ).rejects.toMatchObject({ kind: "rejected", param: "recurrent_id" })
      await expect(
        client.payments.createRecurrent({ ...recurrent, amount: "" }),
      ).rejects.toMatchObject({ kind: "rejected", param: "amount" })
      expect(requests).toHaveLength(0)
    })
  })

  test("the recurrent id of a payment is known to who asks for it, and in nothing that is written down", async () => {
    const details = `{"status":"success","recurrent_id":"${RECURRENT_ID}"}`
    const answers = [
      { body: `{"id":"1","details":${details}}` },
      { body: `{"id":"1","purchase_details":[{"status":"failure"},${details}]}` },
      { body: '{"id":"1","details":{"recurrent_id":593292035525113984}}' },
      { body: '{"id":"1","details":null}' },
    ]
    await withGateway(answers, async (client) => {
      const created = await client.payments.create(direct())
      expect(recurrentIdOf(created.details)).toBe(RECURRENT_ID)
      const info = await client.payments.info({ externalId: "payses_1" })
      expect(info?.purchaseDetails.map(recurrentIdOf)).toEqual([null, RECURRENT_ID])
      expect(JSON.stringify([created, info])).not.toContain(RECURRENT_ID)
      expect(recurrentIdOf(structuredClone(created).details)).toBeNull()
      // As a number it has lost digits: it would charge somebody else.
      expect(recurrentIdOf((await client.payments.create(direct())).details)).toBeNull()
      expect(recurrentIdOf((await client.payments.create(direct())).details)).toBeNull()
    })
  })
})

describe("the check of a card", () => {
  const more = {
    callbackUrl: "https://shop.example/callback",
    resultUrl: "https://shop.example/return",
    currency: "UAH",
    payload: "p",
  }
  test.each<[string, CardLookupRequest, object]>([
    ["by its token", { ...more, mode: "direct", customer: direct().customer }, { mode: "direct" }],
    ["on RozetkaPay's page", { ...more, mode: "hosted" }, { mode: "hosted" }],
  ])("%s asks for no money", async (_, request, wire) => {
    const answer = {
      id: "7",
      operation: "lookup",
      is_success: true,
      details: { status: "success" },
    }
    await withGateway([{ body: answer }], async (client, { requests }) => {
      await expect(client.payments.lookupCard(request)).resolves.toMatchObject({
        id: "7",
        operation: "lookup",
        details: { status: "success" },
      })
      const body = requests[0]?.body ?? ""
      expect(requests[0]).toMatchObject({ method: "POST", url: "/api/payments/v1/lookup" })
      expect(JSON.parse(body)).toMatchObject({ ...wire, payload: "p", currency: "UAH" })
      expect(body).not.toContain("amount")
      expect(problemsOf?.("CreateLookupRequest", body) ?? []).toEqual([])
    })
  })
})

describe("a charge whose answer was lost", () => {
  const charges = [
    ["direct create", (client) => client.payments.create(direct())],
    ["recurrent create", (client) => client.payments.createRecurrent(recurrent)],
    [
      "card's check",
      (client) => client.payments.lookupCard({ mode: "direct", customer: direct().customer }),
    ],
  ] satisfies [string, (client: Parameters<Parameters<typeof withGateway>[1]>[0]) => unknown][]

  test.each(
    charges,
  )("a %s is not sent again: a second answer could not be believed", async (_, charge) => {
    const usedUp: Answer = { status: 400, body: { code: "invalid_card_token" } }
    for (const lost of [dropConnection, { status: 500, body: { code: "internal_error" } }]) {
      await withGateway([lost, usedUp], async (client, { requests }) => {
        await expect(charge(client)).rejects.toMatchObject({
          kind: "outcome_unknown",
          mayHaveHappened: true,
        })
        expect(requests).toHaveLength(1)
      })
    }
  })

  test.each(charges)("a %s that surely was not done is sent again", async (_, charge) => {
    const tooMany: Answer = { status: 429, headers: { "X-RateLimit-Reset": "0" } }
    await withGateway([tooMany, paid], async (client, { requests }) => {
      await expect(charge(client)).resolves.toMatchObject({ isSuccess: true })
      expect(requests).toHaveLength(2)
    })
  })
})
