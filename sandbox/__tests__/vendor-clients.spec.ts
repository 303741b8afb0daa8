import { checkoutUrl, Shop } from "./shop"

/** What RozetkaPay's own plugins send, in one body each. */
const created = (shop: Shop, external_id: string) => ({
  ...shop.createBody(external_id),
  amount: "1249.90",
  confirm: true,
  products: [
    {
      id: "7",
      name: "Tea",
      category: null,
      properties: null,
      quantity: 1,
      net_amount: 1249.9,
      vat_amount: "0",
      image: "",
    },
  ],
  recipient: null,
  customer: {
    email: "",
    first_name: "Olena",
    country: "",
    locale: "",
    color_mode: "light",
    payment_method: null,
    ip_address: "",
  },
})

const refund = { external_id: "o1", amount: "0.10", currency: "UAH", payload: null, products: null }
const RESEND = "/api/payments/v1/callback/resend"

describe("a sandbox that is not strict", () => {
  let shop: Shop
  beforeAll(async () => {
    shop = await Shop.open({ strict: false })
  })
  afterAll(() => shop.close())

  test("takes what the vendor's own plugins send, as it is meant", async () => {
    const opened = await shop.call("POST", "/api/payments/v1/new", created(shop, "o1"))
    expect(opened.status).toBe(200)
    expect(await (await fetch(checkoutUrl(opened))).text()).toContain('data-theme="white"')
    await shop.pay("o1")
    expect((await shop.operate("refund", refund)).body).toMatchObject({
      is_success: true,
      details: { amount: "0.10" },
    })
    expect(await shop.ledger("o1")).toMatchObject({ captured: "1249.90", refunded: "0.10" })
    const again = { external_id: "o1", operation: "" }
    expect((await shop.call("POST", RESEND, again)).status).toBe(204)
    const whole = { ...created(shop, "o2"), customer: null, products: null, metadata: null }
    expect((await shop.call("POST", "/api/payments/v1/new", whole)).status).toBe(200)
  })

  test("refuses what is wrong for everybody", async () => {
    const right = created(shop, "o3")
    for (const [wrong, param] of [
      [{ ...right, amount: "a lot" }, "amount"],
      [{ ...right, amount: "-1" }, "amount"],
      [{ ...right, amount: "1.001" }, "amount"],
      [{ ...right, amount: null }, "amount"],
      [{ ...right, external_id: "" }, "external_id"],
      [{ ...right, mode: null }, "mode"],
      [{ ...right, customer: { email: "olena" } }, "customer.email"],
    ] as const)
      expect(await shop.call("POST", "/api/payments/v1/new", wrong)).toMatchObject({
        status: 400,
        body: { code: "invalid_request_body", param },
      })
    expect((await shop.look("payments/o3")).status).toBe(404)
  })
})

describe("a strict sandbox, as tests have it", () => {
  let shop: Shop
  beforeAll(async () => {
    shop = await Shop.open()
  })
  afterAll(() => shop.close())

  test.each([
    ["an amount as text", { amount: "10.00" }],
    ["null for what is not given", { customer: null }],
    ["an empty e-mail", { customer: { email: "" } }],
    ["a colour that the document does not know", { customer: { color_mode: "light" } }],
    ["a product's amount as a number", { products: [{ net_amount: 10 }] }],
  ])("refuses %s", async (_, more) => {
    expect(await shop.create("strict", more)).toMatchObject({
      status: 400,
      body: { code: "invalid_request_body" },
    })
  })

  test("each attempt at one payment has a payment_id, and what follows has the one that succeeded", async () => {
    await shop.create("o1")
    await shop.pay("o1", { card: "visa-rejected" })
    await shop.pay("o1", { card: "visa-3ds" })
    await shop.operate("refund", { external_id: "o1", amount: 1 })
    await shop.idle()
    const { id, purchase_details, refund_details } = Object((await shop.info("o1")).body)
    const [declined, paid] = purchase_details
    expect(new Set([id, declined.payment_id, paid.payment_id]).size).toBe(3)
    expect(refund_details).toMatchObject([{ payment_id: paid.payment_id }])
    expect(shop.received.map(({ body }) => Object(body).details.payment_id)).toEqual([
      declined.payment_id,
      paid.payment_id,
      paid.payment_id,
    ])
    expect(shop.received.map(({ body }) => Object(body).id)).toEqual([id, id, id])
  })

  test("a batch tells in one line how it stands", async () => {
    const status = (id: string) =>
      shop.call("GET", `/api/payments/batch/v1/payment-status?batch_external_id=${id}`)
    const orders = [{ api_key: "seller-1", amount: 10, external_id: "b1-1", description: "Tea" }]
    const batch = { batch_external_id: "b1", currency: "UAH", mode: "hosted", orders }
    expect((await shop.call("POST", "/api/payments/batch/v1/new", batch)).body).toMatchObject({
      orders_details: [{ external_id: "b1-1", status: "init" }],
    })
    expect((await status("b1")).body).toMatchObject({ batch_external_id: "b1", status: "init" })
    await shop.pay("b1", { card: "visa-no-funds" })
    expect((await status("b1")).body).toMatchObject({
      status: "failure",
      status_code: "insufficient_funds",
    })
    await shop.pay("b1")
    expect((await status("b1")).body).toEqual({
      batch_external_id: "b1",
      status: "success",
      status_code: "transaction_successful",
      status_description: expect.any(String),
    })
    expect((await status("nobody")).body).toMatchObject({ code: "transaction_not_found" })
  })

  test.each([
    ["GET", "/api/payments/v1/nothing"],
    ["POST", "/api/payments/v1/nothing"],
    ["DELETE", "/api/payments/v1/new"],
    ["POST", "/api/payparts/v1/new"],
  ])("%s %s is a 404, worded as the gateway's errors are", async (method, path) => {
    const answer = await shop.call(method, path)
    expect(answer).toMatchObject({ status: 404, body: { type: "api_error", param: "" } })
    expect(answer.body).toHaveProperty("error_id")
  })
})
