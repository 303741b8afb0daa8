import {
  batchBody,
  createBatch,
  moveBatch,
  payBatchDirectly,
  statuses,
  VISA_3DS,
} from "./batch-shop"
import { Shop } from "./shop"

let shop: Shop
// One each: a callback that an earlier test left on its way must not be counted in the next.
beforeEach(async () => {
  shop = await Shop.open()
})
afterEach(() => shop.close())

const refusal = (code: string, param?: string) => ({
  status: 400,
  body: { code, ...(param === undefined ? {} : { param }) },
})
const pageOf = (answer: { body: unknown }) => String(Object(answer.body).action.value)
const held = (amount: string) => ({ held: amount, captured: "0.00" })
const send = (url: string, fields: Record<string, string>) =>
  fetch(url, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" })
const callbacks = () =>
  shop.received.map(({ body }) => {
    const { operation, external_id, batch_external_id, orders_details } = Object(body)
    return orders_details ? `batch ${batch_external_id}` : `${operation} ${external_id}`
  })

describe("a payment to several sellers on the hosted page", () => {
  test("opens one page, and says nothing about money", async () => {
    const { status, body } = await createBatch(shop, "b")
    expect(status).toBe(200)
    expect(body).toMatchObject({
      batch_external_id: "b",
      action_required: true,
      action: { type: "url", value: expect.stringContaining("/checkout/") },
      batch_details: null,
      orders_details: [
        { external_id: "b-o", amount: "1000.00", status: "init", method: "create" },
        { external_id: "b-t", amount: "249.99", status: "init" },
      ],
      metadata: { session: "b" },
    })
    expect(await shop.info("b-o")).toMatchObject(refusal("data_not_found"))
    expect(await shop.info("b")).toMatchObject(refusal("data_not_found"))
  })

  test("shows what each seller gets and the sum of all, and pays with one card and one 3-D Secure", async () => {
    const page = pageOf(await createBatch(shop, "b"))
    const text = (await (await fetch(`${page}&lang=en`)).text()).replaceAll("\u00a0", " ")
    expect(text).toContain("Pay ₴1,249.99")
    expect(text).toContain("Olena&#39;s shirts")
    expect(text).toContain("₴249.99")
    const asked = await send(page, { card: VISA_3DS, expiry: "12 / 30", cvv: "123" })
    const bank = new URL(asked.headers.get("location") ?? "", shop.sandbox.url).href
    expect((await shop.info("b-o")).body).toMatchObject({ purchased: false })
    const back = await send(bank, { answer: "approve" })
    expect(back.headers.get("location")).toBe("https://shop.example/thanks")
    expect(await shop.ledger("b-o")).toMatchObject({ captured: "1000.00" })
    expect(await shop.ledger("b-t")).toMatchObject({ captured: "249.99" })
    expect(await shop.ledger("b")).toMatchObject({ captured: "1249.99" })
  })

  test("each order has a book of its own, which names its batch", async () => {
    await createBatch(shop, "b")
    await shop.pay("b")
    expect((await shop.info("b-t")).body).toMatchObject({
      external_id: "b-t",
      batch_external_id: "b",
      amount: "249.99",
      purchased: true,
      purchase_details: [{ amount: "249.99", method: "purchase", status: "success" }],
    })
  })

  test("is announced order by order and as a whole, signed as any callback", async () => {
    await createBatch(shop, "b")
    await shop.pay("b")
    await shop.idle()
    expect(callbacks().sort()).toEqual(["batch b", "payment b-o", "payment b-t"])
    const about = (text: string) => shop.received[callbacks().indexOf(text)]
    expect(about("payment b-o")).toMatchObject({
      body: {
        batch_external_id: "b",
        is_success: true,
        details: { amount: "1000.00", status: "success" },
        metadata: { session: "b" },
      },
      headers: { "x-rozetkapay-signature": expect.stringMatching(/^[\w-]{27}=$/) },
    })
    expect(about("batch b")?.body).toMatchObject({
      batch_details: { amount: "1249.99", currency: "UAH" },
      orders_details: [{ status: "success" }, { status: "success" }],
    })
  })

  test.each([
    ["orders", ["payment b-o", "payment b-t"]],
    ["batch", ["batch b"]],
  ])("may be announced by %s only", async (batch_callbacks, expected) => {
    await shop.control("quirks", { batch_callbacks, batch_order_metadata: false })
    await createBatch(shop, "b")
    await shop.pay("b")
    await shop.idle()
    expect(callbacks().sort()).toEqual(expected)
    const ofOrder = shop.received.map(({ body }) => Object(body)).find((one) => one.operation)
    expect(ofOrder?.metadata ?? null).toBeNull()
  })

  test("a pending callback goes before the final one, for the orders as well", async () => {
    await shop.control("quirks", { pending_first: true, batch_callbacks: "batch" })
    await createBatch(shop, "b", { confirm: false })
    await shop.pay("b")
    await moveBatch(shop, "confirm", "b")
    await shop.idle()
    const seen = shop.received.map(({ body }) => statuses(body)["b-o"])
    expect(seen.sort()).toEqual(["pending", "pending", "success", "success"])
  })

  test("a declined card fails every order, and the shopper may try again", async () => {
    await createBatch(shop, "b")
    await shop.pay("b", { card: "visa-no-funds" })
    await shop.idle()
    expect((await shop.info("b-t")).body).toMatchObject({
      purchased: false,
      purchase_details: [{ status: "failure", status_code: "insufficient_funds" }],
    })
    await shop.pay("b")
    expect(await shop.ledger("b")).toMatchObject({ captured: "1249.99" })
    expect(await createBatch(shop, "b")).toMatchObject(refusal("transaction_already_paid"))
  })

  test("an unpaid batch is opened again with other orders, on the same page", async () => {
    const first = pageOf(await createBatch(shop, "b"))
    const [olena] = batchBody(shop, "b").orders
    const again = await createBatch(shop, "b", { orders: [{ ...olena, amount: 10 }] })
    expect(pageOf(again)).toBe(first)
    await shop.pay("b")
    expect(await shop.ledger("b")).toMatchObject({ captured: "10.00" })
    expect(await shop.info("b-t")).toMatchObject(refusal("data_not_found"))
    await shop.control("quirks", { batch_create_again: "refused" })
    await createBatch(shop, "c")
    expect(await createBatch(shop, "c")).toMatchObject(refusal("order_is_duplicated"))
  })

  test("an old page, where the gateway opens a new one, keeps its own orders", async () => {
    await shop.control("quirks", { create_again: "new_page" })
    const first = pageOf(await createBatch(shop, "b"))
    const [olena] = batchBody(shop, "b").orders
    await createBatch(shop, "b", { orders: [{ ...olena, amount: 10 }] })
    await send(first, { card: "4111 1111 1111 1111", expiry: "12 / 30", cvv: "123" })
    expect(await shop.ledger("b-t")).toMatchObject({ captured: "249.99" })
    expect(await shop.ledger("b")).toMatchObject({ captured: "1249.99" })
  })
})

describe("a payment to several sellers with the card in the request", () => {
  test("is paid at once, and one order may ask to be charged again later", async () => {
    const [olena, taras] = batchBody(shop, "b").orders
    const orders = [{ ...olena, init_recurrent: true, payload: "hers" }, taras]
    const { body } = await payBatchDirectly(shop, "b", "4111111111111111", { orders })
    expect(body).toMatchObject({
      action_required: false,
      batch_details: { amount: "1249.99" },
      payment_method: { type: "cc_token" },
      orders_details: [
        { status: "success", payload: "hers", recurrent_id: expect.stringMatching(/^\d+$/) },
        { status: "success", recurrent_id: null },
      ],
    })
    const { recurrent_id } = Object(body).orders_details[0]
    const month = { recurrent_id, external_id: "month", amount: 5 }
    expect((await shop.operate("recurrent", month)).body).toMatchObject({ is_success: true })
  })

  test("with 3-D Secure waits for the shopper", async () => {
    const asked = await payBatchDirectly(shop, "b", VISA_3DS)
    expect(asked.body).toMatchObject({ action: { value: expect.stringContaining("/3ds/") } })
    expect(statuses(asked.body)).toEqual({ "b-o": "pending", "b-t": "pending" })
    await shop.control("payments/b/three-ds", { answer: "approve" })
    expect(await shop.ledger("b")).toMatchObject({ captured: "1249.99" })
  })

  test("a decline is told per order, or comes as an error", async () => {
    const declined = await payBatchDirectly(shop, "b", "4444333322221111")
    expect(statuses(declined.body)).toEqual({ "b-o": "failure", "b-t": "failure" })
    await shop.control("quirks", { decline_answer: "error" })
    const again = await payBatchDirectly(shop, "b", "4444333322221111")
    expect(again).toMatchObject(refusal("transaction_rejected"))
  })
})

describe("two steps", () => {
  const hold = async (id = "b") => {
    await createBatch(shop, id, { confirm: false })
    await shop.pay(id)
  }
  const olena = (amount?: number) => ({
    api_key: "seller-olena",
    external_id: "b-o",
    ...(amount === undefined ? {} : { amount }),
  })

  test("all is held, and all is confirmed when no order is named", async () => {
    await hold()
    expect(await shop.ledger("b")).toMatchObject(held("1249.99"))
    const { body } = await moveBatch(shop, "confirm", "b")
    expect(body).toMatchObject({
      batch_details: { amount: "1249.99" },
      orders_details: [{ method: "confirm" }, { method: "confirm" }],
    })
    expect(await shop.ledger("b")).toMatchObject({ held: "0.00", captured: "1249.99" })
    expect(await moveBatch(shop, "confirm", "b")).toMatchObject(refusal("action_already_done"))
  })

  test("only the orders named are confirmed, in full or in part; the others stay held", async () => {
    await hold()
    const { body } = await moveBatch(shop, "confirm", "b", { orders: [olena(400)] })
    expect(statuses(body)).toEqual({ "b-o": "success" })
    expect(await shop.ledger("b-o")).toMatchObject({ held: "600.00", captured: "400.00" })
    expect(await shop.ledger("b-t")).toMatchObject(held("249.99"))
    await moveBatch(shop, "confirm", "b", { orders: [olena()] })
    expect(await shop.ledger("b-o")).toMatchObject({ held: "0.00", captured: "1000.00" })
  })

  test("a confirm that one order can't carry out is refused whole, or fails for that one", async () => {
    await hold()
    const orders = [olena(1000.01), { api_key: "seller-taras", external_id: "b-t" }]
    expect(await moveBatch(shop, "confirm", "b", { orders })).toMatchObject(
      refusal("confirm_amount_cannot_be_more_than_the_transaction_amount"),
    )
    expect(await shop.ledger("b")).toMatchObject(held("1249.99"))
    await shop.control("quirks", { batch_wrong_order: "fails_alone" })
    const { status, body } = await moveBatch(shop, "confirm", "b", { orders })
    expect(status).toBe(200)
    expect(statuses(body)).toEqual({ "b-o": "failure", "b-t": "success" })
    expect(await shop.ledger("b")).toMatchObject({ held: "1000.00", captured: "249.99" })
  })

  test("an order is confirmed for its own seller only", async () => {
    await hold()
    const orders = [{ ...olena(), api_key: "seller-taras" }]
    const refused = refusal("transaction_not_found", "orders.external_id")
    expect(await moveBatch(shop, "confirm", "b", { orders })).toMatchObject(refused)
  })

  test("cancelling a batch releases all of it, or what was not confirmed of it", async () => {
    await hold()
    expect(statuses((await moveBatch(shop, "cancel", "b")).body)).toEqual({
      "b-o": "success",
      "b-t": "success",
    })
    expect(await shop.ledger("b")).toMatchObject({ held: "0.00", canceled: "1249.99" })
    expect(await moveBatch(shop, "cancel", "b")).toMatchObject(refusal("action_already_done"))
    await hold("c")
    const orders = [{ api_key: "seller-olena", external_id: "c-o", amount: 1 }]
    await moveBatch(shop, "confirm", "c", { orders })
    await shop.control("quirks", { batch_cancel_after_confirm: "refused" })
    expect(await moveBatch(shop, "cancel", "c")).toMatchObject(refusal("action_not_allowed"))
    await shop.control("quirks", { batch_cancel_after_confirm: "releases_rest" })
    await moveBatch(shop, "cancel", "c")
    expect(await shop.ledger("c")).toMatchObject({ captured: "1.00", canceled: "1248.99" })
    expect(await moveBatch(shop, "cancel", "c")).toMatchObject(refusal("action_not_allowed"))
  })

  test("nothing can be confirmed or cancelled before anybody has paid, or of no batch", async () => {
    await createBatch(shop, "b", { confirm: false })
    await shop.create("single")
    for (const move of ["confirm", "cancel"] as const) {
      expect(await moveBatch(shop, move, "b")).toMatchObject(refusal("action_not_allowed"))
      const unknown = refusal("transaction_not_found", "batch_external_id")
      expect(await moveBatch(shop, move, "single")).toMatchObject(unknown)
      expect(await moveBatch(shop, move, "b-o")).toMatchObject(unknown)
    }
  })
})

describe("one seller's order", () => {
  beforeEach(async () => {
    await createBatch(shop, "b")
    await shop.pay("b")
    await shop.idle()
    shop.received.length = 0
  })

  test("is refunded by itself, at the API or in the cabinet, and announced to the batch's url", async () => {
    const refund = { external_id: "b-o", amount: 10, currency: "UAH" }
    expect((await shop.operate("refund", refund)).body).toMatchObject({
      operation: "refund",
      external_id: "b-o",
      batch_external_id: "b",
      details: { amount: "10.00" },
    })
    await shop.control("payments/b-o/cabinet/refund", { amount: "5" })
    await shop.idle()
    expect(callbacks()).toEqual(["refund b-o", "refund b-o"])
    expect(await shop.ledger("b-o")).toMatchObject({ refunded: "15.00" })
    expect(await shop.ledger("b-t")).toMatchObject({ refunded: "0.00" })
    await shop.control("payments/b/cabinet/refund")
    expect(await shop.ledger("b")).toMatchObject({ refunded: "1249.99" })
    const whole = await shop.control("payments/b/cabinet/refund", { amount: "5" })
    expect(whole.body).toMatchObject({ code: "action_not_allowed" })
  })

  test("is in the report, and the batch is not beside it", async () => {
    const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10)
    // Paid before midnight, perhaps, and asked after it.
    const period = { date_from: day(1), date_to: day(0) }
    const { body } = await shop.call("POST", "/api/reports/v1/transactions", period)
    const rows: { external_id: string }[] = Object(body).transactions
    expect(rows.map(({ external_id }) => external_id).sort()).toEqual(["b-o", "b-t"])
  })

  test("may be known only to who names its seller", async () => {
    await shop.control("quirks", { batch_order_access: "on_behalf_of" })
    const named = (api_key: string) =>
      shop.call("GET", "/api/payments/v1/info?external_id=b-o", undefined, {
        "x-on-behalf-of": api_key,
      })
    expect(await shop.info("b-o")).toMatchObject(refusal("data_not_found"))
    expect(await named("seller-taras")).toMatchObject(refusal("data_not_found"))
    expect((await named("seller-olena")).body).toMatchObject({ purchased: true })
    const refund = await shop.operate("refund", { external_id: "b-o" })
    expect(refund).toMatchObject(refusal("transaction_not_found"))
  })

  test("has a page in the cabinet that leads to its batch, and back", async () => {
    const order = await (await fetch(`${shop.sandbox.url}/payments/sandbox-login/b-o`)).text()
    expect(order).toContain('href="/payments/sandbox-login/b"')
    expect(order).toContain("seller-olena")
    const batch = await (await fetch(`${shop.sandbox.url}/payments/sandbox-login/b`)).text()
    expect(batch).toContain('href="/payments/sandbox-login/b-t"')
    expect(await (await fetch(`${shop.sandbox.url}/?lang=en`)).text()).toContain("order of b")
  })
})

