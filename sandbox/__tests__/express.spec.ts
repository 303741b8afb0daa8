import { buy, createExpress, dataOf, newest, PRODUCTS, signatureOf, toldOf } from "./express-shop"
import { checkoutUrl, LOGIN, Shop } from "./shop"

let shop: Shop
beforeAll(async () => {
  shop = await Shop.open()
})
afterAll(() => shop.close())
beforeEach(async () => {
  await shop.control("reset")
  shop.received.length = 0
})

const FLAT = {
  delivery_type: "W",
  provider: "nova_poshta",
  city: "Київ",
  warehouse_number: "Відділення №1",
}
const RECIPIENT = {
  name: "Олена",
  last_name: "Пчілка",
  middle_name: "Петрівна",
  phone: "+380501112233",
}
const CUSTOMER = {
  first_name: "Олена",
  last_name: "Пчілка",
  patronym: "Петрівна",
  phone: "+380501112233",
  email: "olena@example.com",
}

test("an express create answers a page to go to, and nothing is known of it before the shopper acts", async () => {
  const answer = await createExpress(shop, "opens")
  expect(answer).toMatchObject({
    status: 200,
    body: { is_success: true, details: null, action_required: true, action: { type: "url" } },
  })
  expect(checkoutUrl(answer)).toContain("/checkout/")
  expect((await shop.info("opens")).body).toMatchObject({ code: "data_not_found" })
})

test("express checkout needs products, and a contract that allows it", async () => {
  for (const products of [undefined, []])
    expect(await createExpress(shop, "no-goods", { products })).toMatchObject({
      status: 400,
      body: { code: "invalid_request_body", param: "products" },
    })
  await shop.control(`merchants/${LOGIN}`, { not_allowed: ["express_checkout"] })
  expect(await createExpress(shop, "no-contract")).toMatchObject({
    status: 400,
    body: { code: "payment_method_not_allowed", param: "mode" },
  })
  await shop.control(`merchants/${LOGIN}`, { not_allowed: [] })
  expect((await createExpress(shop, "allowed")).status).toBe(200)
})

test("paid by card: the callback is a payment's, with the flat delivery, the recipient and the customer", async () => {
  await createExpress(shop, "by-card")
  await buy(shop, "by-card", { card: "visa-3ds" })
  await shop.idle()
  const [told] = toldOf(shop, "by-card")
  expect(told).toMatchObject({
    operation: "payment",
    is_success: true,
    details: { status: "success", status_code: "transaction_successful", amount: "1249.99" },
    delivery_details: { ...FLAT, street: null, house: null, apartment: null },
    order_recipient: RECIPIENT,
    customer: CUSTOMER,
    metadata: { session: "by-card" },
  })
  const info = await shop.info("by-card")
  expect(info.body).toMatchObject({
    purchased: true,
    amount: "1249.99",
    delivery_details: FLAT,
    order_recipient: RECIPIENT,
    customer: CUSTOMER,
  })
  expect(await shop.ledger("by-card")).toMatchObject({ captured: "1249.99" })
})

test("a refund of an express order is told of as any other", async () => {
  await createExpress(shop, "back")
  await buy(shop, "back")
  const refund = await shop.operate("refund", { external_id: "back", amount: 100 })
  expect(refund.body).toMatchObject({ operation: "refund", is_success: true })
  await shop.idle()
  expect(toldOf(shop, "back").map(({ operation }) => operation)).toEqual(["payment", "refund"])
})

