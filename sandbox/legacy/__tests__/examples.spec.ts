import { tokenFor } from "../../__tests__/shop"
import { documentExample, KEYS, LegacyShop } from "./legacy-shop"

let shop: LegacyShop
beforeEach(async () => {
  shop = await LegacyShop.open()
})
afterEach(() => shop.close())

/** What the examples' customer is, without whom their answers could not name one. */
const customer = {
  customer_id: "123",
  customer_ip: "194.183.171.239",
  customer_fname: "Tom",
  customer_lname: "Hanks",
  customer_email: "tom@example.com",
  customer_phone: "+380999999999",
  customer_country: "UA",
}
const payee = { customer_city: "Ivano-Frankivsk", customer_birthday: "1999-04-02", properties: {} }
const polish = { customer_address: "Nova str. 25", customer_postal_code: "35-785" }

/** Ids, times and addresses that differ each time; and what a sandbox has its own of. */
const VARYING = [
  /_id$/,
  /^(?:created_at|processing_time|processed_at)$/,
  /_url$/,
  /^cc_(?:token|token_expiration|type)$/,
  /^bank_short_name$/,
  /^(?:rnn|authcode|rrn|auth_code|registry_ref_no|terminal_name|gateway_properties)$/,
  /^(?:properties|customer_email|payload|description)$/,
]

/** Everything of the example's is there, of the same type; what can be equal is. */
function expectLike(produced: unknown, expected: Record<string, unknown>, except: string[] = []) {
  const answer = Object(produced)
  for (const [field, value] of Object.entries(expected)) {
    if (except.includes(field)) continue
    expect([field, typeof answer[field]]).toEqual([field, typeof value])
    if (!VARYING.some((pattern) => pattern.test(field)))
      expect([field, answer[field]]).toEqual([field, value])
  }
}

const primaries: [name: string, more: Record<string, unknown>, except?: string[]][] = [
  ["direct-payments-with-card-data", customer],
  ["direct-payments-using-privat24", customer],
  ["direct-payments-using-privat-payment-by-parts", customer],
  // A payment that waits for 3-D Secure has no rnn and authcode yet, whatever the example shows.
  ["direct-payments-using-rozetkapay-tokens", customer, ["rnn", "authcode"]],
  ["credit-payments-via-evocredit", customer],
  ["payments-via-przelewy24", { ...customer, ...polish }],
  ["p2p-payments", customer],
  ["p2p-payments-using-rozetkapay-tokens", customer],
  ["lookup", customer],
  // Its answer's description is of another example.
  ["credit-payments", { ...customer, ...payee }],
  ["credit-payments-using-rozetkapay-tokens", { ...customer, ...payee }],
]

test.each(primaries)("%s: the request is taken, the answer is as shown", async (...[
  name,
  more,
  except,
]) => {
  const { request, response } = documentExample(name)
  const { status, body } = await shop.call("POST", "/api/v1/payment", { ...request, ...more })
  expect(status).toBe(200)
  if (!response || Array.isArray(response)) throw new Error("the example has one answer")
  expectLike(body, response, except)
  expect(body).toMatchObject({ order_id: "123", pos_id: KEYS.posId, ...more })
})

test("create-hosted-payment: answered by 303 and the page's address", async () => {
  const { request } = documentExample("create-hosted-payment")
  const answer = await shop.call("POST", "/api/v1/payment", request)
  expect(answer.status).toBe(303)
  const page = answer.headers.get("location") ?? ""
  expect(page).toMatch(/^http:.*\/api\/v1\/checkout\/[0-9a-f-]{36}\/form$/)
  const shown = await fetch(page)
  expect(await shown.text()).toContain("description_1")
})

test("apple-pay-hosted: a page as any other", async () => {
  const { request } = documentExample("apple-pay-hosted")
  const answer = await shop.call("POST", "/api/v1/payment", request)
  expect(answer.status).toBe(303)
})

test("google-pay: charged by the token of the phone", async () => {
  const { request } = documentExample("google-pay")
  const cc_token = `gpay:${await tokenFor(shop.shop, "visa", "google_pay")}`
  const { body } = await shop.call("POST", "/api/v1/payment", { ...request, cc_token })
  expect(body).toMatchObject({ payway: "gpay", status: "success", status_code: "1000" })
})

test("apple-pay: charged by the token of the phone, which answers repeat; a wrong one is A-400", async () => {
  const { request, response, refusal } = documentExample("apple-pay")
  const wrong = await shop.call("POST", "/api/v1/payment", request)
  expect(wrong).toMatchObject({
    status: 400,
    body: { message: refusal?.message, args: { code: "A-400", error_id: expect.any(String) } },
  })
  const cc_token = `applepay:${await tokenFor(shop.shop, "visa-3ds", "apple_pay")}`
  const { body } = await shop.call("POST", "/api/v1/payment", {
    ...request,
    order_id: "123",
    method: "purchase",
    amount: 1,
    order_3ds_bypass: "never",
    payload: "sale=true",
    result_url: "https://example.com/result",
    cc_token,
  })
  if (!response || Array.isArray(response)) throw new Error("the example has one answer")
  expectLike(body, response)
  expect(body).toMatchObject({ cc_token, payway: "applepay" })
})

