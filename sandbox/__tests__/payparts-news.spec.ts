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
/** What came so far; nothing is said of the order in which they came. */
const news = async () => {
  await shop.idle()
  return told(shop).sort()
}

describe("callbacks", () => {
  test("go to the address of their own operation, or to the create's", async () => {
    await held("o")
    const callback_url = `${shop.callback_url}?of=confirm`
    await moveOrder(shop, "order/confirm", "o", { callback_url })
    await moveOrder(shop, "refund", "o", { amount: 10 })
    await shop.idle()
    const { callbacks } = Object((await shop.look("callbacks?external_id=o")).body)
    expect(callbacks.map(({ url }: { url: string }) => url)).toEqual([
      shop.callback_url,
      callback_url,
      shop.callback_url,
    ])
  })

  test.each([
    ["double", 2],
    ["lose", 0],
  ])("%s", async (mode, copies) => {
    await shop.control("callbacks", { mode })
    await held("o")
    expect(await news()).toHaveLength(copies)
  })

  test("may overtake one another", async () => {
    await shop.control("callbacks", { mode: "hold" })
    await held("o")
    await moveOrder(shop, "order/confirm", "o")
    await shop.control("callbacks/flush", { order: "reverse" })
    expect(told(shop)).toEqual([CONFIRMED, SIGNED])
  })

  test("are sent again when asked, the last one or of the kind that is named", async () => {
    await held("o")
    await moveOrder(shop, "order/confirm", "o")
    await shop.idle()
    const resend = (body: Record<string, unknown>) =>
      shop.call("POST", "/api/payparts/v1/callback/resend", { external_id: "o", ...body })
    expect(await resend({})).toMatchObject({ status: 204 })
    expect(await resend({ operation: "payment" })).toMatchObject({ status: 204 })
    expect(await resend({ operation: "refund" })).toMatchObject(refusal("operation_not_found"))
    expect(await news()).toEqual([CONFIRMED, CONFIRMED, SIGNED, SIGNED])
  })
})

describe("faults", () => {
  test("lose the answer to a create that was carried out, or that was not", async () => {
    await shop.control("faults", { endpoint: "payparts_create", kind: "drop_before" })
    await expect(createOrder(shop, "o")).rejects.toThrow()
    expect(await orderInfo(shop, "o")).toMatchObject(refusal("data_not_found"))
    await shop.control("faults", { endpoint: "payparts_create", kind: "500_after" })
    expect(await createOrder(shop, "o")).toMatchObject({ status: 500 })
    await answers(shop, "o")
    expect(await shop.ledger("o")).toMatchObject({ held: "1500.00" })
  })

  test.each([
    ["payparts_confirm", "order/confirm"],
    ["payparts_cancel", "order/cancel"],
    ["payparts_refund", "refund"],
    ["payparts_refund_retry", "refund/retry"],
    ["payparts_refund_cancel", "refund/cancel"],
  ] as const)("strike %s", async (endpoint, path) => {
    await held("o")
    await shop.control("faults", { endpoint, kind: "429", external_id: "o" })
    const struck = await moveOrder(shop, path, "o")
    expect(struck).toMatchObject({ status: 429, body: { code: "too_many_requests" } })
    expect(await shop.ledger("o")).toMatchObject({ held: "1500.00" })
  })

  test.each([
    ["payparts_info", "info?external_id=o"],
    ["payparts_operation", "info/operation?external_id=o&operation_id=x"],
    ["payparts_banks", "banks/info"],
  ])("strike %s", async (endpoint, path) => {
    await shop.control("faults", { endpoint, kind: "502_before" })
    expect(await shop.call("GET", `/api/payparts/v1/${path}`)).toMatchObject({ status: 502 })
  })

  test("info may be stale", async () => {
    await createOrder(shop, "o")
    await shop.control("info", { stopped: true, calls: 1 })
    await answers(shop, "o")
    expect((await orderInfo(shop, "o")).body).toMatchObject({ purchased: false })
    expect((await orderInfo(shop, "o")).body).toMatchObject({ purchased: true })
  })
})

describe("reading", () => {
  test("one operation by its id", async () => {
    const created = await createOrder(shop, "o")
    const { operation_id } = Object(created.body).details
    const read = (id: string) =>
      shop.call("GET", `/api/payparts/v1/info/operation?external_id=o&operation_id=${id}`)
    expect(await read(operation_id)).toMatchObject({
      status: 200,
      body: { external_id: "o", details: { method: "create", operation_id, status: "pending" } },
    })
    expect(await read("nothing")).toMatchObject(refusal("operation_not_found"))
  })

  test("the report of transactions has them, or not", async () => {
    await held("o")
    await moveOrder(shop, "order/confirm", "o")
    await moveOrder(shop, "refund", "o", { amount: 10 })
    const today = new Date().toISOString().slice(0, 10)
    const report = async (more = {}) =>
      Object(
        (
          await shop.call("POST", "/api/reports/v1/transactions", {
            date_from: today,
            date_to: today,
            ...more,
          })
        ).body,
      ).transactions
    expect(await report()).toMatchObject([
      { external_id: "o", operation_type: "create", original_amount: "1500.00" },
      { operation_type: "capture", payment_method: "payparts", payer_bank_name: "monobank" },
      { operation_type: "refund", original_amount: "10.00", status: "Success" },
    ])
    expect(await report({ operation_types: ["create"] })).toHaveLength(1)
    await shop.control("quirks", { payparts_in_report: false })
    expect(await report()).toEqual([])
  })

  test("needs the right keys", async () => {
    const path = "/api/payparts/v1/banks/info"
    expect(await shop.call("GET", path, undefined, { authorization: "Basic eDp5" })).toMatchObject({
      status: 401,
    })
  })
})
