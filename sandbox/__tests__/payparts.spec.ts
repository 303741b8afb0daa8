import { existsSync } from "node:fs"
import { openApiPath } from "../beside-repository"
import {
  answers,
  createAtStub,
  createOrder,
  customerPage,
  moveOrder,
  orderBody,
  orderInfo,
  told,
} from "./payparts-shop"
import { Shop } from "./shop"

let shop: Shop
// One each: a callback that an earlier test left on its way must not be counted in the next.
beforeEach(async () => {
  shop = await Shop.open()
})
afterEach(async () => {
  await shop.close()
})

const SIGNED = "create success contract_was_signed_on_client_side"
const FINAL = "create success transaction_successful"
const refusal = (code: string, param?: string) => ({
  status: 400,
  body: { code, ...(param === undefined ? {} : { param }) },
})
const lastUpdate = async (id: string) => Object((await orderInfo(shop, id)).body)

describe("an order in instalments", () => {
  test("waits in the bank's app until the customer agrees, then is held until it is confirmed", async () => {
    const asked = await createOrder(shop, "o")
    expect(asked).toMatchObject({
      status: 200,
      body: {
        external_id: "o",
        action_required: false,
        details: {
          method: "create",
          status: "pending",
          status_code: "pending",
          amount: 1500,
          currency: "UAH",
          bank_key: "monobank",
        },
        metadata: { session: "o" },
      },
    })
    expect(asked.body).not.toHaveProperty("action")
    expect(shop.received).toEqual([])
    await answers(shop, "o")
    await shop.idle()
    expect(told(shop)).toEqual([SIGNED])
    expect(shop.received[0]?.body).not.toHaveProperty("operation")
    expect(await shop.ledger("o")).toMatchObject({ held: "1500.00", captured: "0.00" })
    expect(await lastUpdate("o")).toMatchObject({
      amount: "1500.00",
      purchased: true,
      confirmed: false,
      purchase_details: { method: "create", status: "success" },
      confirmation_details: null,
    })
    expect(await moveOrder(shop, "order/confirm", "o")).toMatchObject({
      status: 200,
      body: { details: { method: "confirm", status_code: "transaction_successful", amount: 1500 } },
    })
    await shop.idle()
    expect(told(shop)).toEqual([SIGNED, "confirm success transaction_successful"])
    expect(await lastUpdate("o")).toMatchObject({
      confirmed: true,
      amount_confirmed: "1500.00",
      confirmation_details: [{ method: "confirm" }],
    })
    expect(await shop.ledger("o")).toMatchObject({ held: "0.00", captured: "1500.00" })
  })

  test("is final at once when it is confirmed automatically", async () => {
    await createOrder(shop, "o", { auto_confirm_after_success: true })
    await answers(shop, "o")
    await shop.idle()
    expect(told(shop)).toEqual([FINAL])
    expect(await shop.ledger("o")).toMatchObject({ captured: "1500.00" })
    expect(await moveOrder(shop, "order/confirm", "o")).toMatchObject(
      refusal("action_already_done"),
    )
  })

  test("may be confirmed automatically by an operation of its own", async () => {
    await shop.control("quirks", { payparts_auto_confirm: "own_operation" })
    await createOrder(shop, "o", { auto_confirm_after_success: true })
    await answers(shop, "o")
    await shop.idle()
    expect(told(shop).sort()).toEqual(["confirm success transaction_successful", SIGNED])
    expect(await shop.ledger("o")).toMatchObject({ held: "0.00", captured: "1500.00" })
  })

  test("is final at once at a bank that knows no confirmation", async () => {
    await shop.control("banks/monobank", { one_stage: true })
    await createOrder(shop, "o")
    await answers(shop, "o")
    await shop.idle()
    expect(told(shop)).toEqual([FINAL])
  })

  test.each([
    [{ answer: "refuse" }, "transaction_is_canceled_by_payer"],
    [{ answer: "reject" }, "transaction_rejected"],
    [{ answer: "reject", code: "order_expired" }, "order_expired"],
  ])("is not paid after %j", async (answer, code) => {
    await createOrder(shop, "o")
    await answers(shop, "o", answer)
    await shop.idle()
    expect(told(shop)).toEqual([`create failure ${code}`])
    expect(await lastUpdate("o")).toMatchObject({
      purchased: false,
      purchase_details: { status: "failure", status_code: code },
    })
    expect(await answers(shop, "o")).toMatchObject({ status: 409 })
    expect(await moveOrder(shop, "order/confirm", "o")).toMatchObject(refusal("action_not_allowed"))
  })

  test("keeps waiting when the customer never answers", async () => {
    await createOrder(shop, "o")
    await shop.idle()
    expect(shop.received).toEqual([])
    expect(await lastUpdate("o")).toMatchObject({
      purchased: false,
      purchase_details: { status: "pending" },
    })
  })

  test("is signed and its callback resent until it is answered by 200", async () => {
    shop.statuses = [500, 204]
    await createOrder(shop, "o")
    await answers(shop, "o")
    await shop.idle()
    expect(told(shop)).toEqual([SIGNED, SIGNED, SIGNED])
    expect(shop.received[2]?.headers).toMatchObject({
      "x-rozetkapay-signature": expect.stringMatching(/^[\w-]{27}=$/),
    })
  })

  test("is known to the instalments API alone", async () => {
    await createOrder(shop, "o")
    await answers(shop, "o")
    expect(await shop.info("o")).toMatchObject(refusal("data_not_found"))
    expect(await shop.operate("confirm", { external_id: "o" })).toMatchObject(
      refusal("transaction_not_found"),
    )
    expect(await shop.create("o")).toMatchObject(refusal("order_is_duplicated"))
    await shop.create("card")
    expect(await createOrder(shop, "card")).toMatchObject(refusal("order_is_duplicated"))
    expect(await orderInfo(shop, "card")).toMatchObject(refusal("data_not_found"))
    expect(await orderInfo(shop, "nobody's")).toMatchObject(refusal("data_not_found"))
  })
})

