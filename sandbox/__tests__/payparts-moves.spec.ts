import {
  answers,
  CONFIRMED,
  createOrder,
  moveOrder,
  orderInfo,
  refusal,
  SIGNED,
  signedOrder,
  told,
} from "./payparts-shop"
import { Shop } from "./shop"

let shop: Shop
beforeEach(async () => {
  shop = await Shop.open()
})
afterEach(() => shop.close())

const held = (id: string, more: Record<string, unknown> = {}) => signedOrder(shop, id, more)
const captured = (id: string) => held(id, { auto_confirm_after_success: true })
const balance = (amount: string | null) =>
  shop.control("merchants/sandbox-login", { balance: amount })
/** What came so far; nothing is said of the order in which they came. */
const news = async () => {
  await shop.idle()
  return told(shop).sort()
}

describe("cancelling and confirming", () => {
  test("cancels the whole of what is held", async () => {
    await held("o")
    expect(await moveOrder(shop, "order/cancel", "o", { payload: "why" })).toMatchObject({
      status: 200,
      body: {
        is_success: true,
        details: {
          method: "cancel",
          status: "success",
          status_code: "cancel_successful",
          amount: 1500,
          payload: "why",
        },
      },
    })
    expect(await news()).toEqual(["cancel success cancel_successful", SIGNED])
    expect((await orderInfo(shop, "o")).body).toMatchObject({
      purchased: true,
      canceled: true,
      amount_canceled: "1500.00",
      cancellation_details: [{ method: "cancel" }],
    })
    expect(await moveOrder(shop, "order/cancel", "o")).toMatchObject(refusal("action_already_done"))
    expect(await moveOrder(shop, "order/confirm", "o")).toMatchObject(
      refusal("action_already_done"),
    )
  })

  test.each(["order/confirm", "order/cancel"] as const)("%s takes no amount", async (move) => {
    await held("o")
    expect(await moveOrder(shop, move, "o", { amount: 100 })).toMatchObject(
      refusal("invalid_request_body", "amount"),
    )
    expect(await shop.ledger("o")).toMatchObject({ held: "1500.00" })
  })

  test("does not cancel what is confirmed", async () => {
    await captured("o")
    expect(await moveOrder(shop, "order/cancel", "o")).toMatchObject(refusal("action_not_allowed"))
  })

  test("does not cancel an order that the customer has not answered, or ends it", async () => {
    await createOrder(shop, "o")
    expect(await moveOrder(shop, "order/cancel", "o")).toMatchObject(refusal("action_not_allowed"))
    await shop.control("quirks", { payparts_cancel_unsigned: "ends" })
    expect(await moveOrder(shop, "order/cancel", "o")).toMatchObject({
      body: { details: { method: "cancel", status: "success", amount: 1500 } },
    })
    expect(await answers(shop, "o")).toMatchObject({ status: 409 })
    expect(await shop.ledger("o")).toMatchObject({ held: "0.00", canceled: "0.00" })
    expect((await orderInfo(shop, "o")).body).toMatchObject({
      purchased: false,
      canceled: true,
      purchase_details: { status: "failure", status_code: "order_canceled" },
    })
    expect(await moveOrder(shop, "order/cancel", "o")).toMatchObject(refusal("action_not_allowed"))
  })

  test("meets a bank's refusal as an error or as a result, which moves no money", async () => {
    await held("o")
    await shop.control("banks/monobank", { refuse: "order_expired", operation: "confirm" })
    expect(await moveOrder(shop, "order/confirm", "o")).toMatchObject(refusal("order_expired"))
    await shop.control("quirks", { payparts_refusal: "result" })
    await shop.control("banks/monobank", { refuse: "internal_error", operation: "confirm" })
    expect(await moveOrder(shop, "order/confirm", "o")).toMatchObject({
      status: 200,
      body: { is_success: false, details: { status: "failure", status_code: "internal_error" } },
    })
    expect(await shop.ledger("o")).toMatchObject({ held: "1500.00", captured: "0.00" })
    expect(await moveOrder(shop, "order/confirm", "o")).toMatchObject({ status: 200 })
    expect(await news()).toEqual(["confirm failure internal_error", CONFIRMED, SIGNED])
  })

  test("knows no order of another name", async () => {
    expect(await moveOrder(shop, "order/confirm", "o")).toMatchObject(
      refusal("transaction_not_found", "external_id"),
    )
    expect(await moveOrder(shop, "refund/retry", "o")).toMatchObject(
      refusal("transaction_not_found"),
    )
  })
})

