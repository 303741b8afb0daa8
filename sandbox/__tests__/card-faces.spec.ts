import { EXPIRY, expiryOf, findTestCard, maskOf, TEST_CARDS, withExpiry } from "../cards"
import { checkoutUrl, payDirectly, Shop } from "./shop"

let shop: Shop
beforeEach(async () => {
  shop = await Shop.open()
})
afterEach(() => shop.close())

const SHOPPER = { customer: { external_id: "cus_1" } }
const CARD = "4111111111111111"
const onPage = (expiry: string) => ({ card: CARD, expiry, cvv: "123", save: "yes" })
const send = (url: string, fields: Record<string, string>) =>
  fetch(url, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" })
const wallet = async (): Promise<unknown> => {
  const { body } = await shop.call("GET", "/api/customers/v1/wallet?external_id=cus_1")
  return Object(body).wallet
}

test("no card shows more than six leading and four last digits, wherever it is shown", async () => {
  for (const card of TEST_CARDS) {
    expect(maskOf(card)).toMatch(/^\d{6}\*+\d{4}$/)
    expect(maskOf(card)).toHaveLength(card.number.length)
  }
  await send(checkoutUrl(await shop.create("o1", SHOPPER)), onPage("12/30"))
  const init = { init_recurrent_payment: true }
  await shop.create("o2", { ...SHOPPER, ...init })
  await shop.pay("o2", { card: "visa-3ds", three_ds: "leave", save: true })
  await shop.idle()
  const seen = await Promise.all([
    shop.info("o1"),
    shop.call("GET", "/api/customers/v1/wallet?external_id=cus_1"),
    shop.call("POST", "/api/reports/v1/transactions", {
      date_from: new Date().toISOString().slice(0, 10),
      date_to: new Date().toISOString().slice(0, 10),
    }),
    shop.look("wallets"),
    shop.look("recurrents"),
    shop.look("payments"),
    shop.look("callbacks"),
    shop.control("tokens", {}),
    shop.call("GET", "/"),
    shop.call("GET", "/payments/sandbox-login/o1"),
  ])
  const text = [...seen.map((one) => one.text), ...shop.received.map(({ raw }) => raw)].join("\n")
  expect(text).toContain("411111******1111")
  expect(text).not.toMatch(/41111111|42424242/)
})

test("a card that paid with 12/30 is saved, and told, with that date", async () => {
  await send(checkoutUrl(await shop.create("o1", SHOPPER)), onPage("12 / 30"))
  await shop.idle()
  expect(await wallet()).toMatchObject([{ card: { expires_at: "2030-12-31T00:00:00Z" } }])
  expect(shop.received[0]?.body).toMatchObject({
    payment_method: { cc_token: { expires_at: "2030-12-31T00:00:00Z" } },
  })
})

test("a renewed card keeps its place in the wallet and gets its new date", async () => {
  await send(checkoutUrl(await shop.create("o1", SHOPPER)), onPage("12/30"))
  await send(checkoutUrl(await shop.create("o2", SHOPPER)), onPage("02/36"))
  expect(await wallet()).toMatchObject([{ card: { expires_at: "2036-02-29T00:00:00Z" } }])
})

test("the widget's token, the page that adds a card and the control API know the date as well", async () => {
  const { body } = await shop.call("POST", "/widget/tokens", {
    key: "sandbox-widget-key",
    type: "full_card",
    card: CARD,
    expiry: "09/29",
    cvv: "123",
  })
  const { token } = Object(body)
  const paid = await payDirectly(shop, "o1", { type: "cc_token", cc_token: { token } })
  expect(paid.body).toMatchObject({
    payment_method: { cc_token: { expires_at: "2029-09-30T00:00:00Z" } },
  })
  const added = await shop.call("POST", "/api/customers/v1/wallet?external_id=cus_1", {
    mode: "hosted",
    callback_url: shop.callback_url,
    result_url: "https://shop.example/cards",
  })
  await send(Object(added.body).action.value, onPage("11/31"))
  expect(await wallet()).toMatchObject([{ card: { expires_at: "2031-11-30T00:00:00Z" } }])
  await shop.create("o2", SHOPPER)
  await shop.pay("o2", { card: "visa", expiry: "03/33", save: true })
  expect(await wallet()).toMatchObject([{ card: { expires_at: "2033-03-31T00:00:00Z" } }])
  expect((await shop.pay("o2", { expiry: "13/33" })).status).toBe(400)
})

test.each([
  ["12/30", "2030-12-31T00:00:00Z"],
  ["1/30", "2030-01-31T00:00:00Z"],
  ["0228", "2028-02-29T00:00:00Z"],
  ["02 / 2030", "2030-02-28T00:00:00Z"],
])("%s is good until %s", (expiry, until) => {
  const card = findTestCard(CARD)
  if (!card) throw new Error("no card")
  expect(expiry).toMatch(EXPIRY)
  expect(expiryOf(withExpiry(card, expiry))).toBe(until)
})
