import { createHash } from "node:crypto"
import { checkoutUrl, tokenFor } from "../../__tests__/shop"
import { KEYS, LegacyShop } from "./legacy-shop"

let shop: LegacyShop
beforeEach(async () => {
  shop = await LegacyShop.open()
})
afterEach(() => shop.close())

const refusal = (code: string) => ({ status: 200, body: { status: "failure", status_code: code } })

describe("access", () => {
  const read = (headers: Record<string, string>) =>
    shop.shop.call("GET", `/api/v1/pos/${KEYS.posId}/orders/0`, undefined, headers)
  const key = { "x-api-key": KEYS.endpointsKey }

  test("a key and a secret open the door as they are, and as signatures of the body", async () => {
    const sha1 = createHash("sha1")
      .update(KEYS.apiSecret + KEYS.apiSecret)
      .digest("hex")
    for (const auth of [
      `CPAY ${KEYS.apiKey}:${KEYS.apiSecret}`,
      `CPAY-SHA1 ${KEYS.apiKey}:${sha1}`,
    ])
      expect(await read({ ...key, "x-api-auth": auth })).toMatchObject({ status: 200, body: [] })
    expect(await shop.read("orders/0")).toMatchObject({ status: 200, body: [] })
  })

  test("nothing else does", async () => {
    const plain = { "x-api-auth": `CPAY ${KEYS.apiKey}:${KEYS.apiSecret}` }
    const wrong = [
      {},
      key,
      plain,
      { ...plain, "x-api-key": "other" },
      { ...key, "x-api-auth": `CPAY ${KEYS.apiKey}:other` },
      { ...key, "x-api-auth": `CPAY other:${KEYS.apiSecret}` },
      { ...key, "x-api-auth": `CPAY-HMAC ${KEYS.apiKey}:${KEYS.apiSecret}` },
    ]
    for (const headers of wrong) expect((await read(headers)).status).toBe(401)
    const elsewhere = await shop.call("GET", "/api/v1/pos/another-pos/orders/0")
    expect(elsewhere.status).toBe(401)
    expect((await shop.pay("o1", { pos_id: "another-pos" })).status).toBe(401)
  })

  test("the keys of one API are nothing to the other", async () => {
    const basic = `Basic ${Buffer.from(`${KEYS.posId}:${KEYS.apiSecret}`).toString("base64")}`
    const { status } = await shop.shop.call("GET", "/api/merchants/v1/me", undefined, {
      authorization: basic,
    })
    expect(status).toBe(401)
  })

  test("a signature is of the very body", async () => {
    const { status } = await shop.call("POST", "/api/v1/payment", shop.orderBody("o1"), {
      "x-api-auth": `CPAY-HMAC ${KEYS.apiKey}:${"0".repeat(40)}`,
    })
    expect(status).toBe(401)
  })

  test("what is there is told from what is not: 404, 405, 406, and a health check", async () => {
    expect(await shop.call("GET", "/api/v1/nowhere")).toMatchObject({ status: 404 })
    expect(await shop.call("GET", "/api/v1/refund")).toMatchObject({ status: 405 })
    const text = { "content-type": "text/plain" }
    expect(await shop.call("POST", "/api/v1/refund", {}, text)).toMatchObject({ status: 406 })
    expect(await shop.shop.call("GET", "/health")).toMatchObject({ status: 200, text: "OK" })
  })
})

