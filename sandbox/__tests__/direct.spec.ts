import { payByToken, payDirectly, Shop, tokenFor } from "./shop"

const VISA = "4111111111111111"
const VISA_3DS = "4242424242424242"

let shop: Shop
beforeEach(async () => {
  shop = await Shop.open()
})
afterEach(() => shop.close())

const send = (url: string, fields: Record<string, string>) =>
  fetch(url, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" })
const operationOf = (body: unknown) => Object(body).operation

test("a card token pays at once, and the answer says so", async () => {
  const { status, body } = await payByToken(shop, "o1", VISA)
  expect(status).toBe(200)
  expect(body).toMatchObject({
    is_success: true,
    action_required: false,
    action: null,
    operation: "payment",
    metadata: { session: "o1" },
    details: { status: "success", method: "purchase", amount: "1249.99", recurrent_id: null },
    payment_method: { type: "cc_token", cc_token: { mask: "411111******1111", saved_card: false } },
  })
  expect(await shop.ledger("o1")).toMatchObject({ captured: "1249.99" })
  expect((await shop.info("o1")).body).toMatchObject({ purchased: true, action_required: false })
  await shop.idle()
  expect(shop.received.map(({ body: callback }) => operationOf(callback))).toEqual(["payment"])
})

test("with confirm:false the money is only held, then confirmed, cancelled and refunded", async () => {
  await payByToken(shop, "o1", VISA, { confirm: false })
  expect(await shop.ledger("o1")).toMatchObject({ held: "1249.99", captured: "0.00" })
  await shop.operate("confirm", { external_id: "o1", amount: 1000 })
  await shop.operate("cancel", { external_id: "o1" })
  await shop.operate("refund", { external_id: "o1", amount: 1 })
  expect(await shop.ledger("o1")).toEqual({
    held: "0.00",
    captured: "1000.00",
    canceled: "249.99",
    refunded: "1.00",
    refunding: "0.00",
  })
})

test("3-D Secure: the answer names the bank's page, which leads back to the shop", async () => {
  const asked = await payByToken(shop, "o1", VISA_3DS)
  expect(asked.body).toMatchObject({
    is_success: true,
    action_required: true,
    action: { type: "url", value: expect.stringContaining("/3ds/") },
    details: { status: "pending", status_code: "waiting_for_verification" },
  })
  const bank = String(Object(asked.body).action.value)
  expect((await shop.info("o1")).body).toMatchObject({
    purchased: false,
    action_required: true,
    action: { value: bank },
  })
  expect(await (await fetch(`${bank}?lang=en`)).text()).toContain("Confirm the payment")
  await shop.idle()
  expect(shop.received).toHaveLength(0)
  const approved = await send(bank, { answer: "approve" })
  expect(approved.status).toBe(302)
  expect(approved.headers.get("location")).toBe("https://shop.example/thanks")
  await shop.idle()
  expect(shop.received.map(({ body }) => body)).toMatchObject([
    { is_success: true, details: { status: "success" }, metadata: { session: "o1" } },
  ])
})

test("rejected at the bank, the shopper returns to the shop and may try with another card", async () => {
  const asked = await payByToken(shop, "o1", VISA_3DS)
  const bank = String(Object(asked.body).action.value)
  const rejected = await send(bank, { answer: "reject" })
  expect(rejected.headers.get("location")).toBe("https://shop.example/thanks")
  await shop.idle()
  expect(shop.received.map(({ body }) => body)).toMatchObject([
    { is_success: false, details: { status_code: "3ds_verification_failed" } },
  ])
  expect((await payByToken(shop, "o1", VISA)).body).toMatchObject({ is_success: true })
  expect((await shop.info("o1")).body).toMatchObject({
    purchased: true,
    purchase_details: [{ status: "failure" }, { status: "success" }],
  })
})

test("leaving the bank's page leads back to the shop with nothing paid", async () => {
  const asked = await payByToken(shop, "o1", VISA_3DS)
  const page = await (await fetch(String(Object(asked.body).action.value))).text()
  const leave = /class="leave" href="([^"]+)"/.exec(page)?.[1]
  const left = await fetch(shop.sandbox.url + leave, { redirect: "manual" })
  expect(left.headers.get("location")).toBe("https://shop.example/thanks")
  expect(await shop.ledger("o1")).toMatchObject({ captured: "0.00" })
  const { body } = await shop.control("payments/o1/three-ds", { answer: "approve" })
  expect(body).toMatchObject({
    payment: { state: "captured" },
    redirect_to: "https://shop.example/thanks",
  })
  expect((await shop.control("payments/o1/three-ds")).status).toBe(409)
})

test("a decline is an answer with a code and the bank's words in Ukrainian", async () => {
  expect(await payByToken(shop, "o1", "4000000000000044")).toMatchObject({
    status: 200,
    body: {
      is_success: false,
      action_required: false,
      details: {
        status: "failure",
        status_code: "insufficient_funds",
        status_description_uk: "Недостатньо коштів",
      },
    },
  })
  await shop.control("quirks", { decline_answer: "error" })
  expect(await payByToken(shop, "o1", "4444333322221111")).toMatchObject({
    status: 400,
    body: { code: "transaction_rejected", type: "payment_error" },
  })
})

