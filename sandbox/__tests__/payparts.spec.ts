import { openApiPath } from "../beside-repository"
import { testBy } from "./papers"
import {
  answers,
  createAtStub,
  createOrder,
  customerPage,
  moveOrder,
  orderBody,
  orderInfo,
  refusal,
  SIGNED,
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

const FINAL = "create success transaction_successful"
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

testBy(openApiPath())("answers and callbacks keep to RozetkaPay's document", async () => {
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