describe("money", () => {
  test("a hold is captured in parts, the rest of it voided, and what was taken refunded", async () => {
    await shop.paid("o1", { method: "auth" })
    expect(await shop.change("capture", "o1", { charge_amount: 1249.99 + 1 })).toMatchObject(
      refusal("4118"),
    )
    expect((await shop.change("capture", "o1", { charge_amount: 1000.01 })).body).toMatchObject({
      method: "capture",
      amount: 1000.01,
      status: "success",
      status_code: "1000",
    })
    expect((await shop.change("void", "o1")).body).toMatchObject({
      method: "void",
      amount: 249.98,
      status_code: "1009",
    })
    expect(await shop.change("void", "o1")).toMatchObject(refusal("5112"))
    expect((await shop.change("refund", "o1", { refund_amount: 0.01 })).body).toMatchObject({
      method: "refund",
      amount: 0.01,
      status_code: "1004",
    })
    expect(await shop.change("refund", "o1", { refund_amount: 1000.01 })).toMatchObject(
      refusal("4002"),
    )
    expect((await shop.change("refund", "o1")).body).toMatchObject({ amount: 1000 })
    expect(await shop.shop.ledger("o1")).toMatchObject({
      held: "0.00",
      captured: "1000.01",
      canceled: "249.98",
      refunded: "1000.01",
    })
    const { body } = await shop.read("orders/o1")
    expect(body).toMatchObject(
      ["auth", "capture", "void", "refund", "refund"].map((method) => ({ method })),
    )
  })

  test("an order id is paid once, and told as used up afterwards", async () => {
    await shop.pay("o1")
    expect((await shop.pay("o1")).status).toBe(303)
    await shop.shop.pay("o1")
    expect(await shop.pay("o1")).toMatchObject(refusal("4119"))
  })

  test("an order id may be used up by a create alone, when the quirk says so", async () => {
    await shop.shop.control("quirks", { legacy_create_again: "refused" })
    expect((await shop.pay("o1")).status).toBe(303)
    expect(await shop.pay("o1")).toMatchObject(refusal("4119"))
  })

  test("another currency, an order that nobody has paid, and one that is not there", async () => {
    await shop.paid("o1")
    expect(await shop.change("refund", "o1", { order_currency: "EUR" })).toMatchObject(
      refusal("4002"),
    )
    await shop.pay("o2", { method: "auth" })
    expect(await shop.change("capture", "o2")).toMatchObject(refusal("5112"))
    expect(await shop.change("capture", "o3")).toMatchObject({ status: 404 })
    expect(await shop.change("refund", "x".repeat(33))).toMatchObject({ status: 400 })
  })

  test("a refund that the balance is too small for is pending, and ends either way", async () => {
    await shop.paid("o1", { amount: 100 })
    await shop.shop.control(`merchants/${KEYS.posId}`, { balance: "0.00" })
    for (const [end, status, code] of [
      ["fail", "failure", "5122"],
      ["settle", "success", "1004"],
    ] as const) {
      expect((await shop.change("refund", "o1", { refund_amount: 10 })).body).toMatchObject({
        status: "pending",
        status_code: "2000",
      })
      await shop.shop.control(`payments/o1/refunds/${end}`)
      expect((await shop.read("orders/o1/refund")).body).toMatchObject({
        status,
        status_code: code,
      })
    }
  })

  test("a P2P credit pays out of what was taken, and no more", async () => {
    await shop.paid("o1", { amount: 100 })
    const to = { cc_number: "4242424242424242" }
    expect(
      (await shop.change("p2p-credit", "o1", { ...to, credit_amount: 25 })).body,
    ).toMatchObject({ method: "credit", amount: 25, status_code: "1000" })
    await shop.change("refund", "o1", { refund_amount: 50 })
    expect(await shop.change("p2p-credit", "o1", { ...to, credit_amount: 26 })).toMatchObject(
      refusal("4139"),
    )
    expect((await shop.change("p2p-credit", "o1", to)).body).toMatchObject({ amount: 25 })
    expect(await shop.change("refund", "o1")).toMatchObject(refusal("5112"))
  })
})