test("ordered to be paid on delivery: a success in the shape of info, without an operation and without money", async () => {
  await createExpress(shop, "on-delivery")
  await buy(shop, "on-delivery", {
    means: "on_delivery",
    delivery: {
      delivery_type: "D",
      provider: "nova_poshta",
      city: "Львів",
      street: "вул. Франка",
      house: "1",
      apartment: "2",
    },
  })
  await shop.idle()
  const told = toldOf(shop, "on-delivery")
  expect(told).toHaveLength(1)
  expect(told[0]).not.toHaveProperty("operation")
  expect(told[0]).not.toHaveProperty("details")
  const state = {
    external_id: "on-delivery",
    amount: "0.00",
    amount_confirmed: "0.00",
    amount_refunded: "0.00",
    purchased: true,
    purchase_details: [
      { status: "success", status_code: "order_with_postpayment_confirmed", amount: "0.00" },
    ],
    confirmed: false,
    refunded: false,
    delivery_details: {
      delivery_type: "D",
      provider: "nova_poshta",
      city: { cityName: "Львів" },
      street: { name: "вул. Франка" },
      house: "1",
      apartment: "2",
      warehouse_number: null,
    },
    order_recipient: RECIPIENT,
    customer: CUSTOMER,
  }
  expect(told[0]).toMatchObject(state)
  expect((await shop.info("on-delivery")).body).toMatchObject(state)
  expect(await shop.ledger("on-delivery")).toMatchObject({ held: "0.00", captured: "0.00" })
  expect((await shop.look("payments/on-delivery")).body).toMatchObject({
    payment: { state: "on_delivery" },
  })
})

test("after an order on delivery nothing can be paid, refunded, confirmed or cancelled", async () => {
  await createExpress(shop, "no-money")
  await buy(shop, "no-money", { means: "on_delivery" })
  expect((await createExpress(shop, "no-money")).body).toMatchObject({
    code: "transaction_already_paid",
  })
  expect((await buy(shop, "no-money")).body).toMatchObject({ code: "transaction_already_paid" })
  for (const operation of ["refund", "confirm", "cancel"])
    expect((await shop.operate(operation, { external_id: "no-money" })).body).toMatchObject({
      code: "action_not_allowed",
    })
  const today = new Date().toISOString().slice(0, 10)
  const days = { date_from: today, date_to: today }
  const report = await shop.call("POST", "/api/reports/v1/transactions", days)
  expect(report.body).toEqual({ transactions: [] })
})

test("the sum of the order may stand beside an order on delivery, and is no money still", async () => {
  await shop.control("quirks", { postpayment_amounts: "order" })
  await createExpress(shop, "with-sum")
  await buy(shop, "with-sum", { means: "on_delivery" })
  expect((await shop.info("with-sum")).body).toMatchObject({
    amount: "1249.99",
    amount_confirmed: "0.00",
    purchase_details: [{ amount: "1249.99" }],
  })
  expect(await shop.ledger("with-sum")).toMatchObject({ captured: "0.00" })
})

test("a lost callback of an order on delivery can be asked for again", async () => {
  await shop.control("callbacks", { mode: "lose" })
  await createExpress(shop, "again")
  await buy(shop, "again", { means: "on_delivery" })
  await shop.control("callbacks", { mode: "normal" })
  const asked = await shop.operate("callback/resend", { external_id: "again" })
  expect(asked.status).toBe(204)
  await shop.idle()
  expect(toldOf(shop, "again")).toMatchObject([{ purchased: true }])
})

test("each try keeps what was told with it: the address of the paid one counts", async () => {
  await createExpress(shop, "two-tries")
  await buy(shop, "two-tries", {
    card: "visa-3ds",
    three_ds: "leave",
    delivery: { ...FLAT, city: "Одеса" },
  })
  await buy(shop, "two-tries", { card: "visa-rejected", delivery: { ...FLAT, city: "Харків" } })
  await shop.idle()
  expect(toldOf(shop, "two-tries")).toMatchObject([
    { details: { status: "failure" }, delivery_details: { city: "Харків" } },
  ])
  await shop.control("payments/two-tries/three-ds")
  expect((await shop.info("two-tries")).body).toMatchObject({
    purchased: true,
    delivery_details: { city: "Одеса" },
  })
})

for (const sent_as of ["data_form", "data_form_percent"])
  for (const over of ["json", "raw_body"])
    test(`a callback as ${sent_as} is signed over the ${over}`, async () => {
      await shop.control("quirks", {
        express_callback_sent_as: sent_as,
        express_signature_over: over,
      })
      await createExpress(shop, "form")
      await buy(shop, "form", { recipient: { first_name: "Анна + Марія", last_name: "О'Ніл %20" } })
      await shop.idle()
      const { raw, headers } = newest(shop)
      expect(headers["content-type"]).toBe("application/x-www-form-urlencoded")
      expect(raw).toMatch(/^data=%7B/)
      expect(raw.includes("+")).toBe(sent_as === "data_form")
      const data = dataOf(raw)
      expect(JSON.parse(data)).toMatchObject({ order_recipient: { name: "Анна + Марія" } })
      const signed = over === "json" ? data : raw
      expect(headers["x-rozetkapay-signature"]).toBe(signatureOf(signed))
    })

