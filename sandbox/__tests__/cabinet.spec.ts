import { batchBody } from "./batch-shop"
import { checkoutUrl, LOGIN, payByToken, Shop } from "./shop"

let shop: Shop
beforeAll(async () => {
  const password = "sandbox-password"
  shop = await Shop.open({
    merchants: [
      { login: LOGIN, password },
      { login: "seller-olena", password, name: "Майстерня Олени" },
    ],
  })
})
afterAll(() => shop.close())
beforeEach(() => shop.control("reset"))

const readable = (text: string) =>
  text.replaceAll("\u00a0", " ").replaceAll("&#39;", "'").replaceAll("&quot;", '"')
const read = async (path: string, headers: Record<string, string> = {}) =>
  readable(await (await fetch(shop.sandbox.url + path, { headers })).text())
const press = (path: string, fields: Record<string, string>) =>
  fetch(shop.sandbox.url + path, {
    method: "POST",
    body: new URLSearchParams(fields),
    redirect: "manual",
  })
const switches = (fields: Record<string, string>) => press("/switches", fields)
const cabinetOf = (external_id: string) => `/payments/${LOGIN}/${encodeURIComponent(external_id)}`

const CUSTOMER = { email: "olena@example.com", first_name: "Олена", last_name: "Крамар" }

describe("the list of payments", () => {
  test("is in Ukrainian, and in English for who asks for it, which is remembered", async () => {
    await shop.create("o1")
    expect(await read("/")).toContain("1 249,99 ₴")
    expect(await read("/", { "accept-language": "en-GB" })).toContain("₴1,249.99")
    const chosen = await fetch(`${shop.sandbox.url}/?lang=en`)
    const cookie = chosen.headers.get("set-cookie")?.split(";")[0] ?? ""
    expect(await read(cabinetOf("o1"), { cookie })).toContain("Merchant's cabinet")
  })

  test("tells times in Kyiv and names the zone", async () => {
    await shop.control("payments", {
      external_id: "summer",
      amount: 1,
      currency: "UAH",
      created_at: "2026-07-01T21:30:00Z",
    })
    expect(await read("/?lang=en")).toContain("02/07/2026, 00:30:00")
    expect(await read("/?lang=en")).toContain("Created (Kyiv time)")
    expect(await read("/")).toContain("Створено (за Києвом)")
  })

  test.each([
    ["its order number", "#1042"],
    ["its external id", "FIRST"],
    ["its description", "сорочка"],
    ["its buyer's e-mail", "olena@example"],
    ["its amount, as people write it", "1 500,50"],
    ["what the shop noted of it", "payses_7"],
  ])("finds a payment by %s", async (_what, q) => {
    await shop.create("first-one", {
      amount: 1500.5,
      unified_external_id: "#1042",
      description: "Сорочка × 1",
      customer: CUSTOMER,
      metadata: { session: "payses_7" },
    })
    await shop.create("second-one")
    const found = await read(`/?${new URLSearchParams({ q })}`)
    expect(found).toContain("first-one")
    expect(found).not.toContain("second-one")
    expect(found).toContain("ol…@example.com")
    expect(found).toContain("Олена К.")
  })

  test("is narrowed to a state, and turned over page by page", async () => {
    for (let at = 1; at <= 26; at += 1) await shop.create(`paged-${at}-x`)
    await shop.pay("paged-1-x")
    const last = await read("/?page=2&lang=en")
    expect(last).toContain("26–26 of 26")
    expect(last).toContain("paged-1-x")
    expect(await read("/")).not.toContain("paged-1-x")
    expect(await read("/?state=captured&lang=en")).toContain("1–1 of 1")
  })

  test("says how each payment was made, and lists saved cards and recurrent ids", async () => {
    const init_recurrent_payment = true
    await payByToken(shop, "by-token", "4111111111111111", { init_recurrent_payment })
    const { recurrent_id } = Object((await shop.look("recurrents")).body).recurrents[0]
    await shop.operate("recurrent", { recurrent_id, external_id: "later", amount: 5 })
    await shop.control("wallets", { external_id: "cus_7", card: "mastercard" })
    await shop.operate("lookup", { mode: "hosted" })
    const list = await read("/?lang=en")
    for (const words of ["card token", ">recurrent<", "lookup, hosted page", "cus_7", recurrent_id])
      expect(list).toContain(words)
    expect(list).not.toContain("5555555555554444")
  })
})

