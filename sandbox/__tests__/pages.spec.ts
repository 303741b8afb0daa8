import { checkoutUrl, Shop } from "./shop"

let shop: Shop
beforeAll(async () => {
  shop = await Shop.open({
    merchants: [{ login: "sandbox-login", password: "sandbox-password", name: "Крамниця <b>" }],
  })
})
afterAll(() => shop.close())

const RESULT_URL = "https://shop.example/thanks"
const open = async (external_id: string, more: Record<string, unknown> = {}) =>
  checkoutUrl(await shop.create(external_id, more))
const send = (url: string, fields: Record<string, string>) =>
  fetch(url, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" })
const card = (number: string) => ({ card: number, expiry: "12 / 30", cvv: "123" })
const target = (response: Response) =>
  new URL(response.headers.get("location") ?? "", shop.sandbox.url)

test("the page shows the shop, the goods and the exact amount, in the shopper's language", async () => {
  const products = [{ name: "Сорочка & «Полтава»", quantity: "2" }]
  const url = await open("look", { products, customer: { locale: "UK" }, description: "№ 1042" })
  const uk = await (await fetch(url)).text()
  expect(uk).toContain('lang="uk"')
  expect(uk.replaceAll("\u00a0", " ")).toContain("Сплатити 1 249,99 ₴")
  expect(uk).toContain("Сорочка &amp; «Полтава»")
  expect(uk).toContain("Крамниця &lt;b&gt;")
  expect(uk).not.toContain("<script")
  const en = await (await fetch(`${url}&lang=en`)).text()
  expect(en).toContain("Pay ₴1,249.99")
  expect(en).toContain('data-theme="white"')
  const dark = await open("dark", { customer: { color_mode: "dark", locale: "EN" } })
  expect(await (await fetch(dark)).text()).toContain('data-theme="dark"')
})

test("a card without 3-D Secure pays at once and the shopper goes back to the shop", async () => {
  const paid = await send(await open("at-once"), card("4111 1111 1111 1111"))
  expect(paid.status).toBe(302)
  expect(paid.headers.get("location")).toBe(RESULT_URL)
  expect(await shop.ledger("at-once")).toMatchObject({ captured: "1249.99" })
})

test("a decline says why, and the shopper tries again on the same page", async () => {
  const url = await open("again", { customer: { locale: "EN" } })
  const declined = await send(url, card("4000000000000044"))
  expect(declined.status).toBe(303)
  const page = await (await fetch(target(declined))).text()
  expect(page).toContain("There is not enough money on the card.")
  expect(page).toContain("Pay ₴1,249.99")
  const paid = await send(url, card("5555555555554444"))
  expect(paid.headers.get("location")).toBe(RESULT_URL)
})

test("with 3-D Secure the shopper approves at the bank's page", async () => {
  const asked = await send(await open("bank"), card("4242424242424242"))
  const bank = target(asked)
  expect(bank.pathname).toMatch(/^\/3ds\//)
  expect(await (await fetch(bank)).text()).toContain("424242******4242")
  expect(await shop.ledger("bank")).toMatchObject({ captured: "0.00" })
  const approved = await send(bank.href, { answer: "approve" })
  expect(approved).toMatchObject({ status: 302 })
  expect(approved.headers.get("location")).toBe(RESULT_URL)
  const again = await send(bank.href, { answer: "approve" })
  expect(again.status).toBe(409)
  expect(await shop.ledger("bank")).toMatchObject({ captured: "1249.99" })
})

test("a rejection at the bank's page leads back to the form with the reason", async () => {
  const url = await open("rejects", { customer: { locale: "EN" } })
  const bank = target(await send(url, card("5454545454545454")))
  const rejected = await send(bank.href, { answer: "reject" })
  expect(await (await fetch(target(rejected))).text()).toContain("not confirmed at the bank")
  const bankRefuses = target(await send(url, card("4200000000000000")))
  const refused = await send(bankRefuses.href, { answer: "approve" })
  expect(await (await fetch(target(refused))).text()).toContain("The bank declined the payment.")
})

test("leaving without paying leads back to the shop, and nothing was paid", async () => {
  const url = await open("leaves")
  const left = await fetch(`${url.split("?")[0]}/leave`, { redirect: "manual" })
  expect(left.status).toBe(302)
  expect(left.headers.get("location")).toBe(RESULT_URL)
  expect((await shop.info("leaves")).body).toMatchObject({ code: "data_not_found" })
})

test.each([
  ["a number that is too short", { ...card("4111"), cvv: "123" }, "A card number has 16 digits."],
  ["a card that is not a test card", card("4012888888881881"), "test cards only"],
  ["an expiry date that is none", { ...card("4111111111111111"), expiry: "13/30" }, "MM/YY"],
  ["a CVV of two digits", { ...card("4111111111111111"), cvv: "12" }, "A CVV has 3 digits."],
])("%s is explained beside the field", async (_what, fields, sentence) => {
  const url = await open("typo", { customer: { locale: "EN" } })
  const response = await send(url, fields)
  expect(response.status).toBe(422)
  expect(await response.text()).toContain(sentence)
  expect(await shop.ledger("typo")).toMatchObject({ captured: "0.00" })
})

test("everything that is wrong is said at once, and what was left empty is called empty", async () => {
  const url = await open("all-wrong", { customer: { locale: "UK" } })
  const page = await (await send(url, { card: " ", expiry: "", cvv: "1" })).text()
  for (const sentence of [
    "Введіть номер картки.",
    "Введіть термін дії картки.",
    "CVV має 3 цифри.",
  ])
    expect(page).toContain(sentence)
})

test("pages that are paid, expired or unknown say so and take no card", async () => {
  const english = { customer: { locale: "EN" } }
  const paid = await open("said", english)
  await shop.pay("said")
  expect(await (await fetch(paid)).text()).toContain("Payment complete")
  const expired = await open("late", { ...english, checkout_ttl: 10 })
  await shop.control("payments/late/expire")
  const late = await send(expired, card("4111111111111111"))
  expect(late.status).toBe(410)
  expect(await late.text()).toContain("The time to pay has run out")
  expect((await shop.pay("late")).status).toBe(409)
  const unknown = await fetch(`${shop.sandbox.url}/checkout/none?lang=en`)
  expect(unknown.status).toBe(404)
  expect(await unknown.text()).toContain("Page not found")
})

test("a receipt can be looked at once there is a payment", async () => {
  const { body } = await shop.call("GET", "/api/payments/v1/receipt?external_id=said")
  const response = await fetch(`${Object(body).receipt_url}?lang=en`)
  expect(await response.text()).toContain("Receipt")
})
