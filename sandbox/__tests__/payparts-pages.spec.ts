import { createAtStub, createOrder, customerPage, orderInfo } from "./payparts-shop"
import { type Answer, Shop } from "./shop"

let shop: Shop
beforeEach(async () => {
  shop = await Shop.open()
})
afterEach(() => shop.close())

const send = (url: string, fields: Record<string, string>) =>
  fetch(url, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" })
const readable = async (url: string) =>
  (await (await fetch(url)).text()).replaceAll("\u00a0", " ").replaceAll("&#39;", "'")
const state = async (id: string) =>
  Object((await orderInfo(shop, id)).body).purchase_details.status_code
const appOf = async (id: string): Promise<string> =>
  Object((await shop.look(`payments/${id}`)).body).payment.instalments.customer_url
const nobody = { first_name: "Olena", last_name: "Koval" }
const SIGNED = "contract_was_signed_on_client_side"

describe("the bank's app", () => {
  test("shows the purchase and its payments, in the customer's language", async () => {
    await createOrder(shop, "o")
    const app = await appOf("o")
    const english = await readable(`${app}?lang=en`)
    expect(english).toContain("₴1,500.00")
    expect(english).toContain("₴500.00")
    expect(english).toContain("Teapot")
    expect(english).toContain("This is how the customer sees the request in the bank's app.")
    expect(await readable(`${app}?lang=uk`)).toContain("Щомісячний платіж")
  })

  test.each([
    ["agree", SIGNED, "The contract is signed"],
    ["refuse", "transaction_is_canceled_by_payer", "The purchase was not made"],
  ])("takes %s", async (answer, code, words) => {
    await createOrder(shop, "o")
    const app = `${await appOf("o")}?lang=en`
    const answered = await send(app, { answer })
    expect(answered.status).toBe(200)
    expect(await answered.text()).toContain(words)
    expect(await state("o")).toBe(code)
    expect((await fetch(app)).status).toBe(409)
    expect((await send(app, { answer: "agree" })).status).toBe(409)
    expect(await state("o")).toBe(code)
  })

  test("the cabinet leads to it, and lists the order among the payments", async () => {
    await createOrder(shop, "o")
    const { pathname } = new URL(await appOf("o"))
    expect(await readable(`${shop.sandbox.url}/payments/sandbox-login/o`)).toContain(pathname)
    expect(await readable(shop.sandbox.url)).toContain("monobank × 3")
  })
})

describe("the bank's page", () => {
  test("asks for a code by SMS, and leads back to the shop", async () => {
    const page = customerPage(await createOrder(shop, "o", { bank_name: "rozetkapay" }))
    expect(await readable(`${page}?lang=en`)).toContain("Get a code by SMS")
    expect(await readable(`${page}?lang=en&step=code`)).toContain('name="code"')
    const empty = await send(`${page}?lang=en&step=code`, { answer: "agree", code: "" })
    expect(await empty.text()).toContain("Enter the code from the SMS.")
    for (const code of ["12", "0000"]) {
      const wrong = await send(`${page}?lang=en&step=code`, { answer: "agree", code })
      expect(wrong.status).toBe(422)
      expect(await wrong.text()).toContain("The code is wrong")
    }
    expect(await state("o")).toBe("waiting_for_redirect")
    const right = await send(page, { answer: "agree", code: "1234" })
    expect(right.headers.get("location")).toBe("https://shop.example/thanks")
    expect(await state("o")).toBe(SIGNED)
  })

  test("can be refused, and left without an answer", async () => {
    const page = customerPage(
      await createOrder(shop, "o", { bank_name: "privatbank", customer: nobody }),
    )
    const left = await fetch(`${page}/leave`, { redirect: "manual" })
    expect(left.headers.get("location")).toBe("https://shop.example/thanks")
    expect(await state("o")).toBe("waiting_for_redirect")
    expect((await send(page, { answer: "refuse" })).status).toBe(302)
    expect(await state("o")).toBe("transaction_is_canceled_by_payer")
  })

  test.each([
    ["4111111111111111", SIGNED],
    ["4444333322221111", "transaction_rejected"],
    ["4000000000000044", "insufficient_funds"],
  ])("of Oschadbank takes the card %s", async (card, code) => {
    const order = { bank_name: "oschadbank", mode: "hosted", customer: nobody }
    const page = customerPage(await createOrder(shop, "o", order))
    expect((await send(page, { card: "1", expiry: "12/30", cvv: "123" })).status).toBe(422)
    const sent = await send(page, { card, expiry: "12 / 30", cvv: "123" })
    expect(sent.headers.get("location")).toBe("https://shop.example/thanks")
    expect(await state("o")).toBe(code)
  })

  test("of the test bank agrees or rejects, as the phone says", async () => {
    const page = async (phone: number): Promise<Answer> => createAtStub(shop, `o${phone}`, phone)
    await send(customerPage(await page(2)), { answer: "agree" })
    const rejecting = customerPage(await page(7))
    expect(await readable(`${rejecting}?lang=en`)).toContain("the bank will reject this purchase")
    await send(rejecting, { answer: "agree" })
    expect([await state("o2"), await state("o7")]).toEqual([SIGNED, "transaction_rejected"])
  })

  test("says that its time is over, or that it is unknown", async () => {
    const page = customerPage(await createAtStub(shop, "o", 1))
    await shop.control("payments/o/expire")
    expect((await fetch(page)).status).toBe(410)
    expect((await send(page, { answer: "agree" })).status).toBe(410)
    expect((await fetch(`${shop.sandbox.url}/instalments/nothing`)).status).toBe(404)
    expect((await fetch(`${shop.sandbox.url}/instalments/nothing/leave`)).status).toBe(404)
  })

  test("has a logo for every bank", async () => {
    const { body } = await shop.call("GET", "/api/payparts/v1/banks/info")
    for (const { logo_url } of [body].flat().map(Object))
      expect((await fetch(logo_url)).headers.get("content-type")).toContain("image/svg+xml")
  })
})