describe("ways to pay", () => {
  const direct = (more: Record<string, unknown>) => ({ mode: "direct", ...more })
  const card = { exp_month: 2, exp_year: 30, card_cvv: "111" }

  test("a card that pays leaves a token that pays again, at the same point of sale only", async () => {
    const { body } = await shop.pay("o1", direct({ ...card, cc_number: "4111111111111111" }))
    const { cc_token } = Object(body)
    for (const order_id of ["o2", "o3"])
      expect((await shop.pay(order_id, direct({ cc_token }))).body).toMatchObject({
        status: "success",
        cc_mask: "411111******1111",
        cc_token_expiration: "2030-02-28T00:00:00",
      })
    expect(await shop.pay("o4", direct({ cc_token: "unknown" }))).toMatchObject(refusal("5139"))
  })

  test("a token of the widget pays once", async () => {
    const { body } = await shop.shop.control("tokens", { login: KEYS.posId })
    const { token: cc_token } = Object(body)
    expect((await shop.pay("o1", direct({ cc_token }))).body).toMatchObject({ status: "success" })
    expect(await shop.pay("o2", direct({ cc_token }))).toMatchObject(refusal("5139"))
    const foreign = await tokenFor(shop.shop, "visa")
    expect(await shop.pay("o3", direct({ cc_token: foreign }))).toMatchObject(refusal("5139"))
  })

  test("3-D Secure is asked for by the card, and skipped when the shop says never", async () => {
    const visa = { ...card, cc_number: "4242424242424242" }
    expect((await shop.pay("o1", direct(visa))).body).toMatchObject({
      status: "pending",
      status_code: "2122",
      user_action_required: true,
    })
    expect(
      (await shop.pay("o2", direct({ ...visa, order_3ds_bypass: "never" }))).body,
    ).toMatchObject({ status: "success", user_action_required: false })
  })

  test("a declined card says why in a number, and the order can be paid again", async () => {
    const poor = direct({ ...card, cc_number: "4000000000000044" })
    expect(await shop.pay("o1", poor)).toMatchObject(refusal("4009"))
    expect(await shop.pay("o1", direct({ ...card, cc_number: "4444333322221111" }))).toMatchObject(
      refusal("4153"),
    )
    const good = direct({ ...card, cc_number: "4111111111111111" })
    expect((await shop.pay("o1", good)).body).toMatchObject({ status: "success" })
    expect((await shop.read("orders/o1")).body).toHaveLength(3)
  })

  test.each([
    "privat24",
    "przelewy24",
    "credit_pay",
    "privat_payparts",
  ])("%s sends the shopper on and shows no card", async (payway) => {
    const terms = { amount: 300, properties: { parts_count: "3" } }
    const { body } = await shop.pay("o1", direct({ payway, ...terms }))
    const { user_action_url } = Object(body)
    expect(body).toMatchObject({ payway, status: "pending", user_action_required: true })
    expect(body).not.toHaveProperty("cc_mask")
    const answered = await fetch(user_action_url, {
      method: "POST",
      redirect: "manual",
      body: new URLSearchParams({ answer: "approve" }),
    })
    expect(answered.headers.get("location")).toBe("https://shop.example/thanks")
    expect((await shop.read("orders/o1/purchase")).body).toMatchObject({ status: "success" })
  })

  test("credits begin at 300 UAH and two parts", async () => {
    const parts = { payway: "privat_payparts", properties: { parts_count: "2" } }
    expect(await shop.pay("o1", direct({ ...parts, amount: 299.99 }))).toMatchObject(
      refusal("4107"),
    )
    const one = { ...parts, properties: { parts_count: "1" }, amount: 300 }
    expect(await shop.pay("o1", direct(one))).toMatchObject({ status: 400 })
  })

  test("a transfer and a payout are nobody's payment to the shop", async () => {
    const to = { recipient_cc_number: "5555555555554444" }
    const whole = { ...card, cc_number: "4111111111111111" }
    await shop.pay("p2p", direct({ method: "p2p", ...whole, ...to }))
    await shop.pay("out", direct({ method: "credit", cc_number: "4111111111111111" }))
    for (const [order, state] of [
      ["p2p", "transferred"],
      ["out", "paid_out"],
    ]) {
      const { body } = await shop.shop.look(`payments/${order}`)
      expect(body).toMatchObject({
        payment: { state, ledger: { captured: "0.00", refunded: "0.00", held: "0.00" } },
      })
    }
    expect(await shop.change("refund", "p2p")).toMatchObject(refusal("5112"))
  })

  test("card numbers and their secrets are forgotten", async () => {
    const secret = { ...card, card_cvv: "739", cc_number: "4111111111111111" }
    await shop.pay("o1", direct(secret))
    for (const path of ["payments", "requests", "callbacks"]) {
      const { text } = await shop.shop.look(path)
      expect(text).not.toContain("4111111111111111")
      // Ids and times may hold these digits among others by chance, and a call may take as long.
      expect(text.replaceAll(/"ms":\d+/g, "")).not.toMatch(/(?<![\w.])739(?!\w)/)
    }
  })
})

