import { answers, createOrder, orderInfo, refusal, told } from "./payparts-shop"
import { Shop } from "./shop"

let shop: Shop
beforeEach(async () => {
  shop = await Shop.open()
})
afterEach(() => shop.close())

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
    expect((await orderInfo(shop, "o")).body).toMatchObject({
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
