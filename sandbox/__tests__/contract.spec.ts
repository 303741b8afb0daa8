import { openApiPath } from "../beside-repository"
import { startSandbox } from "../index"
import { createBatch, moveBatch, payBatchDirectly } from "./batch-shop"
import { testBy } from "./papers"
import { payByToken, payDirectly, Shop, tokenFor } from "./shop"

const document = openApiPath()
const testByDocument = testBy(document)

async function tour(shop: Shop): Promise<void> {
  const customer = {
    email: "olena@example.com",
    first_name: "Olena",
    locale: "UK",
    phone: "+380930000001",
  }
  const products = [{ name: "Shirt", quantity: "1", net_amount: "1249.99", vat_amount: "0.00" }]
  await shop.create("tour", { confirm: false, customer, products, unified_external_id: "u1" })
  await shop.info("tour")
  await shop.pay("tour", { card: "4444333322221111" })
  await shop.info("tour")
  await shop.pay("tour", { card: "4242424242424242" })
  await shop.create("tour")
  await shop.operate("confirm", { external_id: "tour", amount: 1000, currency: "UAH" })
  await shop.operate("confirm", { external_id: "tour", amount: 5000 })
  await shop.operate("cancel", { external_id: "tour" })
  await shop.operate("cancel", { external_id: "tour" })
  await shop.operate("refund", { external_id: "tour", amount: 10, products })
  await shop.control("merchants/sandbox-login", { balance: "0.00" })
  await shop.operate("refund", { external_id: "tour", amount: 20 })
  await shop.operate("refund/retry", { external_id: "tour" })
  await shop.operate("refund/cancel", { external_id: "tour" })
  await shop.operate("refund/cancel", { external_id: "tour" })
  await shop.control("payments/tour/bank/chargeback", { amount: 1 })
  await shop.control("payments/tour/bank/representment")
  await shop.operate("callback/resend", { external_id: "tour" })
  await shop.operate("callback/resend", { external_id: "unheard-of" })
  await shop.info("tour")
  await shop.call("GET", "/api/payments/v1/receipt?external_id=tour")
  await shop.call("GET", "/api/merchants/v1/me")
  const today = new Date().toISOString().slice(0, 10)
  await shop.call("POST", "/api/reports/v1/transactions", { date_from: today, date_to: today })
  await shop.control("payments/tour/payout")
  await shop.call("POST", "/api/reports/v1/payments", { date_from: today, date_to: today })
  await cardTour(shop)
  await batchTour(shop)
  await shop.idle()
}

/** Everything that has a card or a customer at hand. */
async function cardTour(shop: Shop): Promise<void> {
  const wallet = (method: string, path: string, body?: unknown) => {
    const join = path.includes("?") ? "&" : "?"
    return shop.call(method, `/api/customers/v1/wallet${path}${join}external_id=cus_1`, body)
  }
  const init_recurrent_payment = true
  const first = await payByToken(shop, "direct", "4111111111111111", { init_recurrent_payment })
  const recurrent_id = String(Object(first.body).details.recurrent_id)
  await payByToken(shop, "direct", "4111111111111111")
  await payByToken(shop, "declined", "4000000000000044")
  await payByToken(shop, "bank", "4242424242424242", { confirm: false })
  await shop.info("bank")
  await shop.control("payments/bank/three-ds")
  for (const type of ["google_pay", "apple_pay"] as const) {
    const token = await tokenFor(shop, "4111111111111111", type)
    await payDirectly(shop, type, { type, [type]: { token } })
    await payDirectly(shop, `${type}-again`, { type, [type]: { token } })
  }
  for (const external_id of ["month-1", "month-2"]) {
    const metadata = { month: external_id }
    const { callback_url } = shop
    const amount = 10.5
    await shop.operate("recurrent", { recurrent_id, external_id, amount, callback_url, metadata })
    await shop.control(`recurrents/${recurrent_id}`, { refuse: "card_expired" })
  }
  const cc_token = {
    token: await tokenFor(shop, "4242424242424242"),
    mask: "424242******4242",
    expires_at: "2027-01-02T15:04:05",
  }
  const add = { callback_url: shop.callback_url, result_url: "https://shop.example/cards" }
  await wallet("GET", "")
  await wallet("POST", "", { ...add, mode: "hosted" })
  await shop.control("wallets/cus_1/finish")
  await wallet("POST", "", {
    ...add,
    mode: "direct",
    payment_method: { type: "cc_token", cc_token },
  })
  const { body } = await shop.control("wallets/cus_1/finish")
  const { option_id } = Object(body).card
  await wallet("GET", "")
  await wallet("GET", `/find?option_id=${option_id}`)
  await wallet("GET", `/confirmation/status?option_id=${option_id}`)
  await wallet("POST", "/settings/set", { option_id, type: "card" })
  await payDirectly(shop, "saved", { type: "wallet", wallet: { option_id } })
  const verify = (more: Record<string, unknown>) =>
    shop.operate("lookup", { callback_url: shop.callback_url, currency: "UAH", ...more })
  const opened = await verify({ mode: "hosted" })
  await shop.pay(String(Object(opened.body).external_id), { card: "4242424242424242" })
  for (const card of ["4111111111111111", "4444333322221111", "4242424242424242"]) {
    const cc_token = { token: await tokenFor(shop, card) }
    const customer = { payment_method: { type: "cc_token", cc_token } }
    await verify({ mode: "direct", customer })
  }
  await wallet("DELETE", "", { option_id, type: "card" })
  await wallet("DELETE", "", { option_id, type: "card" })
  await payDirectly(shop, "gone", { type: "wallet", wallet: { option_id } })
}