describe("beside the current API", () => {
  test("one order id at both is two payments, each with its own page in the cabinet", async () => {
    await shop.paid("same", { amount: 100 })
    expect(checkoutUrl(await shop.shop.create("same"))).toContain("/checkout/")
    const { body } = await shop.shop.look("payments")
    expect(body).toMatchObject({
      payments: expect.arrayContaining([
        expect.objectContaining({ login: KEYS.posId, external_id: "same", state: "captured" }),
        expect.objectContaining({ login: "sandbox-login", external_id: "same", state: "unpaid" }),
      ]),
    })
    const list = await fetch(`${shop.shop.sandbox.url}/`)
    expect(await list.text()).toContain(`/payments/${KEYS.posId}/same`)
    await shop.shop.idle()
    const page = await fetch(`${shop.shop.sandbox.url}/payments/${KEYS.posId}/same`)
    expect(await page.text()).toContain("payment_id")
  })

  test("cabinet and bank move its money too, and tell by webhook", async () => {
    await shop.paid("o1", { method: "auth", amount: 100 })
    for (const [move, body] of [
      ["cabinet/confirm", { amount: 60 }],
      ["bank/hold-cancelled", {}],
      ["bank/chargeback", { amount: 5 }],
      ["bank/representment", {}],
    ] as const) {
      // Webhooks of one moment may overtake each other.
      await shop.shop.idle()
      await shop.shop.control(`payments/o1/${move}`, body)
    }
    await shop.shop.idle()
    expect(shop.webhooks()).toMatchObject([
      { method: "auth", amount: 100 },
      { method: "capture", amount: 60 },
      { method: "void", amount: 40 },
      { method: "refund", amount: 5 },
    ])
  })
})

describe("reading", () => {
  test("a page that nobody has paid on is an invoice, or nothing when the quirk says so", async () => {
    await shop.pay("o1")
    expect((await shop.read("orders/o1")).body).toMatchObject([
      { status: "init", status_code: "2117", method: "purchase" },
    ])
    await shop.shop.control("quirks", { legacy_unpaid: "absent" })
    expect((await shop.read("orders/o1")).body).toEqual([])
  })

  test("transactions of a period, in seconds, both ends included", async () => {
    await shop.paid("o1")
    await shop.paid("o2")
    await shop.change("refund", "o2")
    const now = Math.floor(Date.now() / 1000)
    const path = (from: number, to: number) => `transactions?startDate=${from}&enddate=${to}`
    expect((await shop.read(path(now - 60, now))).body).toMatchObject([
      { order_id: "o1", method: "purchase" },
      { order_id: "o2", method: "purchase" },
      { order_id: "o2", method: "refund" },
    ])
    expect((await shop.read(path(now - 120, now - 60))).body).toEqual([])
    expect(await shop.read("transactions?startDate=yesterday")).toMatchObject({ status: 400 })
  })

  test("a webhook is sent again on demand, and resent until it is answered by 200", async () => {
    shop.shop.statuses = [500, 302]
    await shop.paid("o1")
    await shop.shop.idle()
    expect(shop.webhooks()).toHaveLength(3)
    const { body } = await shop.read("orders/o1/purchase?callback=true")
    expect(body).toMatchObject({ method: "purchase", status: "success" })
    await shop.shop.idle()
    expect(shop.webhooks()).toHaveLength(4)
    expect(await shop.read("orders/o1/void")).toMatchObject({ status: 404 })
  })
})

describe("faults", () => {
  test("a refund whose answer is lost was made; one that failed before was not", async () => {
    await shop.paid("o1", { amount: 100 })
    await shop.shop.control("faults", { endpoint: "refund", kind: "500_after" })
    expect(await shop.change("refund", "o1", { refund_amount: 10 })).toMatchObject({
      status: 500,
      body: { message: "Internal error occurred", args: { error_id: expect.any(String) } },
    })
    await shop.shop.control("faults", { endpoint: "refund", kind: "429", reset: 7 })
    const limited = await shop.change("refund", "o1", { refund_amount: 10 })
    expect(limited).toMatchObject({ status: 429, body: { message: expect.any(String) } })
    expect(limited.headers.get("x-ratelimit-reset")).toBe("7")
    expect(await shop.shop.ledger("o1")).toMatchObject({ refunded: "10.00" })
  })

  test.each([
    ["create", () => shop.pay("o1")],
    ["confirm", () => shop.change("capture", "o1")],
    ["cancel", () => shop.change("void", "o1")],
    ["p2p_credit", () => shop.change("p2p-credit", "o1")],
    ["info", () => shop.read("orders/o1")],
    ["resend", () => shop.read("orders/o1/purchase?callback=true")],
    ["reports", () => shop.read("transactions?startDate=0&enddate=1")],
  ])("%s is struck by name", async (endpoint, call) => {
    await shop.shop.control("faults", { endpoint, kind: "502_before" })
    expect((await call()).status).toBe(502)
  })
})
