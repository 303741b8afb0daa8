import { payByToken, Shop } from "./shop"

let shop: Shop
beforeEach(async () => {
  shop = await Shop.open()
})
afterEach(() => shop.close())

const init_recurrent_payment = true

/** A first payment that asked for the id of later ones. */
async function series(): Promise<string> {
  const { body } = await payByToken(shop, "first", "4111111111111111", { init_recurrent_payment })
  return String(Object(body).details.recurrent_id)
}

const charge = (recurrent_id: string, external_id: string, more: Record<string, unknown> = {}) =>
  shop.operate("recurrent", {
    recurrent_id,
    external_id,
    amount: 99.9,
    callback_url: shop.callback_url,
    ...more,
  })

test("a direct payment gives the id of later charges in answer, callback and info", async () => {
  const id = await series()
  expect(BigInt(id) > BigInt(Number.MAX_SAFE_INTEGER)).toBe(true)
  await shop.idle()
  expect(shop.received[0]?.body).toMatchObject({ details: { recurrent_id: id } })
  expect((await shop.info("first")).body).toMatchObject({
    purchase_details: [{ recurrent_id: id }],
  })
})

test("a hosted payment gives it once it has succeeded, never before", async () => {
  await shop.create("hosted", { init_recurrent_payment })
  await shop.pay("hosted", { card: "4000000000000044" })
  await shop.pay("hosted", { card: "4242424242424242" })
  const { body } = await shop.info("hosted")
  expect(body).toMatchObject({
    purchase_details: [{ recurrent_id: null }, { recurrent_id: expect.stringMatching(/^\d{18}$/) }],
  })
  await shop.create("plain")
  await shop.pay("plain")
  expect((await shop.info("plain")).body).toMatchObject({
    purchase_details: [{ recurrent_id: null }],
  })
})

test("the id is charged again and again, in the first payment's currency, and refunded", async () => {
  const id = await series()
  expect((await charge(id, "month-1")).body).toMatchObject({
    is_success: true,
    operation: "recurrent",
    action_required: false,
    details: { amount: "99.90", currency: "UAH", method: "purchase", status: "success" },
  })
  expect((await charge(id, "month-1")).body).toMatchObject({ code: "transaction_already_paid" })
  expect((await charge(id, "month-2")).body).toMatchObject({ is_success: true })
  await shop.operate("refund", { external_id: "month-2", amount: 9.9 })
  expect(await shop.ledger("month-2")).toMatchObject({ captured: "99.90", refunded: "9.90" })
  await shop.idle()
  expect(shop.received.map(({ body }) => Object(body).operation).sort()).toEqual([
    "payment",
    "recurrent",
    "recurrent",
    "refund",
  ])
})

test("a charge may be held, then confirmed in part and released", async () => {
  const id = await series()
  await charge(id, "held", { confirm: false })
  expect(await shop.ledger("held")).toMatchObject({ held: "99.90" })
  await shop.operate("confirm", { external_id: "held", amount: 50 })
  await shop.operate("cancel", { external_id: "held" })
  expect(await shop.ledger("held")).toMatchObject({ captured: "50.00", canceled: "49.90" })
})

test("refusals are ordered by code, as often as asked, and the same id goes on after them", async () => {
  const id = await series()
  await shop.control(`recurrents/${id}`, { refuse: "card_is_lost_or_stolen", times: 1 })
  expect(await charge(id, "month-1")).toMatchObject({
    status: 200,
    body: {
      is_success: false,
      details: {
        status: "failure",
        status_code: "card_is_lost_or_stolen",
        status_description_uk: "Картку втрачено або викрадено",
      },
    },
  })
  expect((await charge(id, "month-1")).body).toMatchObject({ is_success: true })
  await shop.control(`recurrents/${id}`, { refuse: "insufficient_funds" })
  for (const month of ["month-2", "month-3"])
    expect((await charge(id, month)).body).toMatchObject({
      details: { status_code: "insufficient_funds" },
    })
  await shop.control(`recurrents/${id}`, { refuse: null })
  expect((await charge(id, "month-2")).body).toMatchObject({ is_success: true })
})

test("an id that is revoked, unknown or another merchant's is not found", async () => {
  const id = await series()
  expect((await charge("407932919957434368", "o")).body).toMatchObject({
    code: "recurrent_not_found",
    param: "recurrent_id",
  })
  expect((await shop.control(`recurrents/${id}`, { revoked: true })).body).toMatchObject({
    recurrent: { revoked: true, external_id: "first", customer_external_id: "cus_1" },
  })
  expect((await charge(id, "o")).body).toMatchObject({ code: "recurrent_not_found" })
  expect((await shop.look("payments/o")).status).toBe(404)
})

test("a charge may call itself a payment, and faults strike it under its own name", async () => {
  const id = await series()
  await shop.control("quirks", { recurrent_operation: "payment" })
  expect((await charge(id, "plain")).body).toMatchObject({ operation: "payment" })
  await shop.control("faults", { endpoint: "recurrent", kind: "500_after" })
  expect((await charge(id, "lost")).status).toBe(500)
  expect(await shop.ledger("lost")).toMatchObject({ captured: "99.90" })
})