/** A payment to several sellers, as far as it differs from a payment to one. */
async function batchTour(shop: Shop): Promise<void> {
  await createBatch(shop, "b", { confirm: false, customer: { locale: "UK" } })
  await shop.pay("b", { card: "4444333322221111" })
  await shop.pay("b", { card: "4242424242424242" })
  await createBatch(shop, "b")
  const olena = { api_key: "seller-olena", external_id: "b-o", amount: 5.5 }
  const { callback_url } = shop
  await moveBatch(shop, "confirm", "b", { orders: [olena], callback_url, payload: "more" })
  await moveBatch(shop, "confirm", "b", { orders: [{ ...olena, amount: 5000 }] })
  await shop.control("sellers/seller-taras", { refuse: "entity_blocked", operation: "cancel" })
  await moveBatch(shop, "cancel", "b", { payload: "less" })
  await moveBatch(shop, "cancel", "b", { callback_url })
  await shop.info("b-o")
  await shop.operate("refund", { external_id: "b-o" })
  await shop.control("sellers/seller-olena", { refuse: "entity_blocked" })
  await payBatchDirectly(shop, "partly")
  await shop.control("sellers/seller-olena", { refuse: "entity_blocked", whole_batch: true })
  await payBatchDirectly(shop, "failed")
  await payBatchDirectly(shop, "bank-of-b", "4242424242424242")
  await shop.info("bank-of-b-t")
  await shop.control("payments/bank-of-b/three-ds")
}

testByDocument.each([
  ["as it is by default", {}],
  [
    "with numbers for amounts, and fields left out",
    { amounts_as_numbers: true, empty_fields: "absent", empty_lists: "empty" },
  ],
  [
    "with pending callbacks and other codes",
    {
      pending_first: true,
      three_ds_details: "null",
      decline_answer: "error",
      recurrent_operation: "payment",
      wallet_payment_type: "wallet",
      unknown_customer: "customer_profile_not_found",
      used_token_code: "token_does_not_exist",
      hold_method: "purchase",
      hold_status_code: "amount_was_successfully_blocked",
      unpaid_operation_code: "transaction_success_primary_not_found",
      batch_orders_field: "order_details",
      batch_hosted_orders: "none",
      batch_wrong_order: "fails_alone",
    },
  ],
])("a tour of every endpoint keeps RozetkaPay's contract, %s", async (_how, quirks) => {
  const shop = await Shop.open({ openapi: document })
  await shop.control("quirks", quirks)
  await tour(shop)
  expect((await shop.look("contract")).body).toEqual({ openapi: true, violations: [] })
  expect(shop.received.length).toBeGreaterThan(8)
  await shop.close()
})

testByDocument(
  "a request that breaks the contract is refused and listed, without its values",
  async () => {
    const shop = await Shop.open({ openapi: document })
    await shop.create("wrong", { products: [{ name: "Shirt", quantity: 7777 }] })
    const { body, text } = await shop.look("contract")
    expect(body).toMatchObject({
      violations: [
        {
          where: "request POST /api/payments/v1/new",
          problem: "products.quantity: must be string",
        },
      ],
    })
    expect(text).not.toContain("7777")
    expect((await shop.look("requests?endpoint=create")).body).toMatchObject({
      requests: [
        { status: 400, external_id: "wrong", violations: [expect.stringContaining("quantity")] },
      ],
    })
    await shop.close()
  },
)

testByDocument.each([
  ["as the widget writes it, without a time zone", "2027-01-02T15:04:05", []],
  ["with a time zone", "2027-01-02T15:04:05.5+02:00", []],
  ["as an American day", "01/02/2027", ["cc_token.expires_at"]],
  ["with a month that no year has", "2027-13-02T15:04:05", ["cc_token.expires_at"]],
])(
  "a saved card's expiry, written %s, is held against the contract",
  async (_how, expires_at, wrong) => {
    const shop = await Shop.open({ openapi: document })
    const { callback_url } = shop
    const token = await tokenFor(shop, "4242424242424242")
    const cc_token = { token, mask: "424242******4242", expires_at }
    await shop.call("POST", "/api/customers/v1/wallet?external_id=cus_1", {
      ...{ mode: "direct", callback_url, result_url: "https://shop.example/cards" },
      payment_method: { type: "cc_token", cc_token },
    })
    const { body } = await shop.look("contract")
    const problems = Object(body).violations.map((one: { problem: string }) => one.problem)
    expect(problems).toEqual(wrong.map((param) => expect.stringContaining(`${param}: must match`)))
    await shop.close()
  },
)

test("without a document the sandbox says that nothing was compared with one", async () => {
  const shop = await Shop.open({ openapi: null })
  await tour(shop)
  expect((await shop.look("contract")).body).toEqual({ openapi: false, violations: [] })
  await shop.close()
})

test("a document that is named and not there stops the start with one sentence", async () => {
  await expect(startSandbox({ openapi: "/nowhere/openapi.json" })).rejects.toThrow(
    "The sandbox was told to check against /nowhere/openapi.json, and there is no such file",
  )
})