describe("refunds", () => {
  test("are in part and of the rest", async () => {
    await captured("o")
    expect(await moveOrder(shop, "refund", "o", { amount: 10.5, currency: "UAH" })).toMatchObject({
      body: {
        is_success: true,
        details: { method: "refund", status_code: "refund_successful", amount: 10.5 },
      },
    })
    expect(await moveOrder(shop, "refund", "o", { amount: 1490 })).toMatchObject(
      refusal("incorrect_refund_sum_or_currency"),
    )
    expect((await orderInfo(shop, "o")).body).toMatchObject({
      refunded: true,
      amount_refunded: "10.50",
      refund_details: [{ amount: 10.5 }],
    })
    await moveOrder(shop, "refund", "o")
    expect(await shop.ledger("o")).toMatchObject({ captured: "1500.00", refunded: "1500.00" })
    expect(await moveOrder(shop, "refund", "o")).toMatchObject(refusal("action_already_done"))
  })

  test("take numbers only, and are not given of what is only held", async () => {
    await held("o")
    expect(await moveOrder(shop, "refund", "o", { amount: "10.50" })).toMatchObject(
      refusal("invalid_request_body", "amount"),
    )
    const products = [{ name: "Teapot", quantity: "1", price: 750 }]
    expect(await moveOrder(shop, "refund", "o", { amount: 750, products })).toMatchObject(
      refusal("invalid_request_body", "products.quantity"),
    )
    expect(await moveOrder(shop, "refund", "o", { amount: 10 })).toMatchObject(
      refusal("action_not_allowed"),
    )
  })

  test("wait for money on the balance, and are retried", async () => {
    await captured("o")
    await balance("5.00")
    expect(await moveOrder(shop, "refund", "o", { amount: 10 })).toMatchObject({
      body: { is_success: false, details: { status: "pending", status_code: "pending" } },
    })
    expect(await moveOrder(shop, "refund/retry", "o")).toMatchObject({
      body: { details: { status: "pending" } },
    })
    await balance(null)
    expect(await moveOrder(shop, "refund/retry", "o")).toMatchObject({
      body: { details: { status: "success", status_code: "refund_successful" } },
    })
    expect(await news()).toEqual([
      "create success transaction_successful",
      "refund pending pending",
      "refund success refund_successful",
    ])
    expect(await moveOrder(shop, "refund/retry", "o")).toMatchObject(refusal("action_not_allowed"))
  })

  test.each([
    ["taken back", () => moveOrder(shop, "refund/cancel", "o"), "refund_is_cancelled_by_initiator"],
    ["given up", () => shop.control("payments/o/refunds/fail"), "refund_is_cancelled_by_system"],
  ])("that wait may be %s", async (_name, end, code) => {
    await shop.control("quirks", { payparts_refund_pending_code: "refund_pending" })
    await captured("o")
    await balance("0.00")
    await moveOrder(shop, "refund", "o", { amount: 10 })
    await end()
    expect((await news()).slice(1)).toEqual([
      `refund failure ${code}`,
      "refund pending refund_pending",
    ])
    expect(await shop.ledger("o")).toMatchObject({ refunded: "0.00", refunding: "0.00" })
  })

  test("of a slow bank are told of later", async () => {
    await shop.control("quirks", { payparts_refund: "later" })
    await captured("o")
    await moveOrder(shop, "refund", "o", { amount: 10 })
    await moveOrder(shop, "refund/retry", "o")
    expect(await shop.ledger("o")).toMatchObject({ refunded: "0.00", refunding: "10.00" })
    await shop.control("payments/o/refunds/settle")
    expect((await news()).slice(1)).toEqual([
      "refund pending pending",
      "refund success refund_successful",
    ])
  })
})

describe("the merchant's cabinet", () => {
  test("confirms and refunds, and tells of it", async () => {
    await held("o")
    await shop.control("payments/o/cabinet/confirm")
    await shop.control("payments/o/cabinet/refund", { amount: 100 })
    expect(await news()).toEqual([CONFIRMED, SIGNED, "refund success refund_successful"])
    expect(await shop.ledger("o")).toMatchObject({ captured: "1500.00", refunded: "100.00" })
  })

  test("cancels, as a whole", async () => {
    await held("o")
    expect(await shop.control("payments/o/cabinet/cancel", { amount: 100 })).toMatchObject({
      status: 409,
    })
    await shop.control("payments/o/cabinet/cancel")
    expect(await news()).toEqual(["cancel success cancel_successful", SIGNED])
  })
})