test("a token pays once, on the login that made it, and not after its end", async () => {
  const token = await tokenFor(shop, VISA)
  const method = { type: "cc_token", cc_token: { token } }
  expect((await payDirectly(shop, "o1", method)).body).toMatchObject({ is_success: true })
  const refusal = (code: string) => ({
    status: 400,
    body: { code, type: "payment_method_error", param: expect.stringContaining("token") },
  })
  expect(await payDirectly(shop, "o2", method)).toMatchObject(refusal("invalid_card_token"))
  expect((await shop.look("payments/o2")).status).toBe(404)
  const { body: expired } = await shop.control("tokens", { expires_in: 0 })
  const late = { type: "cc_token", cc_token: { token: Object(expired).token } }
  expect(await payDirectly(shop, "o2", late)).toMatchObject(refusal("expired_or_invalid_token"))
  const nobody = { type: "cc_token", cc_token: { token: "made-up" } }
  expect(await payDirectly(shop, "o2", nobody)).toMatchObject(refusal("invalid_card_token"))
})

test("a payment that succeeded is not paid again, and its second token stays good", async () => {
  const token = await tokenFor(shop, VISA)
  await payByToken(shop, "o1", VISA)
  const method = { type: "cc_token", cc_token: { token } }
  expect((await payDirectly(shop, "o1", method)).body).toMatchObject({
    code: "transaction_already_paid",
  })
  expect((await payDirectly(shop, "o2", method)).body).toMatchObject({ is_success: true })
})

test("an answer lost after the work was done leaves one charge behind", async () => {
  await shop.control("faults", { endpoint: "create", kind: "drop_after" })
  await expect(payByToken(shop, "o1", VISA)).rejects.toThrow()
  expect((await payByToken(shop, "o1", VISA)).body).toMatchObject({
    code: "transaction_already_paid",
  })
  expect(await shop.ledger("o1")).toMatchObject({ captured: "1249.99" })
})

test.each([
  "google_pay",
  "apple_pay",
] as const)("%s pays by a token of the phone, once", async (type) => {
  const token = await tokenFor(shop, VISA, type)
  expect(JSON.parse(atob(token))).toMatchObject(
    type === "apple_pay" ? { version: "EC_v1" } : { protocolVersion: "ECv1" },
  )
  const paid = await payDirectly(shop, "o1", { type, [type]: { token } })
  expect(paid.body).toMatchObject({
    is_success: true,
    payment_method: { type, [type]: { mask: "411111******1111" } },
  })
  const code = `invalid_${type}_token`
  for (const wrong of [token, btoa("{}"), "plain"])
    expect((await payDirectly(shop, "o2", { type, [type]: { token: wrong } })).body).toMatchObject({
      code,
      type: "payment_method_error",
    })
})

test("a test can write an Apple Pay token by itself", async () => {
  const token = btoa(
    JSON.stringify({
      version: "EC_v1",
      data: btoa("sandbox visa-no-funds 1"),
      signature: "c2lnbg==",
      header: { transactionId: "1" },
    }),
  )
  const answer = await payDirectly(shop, "o1", { type: "apple_pay", apple_pay: { token } })
  expect(answer.body).toMatchObject({ details: { status_code: "insufficient_funds" } })
})

test("use_3ds_flow false pays without the bank's page", async () => {
  const token = await tokenFor(shop, VISA_3DS)
  const method = { type: "cc_token", cc_token: { token, use_3ds_flow: false } }
  expect((await payDirectly(shop, "o1", method)).body).toMatchObject({ is_success: true })
  expect(await shop.ledger("o1")).toMatchObject({ captured: "1249.99" })
})

test.each([
  ["no customer", {}, "customer.payment_method"],
  ["no payment method", { customer: { email: "a@b.co" } }, "customer.payment_method"],
  [
    "a type without its fields",
    { customer: { payment_method: { type: "google_pay" } } },
    "customer.payment_method.google_pay",
  ],
  [
    "half a fingerprint",
    { customer: { fingerprint: { browser_language: "uk" }, payment_method: { type: "wallet" } } },
    expect.stringContaining("customer.fingerprint."),
  ],
])("direct with %s is refused and nothing is made", async (_what, more, param) => {
  expect(await shop.create("o1", { mode: "direct", ...more })).toMatchObject({
    status: 400,
    body: { code: "invalid_request_body", param },
  })
  expect((await shop.look("payments/o1")).status).toBe(404)
})

test("an unpaid hosted page and a direct try share one payment", async () => {
  await shop.create("o1")
  await payByToken(shop, "o1", "4444333322221111")
  await shop.pay("o1")
  expect((await shop.info("o1")).body).toMatchObject({
    purchase_details: [{ status: "failure" }, { status: "success" }],
  })
  expect((await payByToken(shop, "o1", VISA)).body).toMatchObject({
    code: "transaction_already_paid",
  })
})