describe("the test bank", () => {
  test.each([1, 2])("leads phone …%i to a page, where agreeing succeeds", async (phone) => {
    const asked = await createAtStub(shop, "o", phone)
    expect(asked.body).toMatchObject({
      action_required: true,
      action: { type: "url", value: expect.stringContaining("/instalments/") },
      details: { status: "pending", status_code: "waiting_for_redirect" },
    })
    await answers(shop, "o")
    expect(await lastUpdate("o")).toMatchObject({ purchased: true, action_required: false })
  })

  test.each([
    [3, SIGNED],
    [4, SIGNED],
    [9, "create failure transaction_rejected"],
    [10, "create failure transaction_rejected"],
  ])("answers for phone …%i by itself", async (phone, expected) => {
    expect((await createAtStub(shop, "o", phone)).body).toMatchObject({
      action_required: false,
      details: { status: "pending" },
    })
    await shop.idle()
    expect(told(shop)).toEqual([expected])
  })

  test("may answer at once", async () => {
    await shop.control("quirks", { payparts_stub_answers: "at_once" })
    expect((await createAtStub(shop, "o", 3)).body).toMatchObject({
      is_success: true,
      details: { status: "success", status_code: "contract_was_signed_on_client_side" },
    })
  })

  test.each([
    7, 8,
  ])("leads phone …%i to a page, and rejects what is agreed there", async (phone) => {
    expect((await createAtStub(shop, "o", phone)).body).toMatchObject({ action_required: true })
    await answers(shop, "o")
    expect(await lastUpdate("o")).toMatchObject({
      purchased: false,
      purchase_details: { status_code: "transaction_rejected" },
    })
  })
})

describe("how each bank asks", () => {
  const nobody = { first_name: "Olena", last_name: "Koval" }
  test.each([
    ["rozetkapay", {}, true],
    ["oschadbank", { mode: "hosted", customer: nobody }, true],
    ["privatbank", { customer: nobody }, true],
    ["privatbank", {}, false],
    ["monobank", {}, false],
    ["abank", {}, false],
    ["izibank", {}, false],
    ["stub", {}, false],
  ])("%s %j: a page: %s", async (bank_name, more, action_required) => {
    const { status, body } = await createOrder(shop, "o", { bank_name, ...more })
    expect(status).toBe(200)
    expect(body).toMatchObject({ action_required })
  })

  test.each([
    "abank",
    "monobank",
    "izibank",
    "rozetkapay",
  ])("%s needs the customer's phone", async (bank_name) => {
    expect(await createOrder(shop, "o", { bank_name, customer: nobody })).toMatchObject(
      refusal("invalid_request_body", "customer.phone"),
    )
  })
})

describe("banks/info", () => {
  test("lists the banks with their parts and limits, and fees where asked", async () => {
    const { status, body } = await shop.call("GET", "/api/payparts/v1/banks/info?include_fees=true")
    expect(status).toBe(200)
    expect(body).toContainEqual(
      expect.objectContaining({
        name: "monobank",
        available_periods: Array.from({ length: 23 }, (_, more) => more + 3),
        limits: { min_amount: 1, max_amount: 250000 },
        periods: expect.arrayContaining([{ period: 3, fee: 3.3 }]),
      }),
    )
    const [first] = [(await shop.call("GET", "/api/payparts/v1/banks/info")).body].flat()
    expect(first).not.toHaveProperty("periods")
  })

  test("loses a bank that the project has no more", async () => {
    await shop.control("banks/monobank", { offered: false })
    const { text } = await shop.call("GET", "/api/payparts/v1/banks/info")
    expect(text).not.toContain("monobank")
    expect(await createOrder(shop, "o")).toMatchObject(refusal("bank_is_not_supported"))
  })
})