describe("a batch that is only partly successful", () => {
  const refuse = (body: Record<string, unknown>) => shop.control("sellers/seller-taras", body)

  test("one seller's project refuses the payment, the other has its money", async () => {
    await refuse({ refuse: "entity_blocked" })
    const { body } = await payBatchDirectly(shop, "b")
    expect(body).toMatchObject({
      batch_details: { amount: "1000.00" },
      orders_details: [{ status: "success" }, { status: "failure", status_code: "entity_blocked" }],
    })
    expect(await shop.ledger("b")).toMatchObject({ captured: "1000.00" })
    await payBatchDirectly(shop, "c")
    expect(await shop.ledger("c")).toMatchObject({ captured: "1249.99" })
  })

  test("or the whole batch fails with the one", async () => {
    await refuse({ refuse: "entity_blocked", whole_batch: true })
    const { body } = await payBatchDirectly(shop, "b")
    expect(body).toMatchObject({
      orders_details: [
        { status: "failure", status_code: "failed_as_part_of_failed_batch" },
        { status: "failure", status_code: "entity_blocked" },
      ],
    })
    expect(await shop.ledger("b")).toMatchObject({ captured: "0.00" })
    await payBatchDirectly(shop, "b")
    expect(await shop.ledger("b")).toMatchObject({ captured: "1249.99" })
  })

  test("a capture, a cancellation or a refund goes wrong for one seller", async () => {
    await createBatch(shop, "b", { confirm: false })
    await shop.pay("b")
    await refuse({ refuse: "entity_suspended", operation: "confirm", times: 0 })
    expect(statuses((await moveBatch(shop, "confirm", "b")).body)).toEqual({
      "b-o": "success",
      "b-t": "failure",
    })
    expect(await shop.ledger("b")).toMatchObject({ held: "249.99", captured: "1000.00" })
    expect((await moveBatch(shop, "confirm", "b")).body).toMatchObject({
      orders_details: [{ external_id: "b-t", status: "failure", status_code: "entity_suspended" }],
    })
    await refuse({ refuse: "entity_suspended", operation: "cancel" })
    expect(statuses((await moveBatch(shop, "cancel", "b")).body)).toEqual({ "b-t": "failure" })
    await refuse({ refuse: null })
    await moveBatch(shop, "confirm", "b")
    await refuse({ refuse: "entity_suspended", operation: "refund" })
    const refund = () => shop.operate("refund", { external_id: "b-t" })
    expect(await refund()).toMatchObject(refusal("entity_suspended"))
    expect((await refund()).body).toMatchObject({ is_success: true })
  })
})

