import { Shop } from "./shop"

let shop: Shop
beforeAll(async () => {
  shop = await Shop.open()
})
afterAll(() => shop.close())

const refusal = (code: string) => ({ status: 400, body: { code } })

describe("one step", () => {
  test("creating a payment succeeds and says nothing about money", async () => {
    const { status, body } = await shop.create("created")
    expect(status).toBe(200)
    expect(body).toMatchObject({
      external_id: "created",
      is_success: true,
      details: null,
      receipt_url: null,
      action_required: true,
      action: { type: "url", value: expect.stringContaining("/checkout/") },
      payment_method: null,
      customer: null,
      operation: "payment",
      has_child: false,
      metadata: { session: "created" },
    })
    const id = String(Object(body).id)
    expect(BigInt(id) > BigInt(Number.MAX_SAFE_INTEGER)).toBe(true)
  })

  test("info of a page nobody has paid on is data_not_found", async () => {
    expect(await shop.info("created")).toMatchObject(refusal("data_not_found"))
    expect(await shop.info("never-heard-of")).toMatchObject(refusal("data_not_found"))
  })

  test("a decline, then a success, stand side by side in info", async () => {
    await shop.create("twice")
    await shop.pay("twice", { card: "4000000000000044" })
    expect((await shop.info("twice")).body).toMatchObject({
      purchased: false,
      purchase_details: [{ status: "failure", status_code: "insufficient_funds" }],
    })
    await shop.pay("twice")
    expect((await shop.info("twice")).body).toMatchObject({
      amount: "1249.99",
      amount_refunded: "0.00",
      currency: "UAH",
      purchased: true,
      refunded: false,
      canceled: false,
      purchase_details: [{ status: "failure" }, { status: "success", method: "purchase" }],
      refund_details: null,
    })
  })

  test("a paid payment can be neither created nor paid again", async () => {
    expect(await shop.create("twice")).toMatchObject(refusal("transaction_already_paid"))
    expect((await shop.pay("twice")).body).toMatchObject({ code: "transaction_already_paid" })
  })

  test("a paid payment has a receipt, an unpaid one has none", async () => {
    const receipt = "/api/payments/v1/receipt?external_id="
    expect((await shop.call("GET", `${receipt}twice`)).body).toMatchObject({
      receipt_url: expect.stringContaining("/receipt/"),
    })
    expect(await shop.call("GET", `${receipt}created`)).toMatchObject(refusal("data_not_found"))
  })

  test("what was paid may differ from what was asked, and info says what was paid", async () => {
    await shop.create("less")
    await shop.pay("less", { amount: 1, currency: "EUR" })
    expect((await shop.info("less")).body).toMatchObject({ amount: "1.00", currency: "EUR" })
  })
})