test("only express orders' callbacks travel in such a form", async () => {
  await shop.control("quirks", { express_callback_sent_as: "data_form" })
  await shop.create("plain")
  await shop.pay("plain")
  await shop.idle()
  expect(newest(shop).headers["content-type"]).toBe("application/json")
})

test("what was not told is missing: e-mail, names, phone, the whole delivery", async () => {
  await createExpress(shop, "bare")
  await buy(shop, "bare", { email: null, recipient: { last_name: "Пчілка" }, delivery: null })
  const { body } = await shop.info("bare")
  expect(body).toMatchObject({
    delivery_details: null,
    order_recipient: { name: null, last_name: "Пчілка", middle_name: null, phone: null },
  })
  expect(Object(body).customer).not.toHaveProperty("email", expect.any(String))
  await shop.control("quirks", { empty_fields: "absent" })
  const absent = Object((await shop.info("bare")).body)
  expect(absent).not.toHaveProperty("delivery_details")
  expect(absent.order_recipient).toEqual({ last_name: "Пчілка" })
})

test("the recipient may be told of in the customer alone, and in other words", async () => {
  await createExpress(shop, "names")
  await buy(shop, "names")
  await shop.control("quirks", { express_recipient_in: "customer" })
  expect((await shop.info("names")).body).toMatchObject({
    order_recipient: null,
    customer: CUSTOMER,
  })
  await shop.control("quirks", {
    express_recipient_in: "order_recipient",
    express_recipient_names: "plugins",
  })
  const { email, ...person } = CUSTOMER
  expect((await shop.info("names")).body).toMatchObject({
    order_recipient: person,
    customer: { email },
  })
})

test("odd values travel as they are: long names, markup, emoji, control characters, unknown words", async () => {
  const odd = {
    delivery: {
      delivery_type: "Z",
      provider: "meest <b>",
      city: "К".repeat(5_000),
      warehouse_number: "\u0000\u001b[31m",
    },
    recipient: { first_name: "<script>alert(1)</script>", last_name: "🦄".repeat(300), phone: "?" },
  }
  await createExpress(shop, "odd")
  await buy(shop, "odd", odd)
  await shop.idle()
  expect(toldOf(shop, "odd")).toMatchObject([
    {
      delivery_details: odd.delivery,
      order_recipient: { name: odd.recipient.first_name, last_name: odd.recipient.last_name },
    },
  ])
  const cabinet = await shop.call("GET", `/payments/${LOGIN}/odd`)
  expect(cabinet.text).not.toContain("<script>alert")
})

test("the delivery's form can be the same in every callback", async () => {
  await shop.control("quirks", { express_delivery_form: "nested" })
  await createExpress(shop, "nested")
  await buy(shop, "nested")
  expect((await shop.info("nested")).body).toMatchObject({
    delivery_details: { city: { cityName: "Київ" } },
  })
  await shop.control("quirks", { express_delivery_form: "flat" })
  await createExpress(shop, "flat")
  await buy(shop, "flat", { means: "on_delivery" })
  expect((await shop.info("flat")).body).toMatchObject({ delivery_details: { city: "Київ" } })
})

test("the plain call that pays a hosted page pays an express one, too, with a sample of delivery", async () => {
  await createExpress(shop, "plain-pay")
  await shop.pay("plain-pay")
  expect((await shop.info("plain-pay")).body).toMatchObject({
    purchased: true,
    delivery_details: FLAT,
  })
})

test("everything an express order says keeps to RozetkaPay's document and the noted deviations", async () => {
  await createExpress(shop, "by-the-book")
  await buy(shop, "by-the-book", { card: "visa-no-funds" })
  await buy(shop, "by-the-book")
  await shop.info("by-the-book")
  await createExpress(shop, "by-the-book-2", { products: PRODUCTS })
  await buy(shop, "by-the-book-2", { means: "on_delivery" })
  await shop.info("by-the-book-2")
  await shop.idle()
  expect((await shop.look("contract")).body).toMatchObject({ violations: [] })
})