describe("requests and faults", () => {
  const eleven = Array.from({ length: 11 }, (_, n) => ({
    api_key: "seller-olena",
    external_id: `b-${n}`,
    amount: 1,
    description: "one of many",
  }))

  test.each<[string, Record<string, unknown>, string, string]>([
    ["eleven orders", { orders: eleven }, "invalid_request_body", "orders"],
    ["no orders", { orders: [] }, "invalid_request_body", "orders"],
    [
      "two orders of one id",
      { orders: [eleven[0], eleven[0]] },
      "invalid_request_body",
      "orders.external_id",
    ],
    [
      "an order of zero",
      { orders: [{ ...eleven[0], amount: 0 }] },
      "invalid_request_body",
      "amount",
    ],
    [
      "two series",
      { orders: eleven.slice(0, 2).map((one) => ({ ...one, init_recurrent: true })) },
      "invalid_request_body",
      "orders.init_recurrent",
    ],
    [
      "a project that does not exist",
      { orders: [{ ...eleven[0], api_key: "nobody" }] },
      "payment_settings_not_found",
      "orders.api_key",
    ],
    [
      "an order named as its batch",
      { orders: [{ ...eleven[0], external_id: "b" }] },
      "order_is_duplicated",
      "orders.external_id",
    ],
    ["a page for a minute", { checkout_ttl: 1 }, "invalid_request_body", "checkout_ttl"],
    [
      "a direct one without a card",
      { mode: "direct" },
      "invalid_request_body",
      "customer.payment_method",
    ],
  ])("%s is refused, and nothing is opened", async (_, more, code, param) => {
    expect(await createBatch(shop, "b", more)).toMatchObject(refusal(code, param))
    expect((await shop.look("payments")).body).toEqual({ payments: [] })
  })

  test("batches, their orders and single payments share one space of ids", async () => {
    await shop.create("b-t")
    expect(await createBatch(shop, "b")).toMatchObject(refusal("order_is_duplicated"))
    await createBatch(shop, "c")
    expect(await shop.create("c")).toMatchObject(refusal("order_is_duplicated"))
    expect(await shop.create("c-o")).toMatchObject(refusal("order_is_duplicated"))
  })

  test("a lost answer is lost after the work was done", async () => {
    await createBatch(shop, "b", { confirm: false })
    await shop.pay("b")
    await shop.control("faults", {
      endpoint: "batch_confirm",
      kind: "500_after",
      external_id: "b",
    })
    expect((await moveBatch(shop, "confirm", "b")).status).toBe(500)
    expect(await shop.ledger("b")).toMatchObject({ captured: "1249.99" })
    const { body } = await shop.look("requests?endpoint=batch_confirm&external_id=b")
    expect(body).toMatchObject({ requests: [{ status: 500 }] })
  })

  test("the orders are listed under another name, or not before they are paid", async () => {
    await shop.control("quirks", { batch_orders_field: "order_details" })
    expect(statuses((await createBatch(shop, "b")).body)).toEqual({ "b-o": "init", "b-t": "init" })
    await shop.control("quirks", { batch_hosted_orders: "none" })
    expect((await createBatch(shop, "c")).body).toMatchObject({ order_details: null })
  })

  test("a callback of an order, or of the whole batch, is sent once more", async () => {
    await createBatch(shop, "b")
    await shop.pay("b")
    await shop.idle()
    shop.received.length = 0
    expect((await shop.operate("callback/resend", { external_id: "b-o" })).status).toBe(204)
    await shop.idle()
    await shop.control("callbacks/send", { external_id: "b" })
    expect(callbacks()).toEqual(["payment b-o", "batch b"])
  })
})