describe("two steps", () => {
  test("a hold looks like a payment and is only held", async () => {
    await shop.create("hold", { confirm: false })
    await shop.pay("hold")
    expect((await shop.info("hold")).body).toMatchObject({
      purchased: true,
      confirmed: false,
      purchase_details: [
        {
          method: "auth",
          status: "success",
          status_code: "transaction_successful",
          status_description: expect.stringContaining("blocked"),
        },
      ],
    })
    expect(await shop.ledger("hold")).toMatchObject({ held: "1249.99", captured: "0.00" })
  })

  test("a hold is confirmed in parts, never beyond its sum", async () => {
    expect(
      (await shop.operate("confirm", { external_id: "hold", amount: 1000.01 })).body,
    ).toMatchObject({
      is_success: true,
      operation: "confirm",
      details: { method: "capture", amount: "1000.01", status: "success" },
    })
    expect(await shop.operate("confirm", { external_id: "hold", amount: 249.99 })).toMatchObject(
      refusal("confirm_amount_cannot_be_more_than_the_transaction_amount"),
    )
    await shop.operate("confirm", { external_id: "hold", amount: 149.98 })
    expect(await shop.ledger("hold")).toMatchObject({ held: "100.00", captured: "1149.99" })
  })

  test("cancel releases the rest, after which nothing is left to confirm", async () => {
    expect((await shop.operate("cancel", { external_id: "hold" })).body).toMatchObject({
      operation: "cancel",
      details: { amount: "100.00" },
    })
    expect(await shop.ledger("hold")).toMatchObject({ held: "0.00", canceled: "100.00" })
    expect(await shop.operate("confirm", { external_id: "hold" })).toMatchObject(
      refusal("action_already_done"),
    )
    expect((await shop.info("hold")).body).toMatchObject({
      purchased: true,
      confirmed: true,
      canceled: true,
      amount_confirmed: "1149.99",
      amount_canceled: "100.00",
    })
  })

  test("each operation is refused where it has no place", async () => {
    await shop.create("states", { confirm: false })
    for (const name of ["confirm", "cancel", "refund"]) {
      expect(await shop.operate(name, { external_id: "states" })).toMatchObject(
        refusal("action_not_allowed"),
      )
      expect(await shop.operate(name, { external_id: "unheard-of" })).toMatchObject(
        refusal("transaction_not_found"),
      )
    }
    await shop.pay("states")
    expect(await shop.operate("refund", { external_id: "states" })).toMatchObject(
      refusal("action_not_allowed"),
    )
    expect(await shop.operate("confirm", { external_id: "states", currency: "EUR" })).toMatchObject(
      refusal("invalid_currency"),
    )
    await shop.operate("confirm", { external_id: "states" })
    expect(await shop.operate("cancel", { external_id: "states" })).toMatchObject(
      refusal("action_not_allowed"),
    )
  })
})

describe("refunds", () => {
  beforeAll(async () => {
    await shop.create("back", { amount: 100 })
    await shop.pay("back")
  })

  test("the same partial refund sent twice refunds twice", async () => {
    for (const refunded of ["30.00", "60.00"]) {
      await shop.operate("refund", { external_id: "back", amount: 30 })
      expect(await shop.ledger("back")).toMatchObject({ refunded })
    }
    expect((await shop.info("back")).body).toMatchObject({
      refunded: true,
      amount_refunded: "60.00",
    })
  })

  test("more than what is left, or in another currency, is refused", async () => {
    for (const wish of [{ amount: 40.01 }, { amount: 1, currency: "EUR" }])
      expect(await shop.operate("refund", { external_id: "back", ...wish })).toMatchObject(
        refusal("incorrect_refund_sum_or_currency"),
      )
  })

  test("without an amount all the rest is given back, once", async () => {
    await shop.operate("refund", { external_id: "back" })
    expect(await shop.ledger("back")).toMatchObject({ refunded: "100.00" })
    expect(await shop.operate("refund", { external_id: "back" })).toMatchObject(
      refusal("action_already_done"),
    )
  })

  test("a refund above the merchant's balance waits, and ends in either way", async () => {
    await shop.control("merchants/sandbox-login", { balance: "10.00" })
    await shop.create("deferred", { amount: 100 })
    await shop.pay("deferred")
    const pending = await shop.operate("refund", { external_id: "deferred", amount: 60 })
    expect(pending.body).toMatchObject({
      is_success: false,
      details: { status: "pending", status_code: "refund_pending" },
    })
    expect(await shop.ledger("deferred")).toMatchObject({ refunded: "0.00", refunding: "60.00" })
    expect(await shop.operate("refund", { external_id: "deferred", amount: 41 })).toMatchObject(
      refusal("incorrect_refund_sum_or_currency"),
    )
    expect((await shop.operate("refund/retry", { external_id: "deferred" })).body).toMatchObject({
      details: { status: "pending" },
    })
    await shop.control("payments/deferred/refunds/fail")
    expect((await shop.info("deferred")).body).toMatchObject({
      refunded: false,
      refund_details: [{ status: "failure", status_code: "refund_is_cancelled_by_system" }],
    })
    await shop.operate("refund", { external_id: "deferred", amount: 60 })
    expect((await shop.operate("refund/cancel", { external_id: "deferred" })).body).toMatchObject({
      details: { status_code: "refund_is_cancelled_by_initiator" },
    })
    await shop.operate("refund", { external_id: "deferred", amount: 60 })
    await shop.control("merchants/sandbox-login", { balance: null })
    expect((await shop.operate("refund/retry", { external_id: "deferred" })).body).toMatchObject({
      is_success: true,
      details: { status: "success", amount: "60.00" },
    })
    expect(await shop.ledger("deferred")).toMatchObject({ refunded: "60.00", refunding: "0.00" })
    expect(await shop.operate("refund/retry", { external_id: "deferred" })).toMatchObject(
      refusal("action_not_allowed"),
    )
  })
})

