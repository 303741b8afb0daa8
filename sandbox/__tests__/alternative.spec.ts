import {
  alternativeBody,
  createAlternative,
  customerAnswers,
  customerWith,
  detailsOf,
  infoOf,
  operationOf,
  PRODUCTS,
  pageUrl,
  payByBlik,
  refundAlternative,
  resendAlternative,
} from "./alternative-shop"
import { signatureOf } from "./express-shop"
import { LOGIN, Shop } from "./shop"

let shop: Shop
beforeAll(async () => {
  shop = await Shop.open()
})
afterAll(() => shop.close())
beforeEach(async () => {
  await shop.control("reset")
  shop.received.length = 0
})

const RESULT_URL = "https://shop.example/thanks"
const send = (url: string, fields: Record<string, string>) =>
  fetch(url, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" })
const told = (external_id: string) =>
  shop.received.map(({ body }) => Object(body)).filter((body) => body.external_id === external_id)

const BY_PAGE: [string, Record<string, unknown>][] = [
  ["BLIK without a code", { customer: customerWith("blik") }],
  ["BLIK pay later", { customer: customerWith("blik_paylater") }],
  ["leasing of imoje", { customer: customerWith("leasing") }],
  ["leasing of LeaseLink", { provider: "leaselink", customer: customerWith("leasing") }],
  ["Santander", { provider: "santander", customer: customerWith() }],
  ["Przelewy24", { provider: "przelewy24", customer: customerWith(), products: [] }],
]

for (const [way, more] of BY_PAGE)
  test(`${way}: the customer is led to a page, confirms there, and comes back to the shop`, async () => {
    const answer = await createAlternative(shop, "led", more)
    expect(answer).toMatchObject({
      status: 200,
      body: {
        external_id: "led",
        details: {
          method: "create",
          amount: 199,
          currency: "PLN",
          status: "pending",
          status_code: "waiting_for_redirect",
          action_required: true,
          one_stage: true,
        },
      },
    })
    expect(answer.body).not.toHaveProperty("operation")
    const url = pageUrl(answer)
    expect(await (await fetch(`${url}?lang=en`)).text()).toContain("199.00")
    const agreed = await send(url, { answer: "agree", code: "123456" })
    expect(agreed.headers.get("location")).toBe(RESULT_URL)
    await shop.idle()
    expect(told("led")).toMatchObject([
      {
        details: { status: "success", status_code: "transaction_successful", action: null },
        metadata: { session: "led" },
      },
    ])
    expect(await infoOf(shop, "led")).toMatchObject({
      amount: "199.00",
      amount_refunded: "0.00",
      purchased: true,
      purchase_details: [{ status: "success", amount: 199, currency: "PLN" }],
      refunded: false,
      refund_details: null,
      customer: { email: "jan@example.com" },
    })
    expect((await send(url, { answer: "agree" })).status).toBe(409)
    expect(await shop.ledger("led")).toMatchObject({ captured: "199.00" })
  })

test("BLIK by code asks in the bank's app: pending until the customer answers there", async () => {
  const answer = await payByBlik(shop, "blik", "123456")
  expect(detailsOf(answer)).toMatchObject({
    status: "pending",
    status_code: "confirmation_required",
    action_required: false,
    action: null,
    payment_method_type: "blik",
  })
  expect(await infoOf(shop, "blik")).toMatchObject({
    purchased: false,
    purchase_details: [{ status: "pending" }],
  })
  await customerAnswers(shop, "blik")
  await shop.idle()
  expect(told("blik")).toMatchObject([{ details: { status: "success" } }])
  const { headers, raw } = shop.received[0] ?? {}
  expect(headers?.["x-rozetkapay-signature"]).toBe(signatureOf(raw ?? ""))
})

const CODES: [string, string, string][] = [
  ["777123", "success", "transaction_successful"],
  ["777000", "failure", "transaction_declined"],
  ["777001", "failure", "insufficient_funds"],
  ["777002", "failure", "transaction_is_canceled_by_payer"],
  ["777003", "failure", "order_expired"],
  ["777004", "failure", "transaction_limit_exceeded"],
]

for (const [code, status, status_code] of CODES)
  test(`the BLIK test code ${code} ends by itself in ${status_code}`, async () => {
    const answer = await payByBlik(shop, "code", code)
    expect(detailsOf(answer)).toMatchObject({ status: "pending" })
    await shop.idle()
    expect(told("code")).toMatchObject([{ details: { status, status_code } }])
    await shop.control("quirks", { blik_answer: "final" })
    const final = await payByBlik(shop, "final", code)
    expect(detailsOf(final)).toMatchObject({ status, status_code })
  })

test("a refusal and a time-out are announced, and the customer may try again until one is paid", async () => {
  await createAlternative(shop, "tries")
  await customerAnswers(shop, "tries", { answer: "refuse" })
  await createAlternative(shop, "tries")
  await customerAnswers(shop, "tries", { answer: "time_out" })
  await payByBlik(shop, "tries", "777123")
  expect((await createAlternative(shop, "tries")).body).toMatchObject({
    code: "transaction_already_paid",
  })
  await shop.idle()
  expect(told("tries").map(({ details }) => details.status_code)).toEqual([
    "transaction_is_canceled_by_payer",
    "order_expired",
    "transaction_successful",
  ])
  expect(await shop.ledger("tries")).toMatchObject({ captured: "199.00" })
})

test("of two tries that wait at once only one can be paid", async () => {
  const first = detailsOf(await createAlternative(shop, "two"))
  const second = detailsOf(await createAlternative(shop, "two"))
  expect(second.operation_id).not.toBe(first.operation_id)
  await customerAnswers(shop, "two", { operation_id: first.operation_id })
  expect(await customerAnswers(shop, "two", { operation_id: second.operation_id })).toMatchObject({
    status: 409,
  })
  expect(await shop.ledger("two")).toMatchObject({ captured: "199.00" })
})

test("a create that is sent again may find the try that waits, or be refused", async () => {
  await shop.control("quirks", { alternative_create_again: "same_try" })
  const first = detailsOf(await createAlternative(shop, "again"))
  expect(detailsOf(await createAlternative(shop, "again")).operation_id).toBe(first.operation_id)
  const other = detailsOf(await createAlternative(shop, "again", { amount: 200 }))
  expect(other.operation_id).not.toBe(first.operation_id)
  await shop.control("quirks", { alternative_create_again: "refused" })
  expect((await createAlternative(shop, "again")).body).toMatchObject({
    code: "order_is_duplicated",
  })
})

test("refunds in part, in whole, and never more than was paid", async () => {
  await payByBlik(shop, "back", "777123")
  const part = await refundAlternative(shop, "back", { amount: 50, currency: "PLN" })
  expect(part.body).toMatchObject({
    details: { method: "refund", status: "success", status_code: "refund_successful", amount: 50 },
  })
  expect(await infoOf(shop, "back")).toMatchObject({
    amount_refunded: "50.00",
    refunded: true,
    refund_details: [{ amount: 50 }],
  })
  expect((await refundAlternative(shop, "back", { amount: 149.01 })).body).toMatchObject({
    code: "incorrect_refund_sum_or_currency",
  })
  await refundAlternative(shop, "back")
  expect((await refundAlternative(shop, "back")).body).toMatchObject({
    code: "action_already_done",
  })
  await shop.idle()
  expect(told("back").map(({ details }) => details.method)).toEqual(["create", "refund", "refund"])
  expect(await shop.ledger("back")).toMatchObject({ refunded: "199.00" })
})

test("a refund above the balance, or of a slow provider, is pending until it is settled or fails", async () => {
  await payByBlik(shop, "later", "777123")
  await shop.control(`merchants/${LOGIN}`, { balance: "10.00" })
  const deferred = await refundAlternative(shop, "later", { amount: 50 })
  expect(deferred.body).toMatchObject({ details: { status: "pending", status_code: "pending" } })
  await shop.control("payments/later/refunds/fail")
  expect(await infoOf(shop, "later")).toMatchObject({
    amount_refunded: "0.00",
    refund_details: [{ status: "failure", status_code: "insufficient_funds_for_refund" }],
  })
  await shop.control(`merchants/${LOGIN}`, { balance: null })
  await shop.control("quirks", { alternative_refund: "later" })
  await refundAlternative(shop, "later", { amount: 60 })
  await shop.control("payments/later/refunds/settle")
  expect(await infoOf(shop, "later")).toMatchObject({ amount_refunded: "60.00" })
})

test("what is not paid can't be refunded", async () => {
  await createAlternative(shop, "unpaid")
  expect((await refundAlternative(shop, "unpaid")).body).toMatchObject({
    code: "action_not_allowed",
  })
  expect((await refundAlternative(shop, "unheard-of")).body).toMatchObject({
    code: "transaction_not_found",
  })
})

test("one operation can be looked up, and its callback asked for again", async () => {
  const { operation_id } = detailsOf(await payByBlik(shop, "look", "777123"))
  await refundAlternative(shop, "look", { amount: 10 })
  expect((await operationOf(shop, "look", operation_id)).body).toMatchObject({
    id: operation_id,
    details: { method: "create", status: "success" },
  })
  expect((await operationOf(shop, "look", "none")).body).toMatchObject({
    code: "operation_not_found",
  })
  await shop.idle()
  shop.received.length = 0
  expect((await resendAlternative(shop, { external_id: "look" })).status).toBe(204)
  await shop.idle()
  expect((await resendAlternative(shop, { external_id: "look", operation: "create" })).status).toBe(
    204,
  )
  await shop.idle()
  expect(told("look").map(({ details }) => details.method)).toEqual(["refund", "create"])
})

const LACKS: [string, Record<string, unknown>, string][] = [
  ["imoje without a method", { customer: customerWith() }, "customer.payment_method.type"],
  [
    "BLIK of LeaseLink",
    { provider: "leaselink", customer: customerWith("blik") },
    "customer.payment_method.type",
  ],
  [
    "BLIK without an e-mail",
    { customer: { ...customerWith("blik", "777123"), email: undefined } },
    "customer.email",
  ],
  [
    "leasing without a phone",
    { customer: { ...customerWith("leasing"), phone: undefined } },
    "customer.phone",
  ],
  [
    "Przelewy24 without a country",
    { provider: "przelewy24", customer: { ...customerWith(), country: undefined } },
    "customer.country",
  ],
  [
    "Santander without products",
    { provider: "santander", customer: customerWith(), products: [] },
    "products",
  ],
  ["a BLIK code of five digits", { customer: customerWith("blik", "77712") }, "blik_code"],
  ["hryvnias", { currency: "UAH" }, "currency"],
  ["a quantity in a text", { products: [{ ...PRODUCTS[0], quantity: "2" }] }, "products.quantity"],
  ["a price in a text", { products: [{ ...PRODUCTS[0], price: "99.50" }] }, "products.price"],
  ["half a shirt", { products: [{ ...PRODUCTS[0], quantity: 0.5 }] }, "products.quantity"],
  ["no products at all", { products: undefined }, "products"],
  ["less than one zloty", { amount: 0.99 }, "amount"],
  ["a very long description", { description: "x".repeat(257) }, "description"],
]

for (const [what, more, param] of LACKS)
  test(`${what} is refused, and the wrong field named`, async () => {
    const { status, body } = await createAlternative(shop, "lacks", more)
    expect(status).toBe(400)
    expect(String(Object(body).param)).toContain(param)
  })

test("a merchant without alternative payments is told so", async () => {
  await shop.control(`merchants/${LOGIN}`, { not_allowed: ["alternative_payments"] })
  expect((await createAlternative(shop, "none")).body).toMatchObject({
    code: "payment_settings_not_found",
  })
})

test("the payments API does not know an alternative payment, nor the other way round", async () => {
  await payByBlik(shop, "elsewhere", "777123")
  expect((await shop.info("elsewhere")).body).toMatchObject({ code: "data_not_found" })
  expect((await shop.create("elsewhere")).body).toMatchObject({ code: "order_is_duplicated" })
  await shop.create("card")
  expect(await infoOf(shop, "card")).toMatchObject({ code: "data_not_found" })
})

test("faults strike it as they do every call", async () => {
  await shop.control("faults", { endpoint: "alternative_create", kind: "500_after" })
  expect((await payByBlik(shop, "struck", "777123")).status).toBe(500)
  expect(await infoOf(shop, "struck")).toMatchObject({ purchased: true })
})

test("a signed leasing may be told of by a code of its own, and other sums may come in", async () => {
  await shop.control("quirks", { alternative_contract_code: "contract_was_signed_on_client_side" })
  await createAlternative(shop, "leased", { customer: customerWith("leasing") })
  await customerAnswers(shop, "leased", { amount: 150 })
  expect(await infoOf(shop, "leased")).toMatchObject({
    purchased: true,
    amount: "150.00",
    purchase_details: [{ status_code: "contract_was_signed_on_client_side", amount: 150 }],
  })
})

test("the page asks for a BLIK code, explains a wrong one, and lets the customer refuse or leave", async () => {
  const url = pageUrl(await createAlternative(shop, "typed", { customer: customerWith("blik") }))
  expect(await (await fetch(`${url}?lang=en`)).text()).toContain("BLIK code from your bank")
  const wrong = await send(`${url}?lang=en`, { answer: "agree", code: "12" })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain("Enter the 6 digits")
  const left = await fetch(`${url}/leave`, { redirect: "manual" })
  expect(left.headers.get("location")).toBe(RESULT_URL)
  const declined = await send(url, { answer: "agree", code: "777 001" })
  expect(declined.headers.get("location")).toBe(RESULT_URL)
  expect(await infoOf(shop, "typed")).toMatchObject({
    purchased: false,
    purchase_details: [{ status_code: "insufficient_funds" }],
  })
  expect(await (await fetch(`${url}?lang=en`)).text()).toContain("did not go through")
})

test("the merchant's page shows the way to pay, and where the customer is asked", async () => {
  const { operation_id } = detailsOf(await payByBlik(shop, "shown", "123456"))
  const page = (await shop.call("GET", `/payments/${LOGIN}/shown`)).text
  expect(page).toContain("BLIK · imoje")
  expect(page).toContain(`/alternative/${operation_id}`)
  const app = await fetch(`${shop.sandbox.url}/alternative/${operation_id}?lang=en`)
  expect(await app.text()).toContain("in the bank&#39;s app")
})

test("everything that an alternative payment says keeps to RozetkaPay's document", async () => {
  await createAlternative(shop, "book", { unified_external_id: "u1" })
  await infoOf(shop, "book")
  await customerAnswers(shop, "book", { answer: "refuse" })
  const { operation_id } = detailsOf(await payByBlik(shop, "book", "777123"))
  await refundAlternative(shop, "book", { amount: 10, products: PRODUCTS })
  await shop.control(`merchants/${LOGIN}`, { balance: "0.00" })
  await refundAlternative(shop, "book", { amount: 10 })
  await operationOf(shop, "book", operation_id)
  await resendAlternative(shop, { external_id: "book", operation: "refund" })
  await infoOf(shop, "book")
  await shop.call("POST", "/api/alternative-payments/v1/create", {
    ...alternativeBody(shop, "book"),
    currency: "UAH",
  })
  await shop.idle()
  expect((await shop.look("contract")).body).toMatchObject({ violations: [] })
})
