import { createExpress } from "./express-shop"
import { checkoutUrl, LOGIN, Shop } from "./shop"

let shop: Shop
beforeAll(async () => {
  shop = await Shop.open()
})
afterAll(() => shop.close())
beforeEach(() => shop.control("reset"))

const RESULT_URL = "https://shop.example/thanks"
const open = async (external_id: string, more: Record<string, unknown> = {}) =>
  checkoutUrl(await createExpress(shop, external_id, more))
const send = (url: string, fields: Record<string, string>) =>
  fetch(url, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" })
const target = (response: Response) =>
  new URL(response.headers.get("location") ?? "", shop.sandbox.url)

const RECIPIENT = {
  last_name: "Шевченко",
  first_name: "Марія",
  patronym: "",
  phone: "+380 50 111 22 33",
  email: "",
}
const TO_BRANCH = { delivery_type: "W", city: "Київ", warehouse_number: "12", ...RECIPIENT }
const BY_COURIER = {
  delivery_type: "D",
  city: "Львів",
  street: "вул. Франка",
  house: "61",
  apartment: "4",
  ...RECIPIENT,
}
const byCard = (card: string) => ({ means: "card", card, expiry: "12/30", cvv: "123" })

test("the page shows the goods and asks for delivery, recipient and payment, in both languages", async () => {
  const url = await open("look", { description: "№ 1042" })
  const uk = await (await fetch(`${url}&lang=uk`)).text()
  for (const words of ["Сорочка", "Відділення", "Поштомат", "Кур&#39;єр", "При отриманні"])
    expect(uk).toContain(words)
  expect(uk).not.toContain("<script")
  const en = await (await fetch(`${url}&lang=en`)).text()
  for (const words of ["Buy with Rozetka", "Locker", "On delivery", "Pay ₴1,249.99"])
    expect(en).toContain(words)
})

test("paid by card after the bank's page, delivered to a branch", async () => {
  const url = await open("branch")
  const bank = target(await send(url, { ...TO_BRANCH, ...byCard("4242 4242 4242 4242") }))
  expect(bank.pathname).toMatch(/^\/3ds\//)
  const approved = await send(bank.href, { answer: "approve" })
  expect(approved.headers.get("location")).toBe(RESULT_URL)
  expect((await shop.info("branch")).body).toMatchObject({
    purchased: true,
    delivery_details: {
      delivery_type: "W",
      provider: "nova_poshta",
      city: "Київ",
      warehouse_number: "12",
      street: null,
    },
    order_recipient: { name: "Марія", last_name: "Шевченко", middle_name: null },
    customer: { phone: "+380 50 111 22 33", email: null },
  })
})

test("ordered with a courier, to be paid on delivery: back to the shop, and no money moves", async () => {
  const url = await open("courier")
  const ordered = await send(url, { ...BY_COURIER, means: "on_delivery" })
  expect(ordered.headers.get("location")).toBe(RESULT_URL)
  expect((await shop.info("courier")).body).toMatchObject({
    purchased: true,
    purchase_details: [{ status_code: "order_with_postpayment_confirmed" }],
    delivery_details: {
      delivery_type: "D",
      city: { cityName: "Львів" },
      street: { name: "вул. Франка" },
      house: "61",
      apartment: "4",
    },
  })
  expect(await shop.ledger("courier")).toMatchObject({ captured: "0.00" })
  expect(await (await fetch(`${url}&lang=en`)).text()).toContain("The order is placed")
})

test("a decline says why, keeps what was typed, and another card pays", async () => {
  const url = `${await open("declined")}&lang=en`
  const back = target(await send(url, { ...BY_COURIER, ...byCard("4000000000000044") }))
  const page = await (await fetch(back)).text()
  expect(page).toContain("There is not enough money on the card.")
  expect(page).toContain('value="вул. Франка"')
  expect(page).toContain('value="Шевченко"')
  expect(page).not.toContain('4000 0000 0000 0044" placeholder')
  const paid = await send(url, { ...BY_COURIER, ...byCard("5555555555554444") })
  expect(paid.headers.get("location")).toBe(RESULT_URL)
})

test("what is missing is named beside its field, and nothing is paid", async () => {
  const url = `${await open("missing")}&lang=en`
  const refused = await send(url, { delivery_type: "D", email: "olena@", ...byCard("4111") })
  expect(refused.status).toBe(422)
  const page = await refused.text()
  for (const words of [
    "Enter the city.",
    "Enter the street.",
    "Enter the house number.",
    "Enter the last name.",
    "Enter the first name.",
    "Enter the phone",
    "An address looks like",
    "A card number has 16 digits.",
  ])
    expect(page).toContain(words)
  expect(page).not.toContain("Enter the number.")
  const noLocker = await send(url, { ...TO_BRANCH, warehouse_number: " ", means: "on_delivery" })
  expect(await noLocker.text()).toContain("Enter the number.")
  expect((await shop.info("missing")).body).toMatchObject({ code: "data_not_found" })
})

test("buttons fill a test card or a sample in without losing what was typed", async () => {
  const url = `${await open("filled")}&lang=en`
  const card = await send(url, { ...TO_BRANCH, fill: "4242424242424242" })
  const withCard = await card.text()
  expect(withCard).toContain('value="4242 4242 4242 4242"')
  expect(withCard).toContain('value="Шевченко"')
  const sample = await (await send(url, { delivery_type: "P", fill: "sample" })).text()
  expect(sample).toContain('value="olena@example.com"')
  expect(sample).toMatch(/value="P" checked/)
})

test("where the contract has no payment on delivery, the page does not offer it", async () => {
  await shop.control(`merchants/${LOGIN}`, { not_allowed: ["pay_on_delivery"] })
  const url = `${await open("card-only")}&lang=en`
  expect(await (await fetch(url)).text()).not.toContain('value="on_delivery"')
  const tried = await send(url, { ...TO_BRANCH, means: "on_delivery" })
  expect(tried.status).toBe(422)
})

test("leaving leads back to the shop, and an expired page takes no order", async () => {
  const url = await open("leaves")
  const left = await fetch(`${url.split("?")[0]}/leave`, { redirect: "manual" })
  expect(left.headers.get("location")).toBe(RESULT_URL)
  await shop.control("payments/leaves/expire")
  expect((await send(url, { ...TO_BRANCH, means: "on_delivery" })).status).toBe(410)
  expect((await shop.info("leaves")).body).toMatchObject({ code: "data_not_found" })
})

test("what the shop knows of the shopper is filled in already", async () => {
  const customer = { email: "olena@example.com", last_name: "Пчілка", phone: "+380501112233" }
  const page = await (await fetch(await open("known", { customer }))).text()
  for (const value of Object.values(customer)) expect(page).toContain(`value="${value}"`)
})