describe("what others do", () => {
  test("the bank cancels a hold, charges back, and loses the dispute", async () => {
    await shop.create("bank-hold", { confirm: false })
    await shop.pay("bank-hold")
    await shop.control("payments/bank-hold/bank/hold-cancelled")
    expect((await shop.info("bank-hold")).body).toMatchObject({
      cancellation_details: [{ status_code: "hold_cancelled_by_bank" }],
    })
    await shop.create("dispute")
    await shop.pay("dispute")
    await shop.control("payments/dispute/bank/chargeback", { amount: "1000" })
    expect(await shop.ledger("dispute")).toMatchObject({ refunded: "1000.00" })
    await shop.control("payments/dispute/bank/representment")
    expect(await shop.ledger("dispute")).toMatchObject({ refunded: "0.00" })
  })

  test("the merchant's cabinet confirms, cancels and refunds, and shows who did it", async () => {
    await shop.create("cabinet", { confirm: false })
    await shop.pay("cabinet")
    await shop.control("payments/cabinet/cabinet/confirm", { amount: 1000 })
    await shop.control("payments/cabinet/cabinet/cancel")
    const { body } = await shop.control("payments/cabinet/cabinet/refund", { amount: 0.01 })
    expect(body).toMatchObject({
      payment: {
        ledger: { held: "0.00", captured: "1000.00", canceled: "249.99", refunded: "0.01" },
        operations: [{ by: "shopper" }, { by: "cabinet" }, { by: "cabinet" }, { by: "cabinet" }],
      },
    })
    const again = await shop.control("payments/cabinet/cabinet/cancel")
    expect(again).toMatchObject({ status: 409, body: { code: "action_not_allowed" } })
  })

  test("somebody else's payment can be put on the login, in the past too", async () => {
    const created_at = new Date(Date.now() - 20 * 86_400_000).toISOString()
    const made = {
      external_id: "foreign",
      amount: "5.00",
      currency: "UAH",
      state: "held",
      created_at,
    }
    expect((await shop.control("payments", made)).body).toMatchObject({
      payment: { state: "held", created_at },
    })
    const day = created_at.slice(0, 10)
    const report = await shop.call("POST", "/api/reports/v1/transactions", {
      date_from: day,
      date_to: day,
    })
    expect(report.body).toMatchObject({
      transactions: [{ external_id: "foreign", operation_type: "auth", status: "Success" }],
    })
  })

  test("reports reach 14 days at most and 90 days back", async () => {
    const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10)
    const ask = (date_from: string, date_to: string) =>
      shop.call("POST", "/api/reports/v1/transactions", { date_from, date_to })
    expect(await ask(day(15), day(0))).toMatchObject({ status: 400, body: { param: "date_to" } })
    expect(await ask(day(95), day(90))).toMatchObject({ status: 400, body: { param: "date_from" } })
    expect(await ask(day(0), day(14))).toMatchObject({ status: 400, body: { param: "date_to" } })
    expect((await ask(day(14), day(0))).status).toBe(200)
  })
})