describe("a payment's page", () => {
  test("moves its money, and says in the reader's language why it can not", async () => {
    const id = "o/1 <x>"
    await shop.create(id, { confirm: false })
    await shop.pay(encodeURIComponent(id))
    expect(await read("/")).toContain("o/1 &lt;x&gt;")
    expect((await press(cabinetOf(id), { move: "confirm", amount: "100,50" })).status).toBe(303)
    expect(await shop.ledger(encodeURIComponent(id))).toMatchObject({ captured: "100.50" })
    const refused = await press(cabinetOf(id), { move: "refund", amount: "9999" })
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain(
      "Стільки повернути не можна. (incorrect_refund_sum_or_currency)",
    )
  })

  test("sends its callback again", async () => {
    await shop.create("again")
    await shop.pay("again")
    await shop.idle()
    const before = shop.received.length
    await press(cabinetOf("again"), { move: "resend" })
    expect(shop.received).toHaveLength(before + 1)
  })

  test("that does not exist says so, and is no list", async () => {
    await shop.create("known")
    for (const answer of [
      await fetch(shop.sandbox.url + cabinetOf("nothing")),
      await press(cabinetOf("nothing"), { move: "refund" }),
    ]) {
      expect(answer.status).toBe(404)
      const page = await answer.text()
      expect(page).toContain("Платежу не знайдено")
      expect(page).not.toContain("known")
    }
  })
})

describe("the page of switches", () => {
  test("makes the gateway fail, shows what is on, and resets it by one press without losing payments", async () => {
    await shop.create("kept")
    await shop.pay("kept")
    await shop.idle()
    await switches({ do: "fault", endpoint: "info", kind: "500_before", times: "0", ms: "" })
    await switches({ do: "callbacks", mode: "late", late_ms: "5000" })
    await switches({
      do: "merchant",
      login: LOGIN,
      balance: "0,00",
      not_allowed: "pay_on_delivery",
    })
    await switches({ do: "bank", name: "monobank", code: "rejected_by_bank", times: "2" })
    await switches({ do: "quirks", hold_method: "purchase", amounts_as_numbers: "true" })
    expect((await shop.info("kept")).status).toBe(500)
    const page = await read("/switches?lang=en")
    for (const words of [
      "error 500, nothing done (500_before): info, until switched off",
      "Callbacks: late (5000 ms)",
      `${LOGIN}: Balance, UAH 0.00`,
      `${LOGIN}: the contract lacks pay on delivery`,
      "monobank: payment → rejected_by_bank, left 2",
      "hold_method: purchase",
      "amounts_as_numbers: true",
    ])
      expect(page).toContain(`<li>${words}</li>`)
    expect(await read("/?lang=en")).toContain("Switches that are on: 7")
    expect(page).not.toContain("<script")
    await switches({ do: "reset" })
    expect(await read("/switches?lang=en")).toContain("Everything is off")
    expect((await shop.info("kept")).body).toMatchObject({ purchased: true })
  })

  test("holds callbacks and lets them go", async () => {
    await switches({ do: "callbacks", mode: "hold" })
    await shop.create("held")
    await shop.pay("held")
    expect(await read("/switches?lang=en")).toContain("Callbacks held: <b>1</b>")
    const before = shop.received.length
    await switches({ do: "flush", order: "reverse" })
    expect(shop.received).toHaveLength(before + 1)
  })

  test.each([
    [{ do: "fault", endpoint: "info", kind: "nothing" }],
    [{ do: "merchant", login: "nobody" }],
    [{ do: "merchant", login: LOGIN, balance: "1.00", not_allowed: "nothing" }],
    [{ do: "quirks", confirms_allowed: "-1" }],
    [{ do: "nothing" }],
  ])("refuses %j with a reason, and changes nothing", async (fields) => {
    const answer = await switches(fields)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('role="alert"')
    expect(page).toContain("Усе вимкнено")
  })
})

test("the page of a payment to several sellers names them and what each part is for", async () => {
  const body = batchBody(shop, "b", { customer: { locale: "UK" } })
  const [olena, taras] = body.orders
  const products = [
    { name: "Сорочка", quantity: "2", net_amount: "450.00" },
    { name: "Доставка", quantity: "1", net_amount: "100.00" },
  ]
  const orders = [{ ...olena, products }, taras]
  const answer = await shop.call("POST", "/api/payments/batch/v1/new", { ...body, orders })
  const page = readable(await (await fetch(checkoutUrl(answer))).text())
  for (const words of ["Olena's shirts", "1 000,00 ₴", "900,00 ₴", "Доставка", "100,00 ₴"])
    expect(page).toContain(words)
  expect(page).toContain("Продавець: Майстерня Олени")
})

test.each([
  ["/nothing", 404],
  ["/sandbox/nothing", 404],
  ["/payments/%E0%A4%A/x", 400],
])("a browser that asks for %s gets a page in its language", async (path, status) => {
  const browser = { accept: "text/html,application/xhtml+xml,*/*;q=0.8", "accept-language": "en" }
  const page = await fetch(shop.sandbox.url + path, { headers: browser })
  expect(page.status).toBe(status)
  expect(page.headers.get("content-type")).toContain("text/html")
  expect(await page.text()).toContain('lang="en"')
})