describe("what is asked wrongly", () => {
  test.each([
    [{ amount: "1500" }, "amount"],
    [{ amount: 0.5 }, "amount"],
    [{ amount: 10.005 }, "amount"],
    [{ parts_count: "3" }, "parts_count"],
    [{ products: [{ name: "Teapot", quantity: "2", price: 750 }] }, "products.quantity"],
    [{ products: [{ name: "Teapot", quantity: 1.5, price: 750 }] }, "products.quantity"],
    [{ products: [{ name: "Teapot", quantity: 2, price: "750" }] }, "products.price"],
    [{ description: "" }, "description"],
    [{ description: "x".repeat(257) }, "description"],
    [{ customer: undefined }, "customer"],
    [{ customer: { first_name: "Olena", phone: "+380501234567" } }, "customer.last_name"],
    [{ bank_name: "rozetkapay", result_url: undefined }, "result_url"],
    [{ bank_name: "rozetkapay", products: [] }, "products"],
    [{ mode: "express" }, "mode"],
    [{ callback_url: "shop" }, "callback_url"],
  ])("%j", async (more, param) => {
    expect(await createOrder(shop, "o", more)).toMatchObject(refusal("invalid_request_body", param))
  })

  test.each([
    [{ parts_count: 2 }, "wrong_installment_period", "parts_count"],
    [{ parts_count: 26 }, "wrong_installment_period", "parts_count"],
    [{ amount: 250000.01 }, "transaction_amount_limit", "amount"],
    [{ bank_name: "privatbank", amount: 299.99 }, "transaction_amount_limit", "amount"],
    [{ bank_name: "nobank" }, "bank_is_not_supported", "bank_name"],
    [{ bank_name: "oschadbank" }, "payment_flow_not_supported", "mode"],
    [{ mode: "hosted" }, "payment_flow_not_supported", "mode"],
    [{ currency: "EUR" }, "invalid_currency", "currency"],
    [
      { customer: { first_name: "O", last_name: "K", phone: "0501234567" } },
      "invalid_phone_number",
      "customer.phone",
    ],
  ])("%j is refused by %s", async (more, code, param) => {
    expect(await createOrder(shop, "o", more)).toMatchObject(refusal(code, param))
  })

  test("numbers as texts are refused by the lenient gateway as well", async () => {
    await shop.close()
    shop = await Shop.open({ strict: false })
    const products = [{ name: "Teapot", quantity: "2", price: 750 }]
    expect(await createOrder(shop, "o", { products })).toMatchObject(
      refusal("invalid_request_body", "products.quantity"),
    )
    expect(await createOrder(shop, "o")).toMatchObject({ status: 200 })
  })

  test("without the products RozetkaPay's own credit fails on its page", async () => {
    await shop.close()
    shop = await Shop.open({ strict: false })
    await createOrder(shop, "o", { bank_name: "rozetkapay", products: undefined })
    await answers(shop, "o")
    expect(await lastUpdate("o")).toMatchObject({
      purchase_details: { status: "failure", status_code: "failed_to_create_transaction" },
    })
  })

  test("what the bank refuses may come as a result", async () => {
    await shop.control("quirks", { payparts_refusal: "result" })
    expect(await createOrder(shop, "o", { parts_count: 26 })).toMatchObject({
      status: 200,
      body: {
        is_success: false,
        details: { status: "failure", status_code: "wrong_installment_period" },
      },
    })
    await shop.idle()
    expect(told(shop)).toEqual(["create failure wrong_installment_period"])
  })

  test.each([
    ["payparts_period_code", "wrong_payment_count", { parts_count: 26 }],
    ["payparts_period_code", "wrong_payparts_period", { parts_count: 26 }],
    ["payparts_limit_code", "transaction_limit_exceeded", { amount: 250001 }],
  ])("%s may be %s", async (quirk, code, more) => {
    await shop.control("quirks", { [quirk]: code })
    expect(await createOrder(shop, "o", more)).toMatchObject(refusal(code))
  })

  test("a line's total in the place of its price is caught where products must come to the amount", async () => {
    const products = [{ name: "Teapot", quantity: 2, price: 1500 }]
    expect(await createOrder(shop, "any", { products })).toMatchObject({ status: 200 })
    await shop.control("quirks", { payparts_products_sum: "must_match" })
    expect(await createOrder(shop, "o", { products })).toMatchObject(
      refusal("wrong_amount", "products"),
    )
    expect(await createOrder(shop, "o")).toMatchObject({ status: 200 })
  })

  test("a bank may refuse by itself, once or for good", async () => {
    await shop.control("banks/monobank", { refuse: "user_not_found" })
    expect(await createOrder(shop, "o")).toMatchObject(refusal("user_not_found"))
    expect(await createOrder(shop, "o")).toMatchObject({ status: 200 })
  })
})

