import { defaultQuirks } from "../quirks"
import { signCallback } from "../signature"
import { checkoutUrl, PASSWORD, payByToken, payDirectly, Shop, tokenFor } from "./shop"

let shop: Shop
beforeEach(async () => {
  shop = await Shop.open()
})
afterEach(() => shop.close())

test("the signature may use the standard alphabet", async () => {
  await shop.control("quirks", { signature_alphabet: "standard" })
  await shop.create("o1")
  await shop.pay("o1")
  await shop.idle()
  const [callback] = shop.received
  expect(callback?.headers["x-rozetkapay-signature"]).toBe(
    signCallback(PASSWORD, callback?.raw ?? "", "standard"),
  )
})

test("a hold may look even more like a payment, amounts may be numbers, fields may be missing", async () => {
  await shop.control("quirks", {
    hold_method: "purchase",
    hold_status_code: "amount_was_successfully_blocked",
    amounts_as_numbers: true,
    empty_fields: "absent",
    empty_lists: "empty",
  })
  await shop.create("o1", { confirm: false })
  await shop.pay("o1")
  const { body } = await shop.info("o1")
  expect(body).toMatchObject({
    amount: 1249.99,
    refund_details: [],
    purchase_details: [{ method: "purchase", status_code: "amount_was_successfully_blocked" }],
  })
  expect(body).not.toHaveProperty("action")
  expect(await shop.ledger("o1")).toMatchObject({ held: "1249.99", captured: "0.00" })
  await shop.operate("confirm", { external_id: "o1" })
  expect(await shop.ledger("o1")).toMatchObject({ held: "0.00", captured: "1249.99" })
})

test("a one-step payment may call itself confirmed", async () => {
  await shop.create("o1")
  await shop.pay("o1")
  expect((await shop.info("o1")).body).toMatchObject({ confirmed: false, amount_confirmed: "0.00" })
  await shop.control("quirks", { one_step_confirmed: true })
  expect((await shop.info("o1")).body).toMatchObject({
    confirmed: true,
    amount_confirmed: "1249.99",
    confirmation_details: null,
  })
})

test("creating again gives the same page or a new one, and both can be paid on, once", async () => {
  const first = checkoutUrl(await shop.create("o1", { amount: 10 }))
  expect(checkoutUrl(await shop.create("o1", { amount: 11 }))).toBe(first)
  expect((await shop.look("payments/o1")).body).toMatchObject({ payment: { amount: "11.00" } })
  await shop.control("quirks", { create_again: "new_page" })
  const second = checkoutUrl(await shop.create("o1", { amount: 12 }))
  expect(second).not.toBe(first)
  const form = new URLSearchParams({ card: "4111111111111111", expiry: "12/30", cvv: "123" })
  await fetch(first, { method: "POST", body: form, redirect: "manual" })
  expect((await shop.info("o1")).body).toMatchObject({ amount: "11.00", purchased: true })
  await fetch(second, { method: "POST", body: form, redirect: "manual" })
  expect(await shop.ledger("o1")).toMatchObject({ captured: "11.00" })
})

test("another amount on the same page may be refused or ignored", async () => {
  await shop.control("quirks", { create_again_amount: "keeps_first" })
  await shop.create("o1", { amount: 10 })
  expect((await shop.create("o1", { amount: 11 })).status).toBe(200)
  expect((await shop.pay("o1")).body).toMatchObject({ payment: { amount: "10.00" } })
  await shop.control("quirks", { create_again_amount: "refuses" })
  await shop.create("o2", { amount: 10 })
  expect(await shop.create("o2", { amount: 11 })).toMatchObject({
    status: 400,
    body: { code: "wrong_amount" },
  })
})

test("a declined payment may be invisible to info, and its callback may not come", async () => {
  await shop.control("quirks", { info_after_decline: "data_not_found", decline_callbacks: false })
  await shop.create("o1")
  await shop.pay("o1", { card: "4444333322221111" })
  await shop.idle()
  expect((await shop.info("o1")).body).toMatchObject({ code: "data_not_found" })
  expect(shop.received).toHaveLength(0)
})

test("a pending callback may come first, about the same operation", async () => {
  await shop.control("quirks", { pending_first: true })
  await shop.control("callbacks", { mode: "hold" })
  await shop.create("o1", { confirm: false })
  await shop.pay("o1")
  await shop.operate("confirm", { external_id: "o1" })
  await shop.control("callbacks/flush")
  const seen = shop.received.map(({ body }) => Object(body))
  expect(seen.map(({ operation, details }) => `${operation} ${details.status}`)).toEqual([
    "payment pending",
    "payment success",
    "confirm pending",
    "confirm success",
  ])
  expect(seen[0].details.operation_id).toBe(seen[1].details.operation_id)
  expect(seen[2].details.operation_id).toBe(seen[3].details.operation_id)
  expect(seen[0].is_success).toBe(false)
})