const secondaries: [name: string, path: string, method: "purchase" | "auth"][] = [
  ["capture", "capture", "auth"],
  ["void", "void", "auth"],
  ["refund", "refund", "purchase"],
  ["p2p-credit", "p2p-credit", "purchase"],
  ["p2p-credit-using-rozetkapay-tokens", "p2p-credit", "purchase"],
  ["partial-capture", "capture", "auth"],
  ["partial-refund", "refund", "purchase"],
  ["partial-p2p-credit", "p2p-credit", "purchase"],
]

test.each(secondaries)("%s: the request is taken, the answer is as shown", async (...[
  name,
  path,
  method,
]) => {
  await shop.paid("123", { amount: 100, method })
  const { request, response } = documentExample(name)
  const { status, body } = await shop.call("POST", `/api/v1/${path}`, {
    ...request,
    server_url: shop.shop.callback_url,
  })
  expect(status).toBe(200)
  if (!response || Array.isArray(response)) throw new Error("the example has one answer")
  // The examples of a partial capture and refund repeat those of the whole: 80 was asked, not 100.
  const amount = request?.charge_amount ?? request?.refund_amount ?? request?.credit_amount ?? 100
  expectLike(body, { ...response, amount }, ["status_description"])
})

test("get-order-transactions: the list of what became of an order; an unknown one has none", async () => {
  const { response } = documentExample("get-order-transactions")
  if (!Array.isArray(response)) throw new Error("the example is a list")
  await shop.paid("123", { method: "auth", amount: 100, ...customer, payload: "" })
  await shop.change("capture", "123")
  const { body } = await shop.read("orders/123")
  if (!Array.isArray(body)) throw new Error("the answer is no list")
  expect(body).toHaveLength(2)
  const [auth, capture] = response
  // Neither privat24 nor its sum; the page was hosted, and the card without 3-D Secure.
  expectLike(body[0], auth ?? {}, ["payway", "amount", "mode", "cc_mask"])
  expectLike(body[1], capture ?? {})
  expect(await shop.read("orders/0")).toMatchObject({ status: 200, body: [] })
})

test("primary-operation-webhook: signed, in a form, with every field that the sandbox can know", async () => {
  const { webhook } = documentExample("primary-operation-webhook")
  const recipient = {
    recipient_email: webhook?.recipient_email,
    recipient_phone: "380123456789",
    recipient_fname: "Name",
    recipient_lname: "Name",
    recipient_patronym: "Name",
    recipient_cc_token: webhook?.recipient_cc_token,
    recipient_cc_number: "4242424242424242",
  }
  const more = { ...customer, ...recipient, customer_patronym: "Name", merchant_order_id: "m" }
  await shop.paid("123", { method: "auth", amount: 0.28, ...more, payload: "" })
  await shop.shop.idle()
  const [sent] = shop.webhooks()
  // dcc_rates come with purchases in other currencies only.
  const except = ["payway", "mode", "dcc_rates", "cc_mask", "fc_entity_id"]
  expectLike(
    sent,
    {
      ...webhook,
      bank_acq_name: "Sandbox Bank",
      external_terminal_name: "sandbox",
      fee: { amount: 0, currency: "UAH" },
      traffic_source: {},
    },
    except,
  )
  const [received] = shop.shop.received
  expect(received?.headers["content-type"]).toBe("application/x-www-form-urlencoded")
  expect(new URLSearchParams(received?.raw).get("signature")).toMatch(/^[\w-]{27}=$/)
})

test.each(["capture", "void", "refund"])("%s-webhook: announced as shown", async (name) => {
  const { webhook } = documentExample(`${name}-webhook`)
  await shop.paid("123", { amount: 100, method: name === "refund" ? "purchase" : "auth" })
  await shop.shop.idle()
  await shop.change(name, "123")
  await shop.shop.idle()
  const fee = { amount: 0, currency: "UAH" }
  expectLike(shop.webhooks().at(-1), { ...webhook, fee, cc_mask: "411111******1111" })
})

test("dcc: a purchase in another currency comes with its rates", async () => {
  await shop.paid("123", { currency: "USD", amount: 3.6 })
  await shop.shop.idle()
  expect(shop.webhooks()[0]).toMatchObject({
    dcc_rates: [{ amount: 100.04, rate: 27.7905, commission: 0, currency: "UAH" }],
  })
})

test("errors: wrong keys are worded as in the document", async () => {
  const { client } = documentExample("errors")
  const wrong = { "x-api-auth": `CPAY ${KEYS.apiKey}:wrong` }
  const answer = await shop.call("GET", `/api/v1/pos/${KEYS.posId}/orders/0`, undefined, wrong)
  expect(answer).toMatchObject({ status: 401, body: client })
})