describe("creating again", () => {
  test("an order that waits is the same order, a second one, or refused", async () => {
    const first = Object((await createOrder(shop, "o")).body).details.operation_id
    const again = async () => Object((await createOrder(shop, "o")).body).details?.operation_id
    expect(await again()).toBe(first)
    await shop.control("quirks", { payparts_create_again: "refused" })
    expect(await createOrder(shop, "o")).toMatchObject(
      refusal("simultaneous_open_orders_not_supported_by_bank"),
    )
    await shop.control("quirks", { payparts_create_again: "new_order" })
    expect(await again()).not.toBe(first)
    await answers(shop, "o")
    expect(await answers(shop, "o")).toMatchObject({ status: 409 })
    expect(await shop.ledger("o")).toMatchObject({ held: "1500.00" })
  })

  test("a refused order may be asked again, or not", async () => {
    await createOrder(shop, "o")
    await answers(shop, "o", { answer: "refuse" })
    await shop.control("quirks", { payparts_create_after_decline: "refused" })
    expect(await createOrder(shop, "o")).toMatchObject(refusal("order_is_duplicated"))
    await shop.control("quirks", { payparts_create_after_decline: "opens" })
    expect(await createOrder(shop, "o", { bank_name: "abank" })).toMatchObject({ status: 200 })
    await answers(shop, "o")
    expect(await createOrder(shop, "o")).toMatchObject(refusal("transaction_already_paid"))
  })
})

describe("how an order that waits is told", () => {
  test.each([
    ["status_created", { status: "created", status_code: "pending" }],
    ["code_created", { status: "pending", status_code: "created" }],
  ])("as %s", async (payparts_waiting, details) => {
    await shop.control("quirks", { payparts_waiting, payparts_asked_is_success: false })
    expect((await createOrder(shop, "o")).body).toMatchObject({ is_success: false, details })
  })

  test("as an amount in text", async () => {
    await shop.control("quirks", { payparts_details_amount: "string" })
    expect((await createOrder(shop, "o")).body).toMatchObject({ details: { amount: "1500.00" } })
  })

  test("or not at all, by info", async () => {
    await shop.control("quirks", { payparts_waiting_in_info: "data_not_found" })
    await createOrder(shop, "o")
    expect(await orderInfo(shop, "o")).toMatchObject(refusal("data_not_found"))
  })

  test("by a pending callback before the final one", async () => {
    await shop.control("quirks", { pending_first: true })
    await createOrder(shop, "o")
    await shop.idle()
    expect(told(shop)).toEqual(["create pending pending"])
    await answers(shop, "o")
    await shop.idle()
    expect(told(shop).sort()).toEqual(["create pending pending", "create pending pending", SIGNED])
    const ids = new Set(shop.received.map(({ body }) => Object(body).details.operation_id))
    expect(ids.size).toBe(1)
  })
})

const isAtHand = existsSync(openApiPath())
const testByDocument = isAtHand ? test : test.skip

testByDocument("answers and callbacks keep to RozetkaPay's document", async () => {
  expect(customerPage(await createAtStub(shop, "page", 1))).toContain(shop.sandbox.url)
  await createOrder(shop, "o", { unified_external_id: "u1" })
  await answers(shop, "o")
  await orderInfo(shop, "o")
  await moveOrder(shop, "order/confirm", "o")
  await moveOrder(shop, "refund", "o", { amount: 10.5 })
  await shop.control("merchants/sandbox-login", { balance: "0.00" })
  await moveOrder(shop, "refund", "o", { amount: 20 })
  await moveOrder(shop, "refund/retry", "o")
  await moveOrder(shop, "refund/cancel", "o")
  await orderInfo(shop, "o")
  await createOrder(shop, "c")
  await answers(shop, "c")
  await moveOrder(shop, "order/cancel", "c")
  await createOrder(shop, "wrong", { parts_count: 26 })
  await orderInfo(shop, "c")
  await shop.call("GET", "/api/payparts/v1/banks/info?include_fees=true")
  await shop.call("POST", "/api/payparts/v1/callback/resend", { external_id: "c" })
  await shop.control("quirks", { empty_fields: "absent", payparts_waiting: "status_created" })
  await createOrder(shop, "absent")
  await shop.idle()
  expect((await shop.look("contract")).body).toEqual({ openapi: true, violations: [] })
  await shop.call("POST", "/api/payparts/v1/order/create", { ...orderBody(shop, "x"), amount: "1" })
  expect(Object((await shop.look("contract")).body).violations).toHaveLength(1)
})