test("operations without a callback_url of their own may stay silent", async () => {
  await shop.control("quirks", { callbacks_without_url: false })
  await shop.create("o1")
  await shop.pay("o1")
  await shop.operate("refund", { external_id: "o1", amount: 1 })
  await shop.idle()
  expect(shop.received).toHaveLength(1)
  await shop.operate("refund", { external_id: "o1", amount: 1, callback_url: shop.callback_url })
  await shop.idle()
  expect(shop.received).toHaveLength(2)
})

test("a partial confirm may be the last one, or let the rest of the hold go", async () => {
  await shop.control("quirks", { confirms_allowed: 1 })
  await shop.create("o1", { confirm: false, amount: 10 })
  await shop.pay("o1")
  await shop.operate("confirm", { external_id: "o1", amount: 4 })
  expect((await shop.operate("confirm", { external_id: "o1", amount: 4 })).body).toMatchObject({
    code: "completion_limit_reached",
  })
  await shop.control("quirks", { partial_confirm_releases_rest: true })
  await shop.create("o2", { confirm: false, amount: 10 })
  await shop.pay("o2")
  await shop.operate("confirm", { external_id: "o2", amount: 4 })
  expect(await shop.ledger("o2")).toMatchObject({
    held: "0.00",
    captured: "4.00",
    canceled: "6.00",
  })
})

test("the codes of useless operations may differ", async () => {
  await shop.control("quirks", {
    unpaid_operation_code: "transaction_success_primary_not_found",
    repeated_operation_code: "action_not_allowed",
  })
  await shop.create("o1", { confirm: false })
  expect((await shop.operate("cancel", { external_id: "o1" })).body).toMatchObject({
    code: "transaction_success_primary_not_found",
  })
  await shop.pay("o1")
  await shop.operate("cancel", { external_id: "o1" })
  expect((await shop.operate("cancel", { external_id: "o1" })).body).toMatchObject({
    code: "action_not_allowed",
  })
})

test("a pending refund may count in info already, and may call itself a success", async () => {
  await shop.control("quirks", { pending_refund_in_info: true, pending_is_success: true })
  await shop.control("merchants/sandbox-login", { balance: "0.00" })
  await shop.create("o1", { amount: 10 })
  await shop.pay("o1")
  expect((await shop.operate("refund", { external_id: "o1", amount: 4 })).body).toMatchObject({
    is_success: true,
    details: { status: "pending" },
  })
  expect((await shop.info("o1")).body).toMatchObject({ refunded: true, amount_refunded: "4.00" })
})

test("the bank may act in silence", async () => {
  await shop.control("quirks", { bank_callbacks: false })
  await shop.create("o1")
  await shop.pay("o1")
  await shop.control("payments/o1/bank/chargeback")
  await shop.idle()
  expect(shop.received).toHaveLength(1)
})

test("the answer that asks for 3-D Secure may look like a failure without details, and info may hide it", async () => {
  await shop.control("quirks", {
    three_ds_is_success: false,
    three_ds_details: "null",
    three_ds_in_info: false,
  })
  expect((await payByToken(shop, "o1", "4242424242424242")).body).toMatchObject({
    is_success: false,
    details: null,
    action_required: true,
    action: { type: "url" },
  })
  expect((await shop.info("o1")).body).toMatchObject({
    action_required: false,
    action: null,
    purchase_details: [{ status: "pending" }],
  })
})

test("a saved card may show under its own type, and waiting cards in the wallet", async () => {
  await shop.control("quirks", { wallet_payment_type: "wallet", wallet_lists_unconfirmed: true })
  const saved = await shop.control("wallets", { external_id: "cus_1" })
  const { option_id } = Object(saved.body).card
  const paid = await payDirectly(shop, "o1", { type: "wallet", wallet: { option_id } })
  expect(paid.body).toMatchObject({ payment_method: { type: "wallet" } })
  const wallet = "/api/customers/v1/wallet?external_id=cus_1"
  await shop.call("POST", wallet, { mode: "hosted", callback_url: shop.callback_url })
  await shop.control("wallets/cus_1/finish", { card: "visa-3ds", three_ds: "leave" })
  expect(Object((await shop.call("GET", wallet)).body).wallet).toHaveLength(2)
})

test("a used token is refused under whichever code the gateway has for it", async () => {
  await shop.control("quirks", { used_token_code: "token_does_not_exist" })
  const cc_token = { token: await tokenFor(shop, "visa-rejected") }
  await payDirectly(shop, "o1", { type: "cc_token", cc_token })
  expect((await payDirectly(shop, "o1", { type: "cc_token", cc_token })).body).toMatchObject({
    code: "token_does_not_exist",
    type: "payment_method_error",
  })
})

test("an unknown quirk is refused and the others keep their defaults", async () => {
  expect((await shop.control("quirks", { nonsense: true })).status).toBe(400)
  expect((await shop.look("quirks")).body).toEqual(defaultQuirks())
})
