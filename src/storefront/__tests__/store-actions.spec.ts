import { isRozetkaPay } from "../is-rozetkapay"
import { storeActions } from "../store-actions"
import { payByConsent, payInParts, payOnRozetkaPay } from "../ways-to-pay"

const PROVIDER = "pp_rozetkapay_main"
const PAGE = "https://checkout.rozetkapay.com/p/1"

type Sent = { path: string; method: string; body: unknown; headers: Headers }

/** A Medusa that answers each path with what is given for it, as JSON. */
const shop = (answers: Record<string, unknown>, status: Record<string, number> = {}) => {
  const sent: Sent[] = []
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const { pathname, search } = new URL(String(input))
    const path = pathname.replace("/store", "")
    const body: unknown = typeof init?.body === "string" ? JSON.parse(init.body) : undefined
    const method = init?.method ?? "GET"
    sent.push({ path: path + search, method, body, headers: new Headers(init?.headers) })
    if (!(path in answers)) throw new TypeError("fetch failed")
    return new Response(JSON.stringify(answers[path]), { status: status[path] ?? 200 })
  }
  const actions = storeActions({
    backendUrl: "https://api.shop.ua/",
    publishableKey: "pk_1",
    language: "en",
    headers: async () => ({ authorization: "Bearer login" }),
    fetch,
  })
  return { actions, sent }
}

const session = (more: object = {}) => ({
  id: "payses_1",
  provider_id: PROVIDER,
  amount: 478.5,
  status: "pending",
  data: { mode: "hosted", checkout_url: PAGE },
  created_at: new Date(Date.now() - 60_000).toISOString(),
  ...more,
})

const collection = (...payment_sessions: object[]) => ({
  payment_collection: { id: "pay_col_1", amount: 478.5, payment_sessions },
})

const start = { cartId: "cart_1", providerId: PROVIDER, data: payOnRozetkaPay(), total: 478.5 }

describe("A payment that a storefront starts", () => {
  test("leads to RozetkaPay's page, asked for in the shopper's name and language", async () => {
    const { actions, sent } = shop({
      "/payment-collections": collection(),
      "/payment-collections/pay_col_1/payment-sessions": collection(session()),
    })
    expect(await actions.startPayment(start)).toEqual({ url: PAGE })
    expect(sent.map(({ path, body }) => [path, body])).toEqual([
      ["/payment-collections", { cart_id: "cart_1" }],
      [
        "/payment-collections/pay_col_1/payment-sessions",
        { provider_id: PROVIDER, data: { mode: "hosted", reuse: true } },
      ],
    ])
    expect(Object.fromEntries(sent[1]?.headers ?? [])).toMatchObject({
      "accept-language": "en",
      "x-publishable-api-key": "pk_1",
      authorization: "Bearer login",
    })
  })

  test("on its own form asks for no page to go on with", async () => {
    const { actions, sent } = shop({
      "/payment-collections": collection(),
      "/payment-collections/pay_col_1/payment-sessions": collection(session()),
    })
    await actions.startPayment({ ...start, data: payInParts("monobank", 3) })
    expect(sent[1]?.body).not.toHaveProperty("data.reuse")
  })

  test("is never taken from what the cart has: only the server knows whose page that is", async () => {
    const { actions, sent } = shop({
      "/payment-collections": collection(session()),
      "/payment-collections/pay_col_1/payment-sessions": collection(session({ id: "payses_2" })),
    })
    expect(await actions.startPayment(start)).toEqual({ url: PAGE })
    expect(sent).toHaveLength(2)
  })

  test("is not started when the cart costs something else than the shopper was shown", async () => {
    const { actions, sent } = shop({ "/payment-collections": collection() })
    const started = await actions.startPayment({ ...start, total: 400 })
    expect(started).toMatchObject({ error: { code: "cart_changed" } })
    expect(sent).toHaveLength(1)
  })

  test("without a page leads to the order", async () => {
    const direct = session({ data: { mode: "direct", checkout_url: null } })
    const { actions } = shop({
      "/payment-collections": collection(),
      "/payment-collections/pay_col_1/payment-sessions": collection(direct),
      "/carts/cart_1/complete": { type: "order", order: { id: "order_1" } },
    })
    const started = await actions.startPayment({ ...start, data: payByConsent() })
    expect(started).toEqual({ orderId: "order_1" })
  })

  test.each([
    [{ type: "cart", error: { name: "confirming", message: "Wait.", type: "requires_more" } }, 200],
    [{ type: "conflict", message: "The cart is being completed." }, 409],
  ])("that the bank has not decided leads to the plugin's return, which waits", async (answer, code) => {
    const direct = session({ data: { mode: "direct", checkout_url: null } })
    const { actions } = shop(
      {
        "/payment-collections": collection(),
        "/payment-collections/pay_col_1/payment-sessions": collection(direct),
        "/carts/cart_1/complete": answer,
      },
      { "/carts/cart_1/complete": code },
    )
    expect(await actions.startPayment({ ...start, data: payByConsent() })).toEqual({
      url: `https://api.shop.ua/hooks/rozetkapay/${PROVIDER}/return/payses_1`,
    })
  })

  test("by a bank tells it the shopper's number, and keeps the recipient's", async () => {
    const shipping_address = {
      first_name: "Олена",
      address_1: "Хрещатик, 1",
      phone: "+380501111111",
    }
    const { actions, sent } = shop({
      "/carts/cart_1": { cart: { id: "cart_1", shipping_address, billing_address: null } },
      "/payment-collections": collection(),
      "/payment-collections/pay_col_1/payment-sessions": collection(session()),
    })
    const data = payInParts("monobank", 3)
    await actions.startPayment({ ...start, data, phone: "+380502222222" })
    expect(sent[1]?.body).toEqual({
      billing_address: { first_name: "Олена", address_1: "Хрещатик, 1", phone: "+380502222222" },
    })
  })

  test("never leads to what is no web address", async () => {
    const page = session({ data: { mode: "hosted", checkout_url: "javascript:alert(1)" } })
    const { actions } = shop({
      "/payment-collections": collection(),
      "/payment-collections/pay_col_1/payment-sessions": collection(page),
    })
    expect(await actions.startPayment(start)).toMatchObject({
      error: { code: "answer_unreadable" },
    })
  })
})

describe("What a storefront is told when something can't be done", () => {
  const way = { provider_id: PROVIDER, method: "page", name: "Card", data: { mode: "hosted" } }

  test("is the plugin's own code and sentence", async () => {
    const error = { type: "invalid_data", code: "cart_without_email", message: "Give your e-mail." }
    const { actions } = shop({ "/payment-collections": error }, { "/payment-collections": 400 })
    const { code, message } = error
    expect(await actions.startPayment(start)).toEqual({ error: { code, message } })
  })

  test.each([
    ["no_connection", {}, {}],
    ["answer_unreadable", { "/rozetkapay/methods": "Bad gateway" }, { "/rozetkapay/methods": 502 }],
    ["answer_unreadable", { "/rozetkapay/methods": { methods: "none" } }, {}],
  ])("is %s, and nothing is thrown", async (code, answers, status) => {
    const { actions } = shop(answers, status)
    expect(await actions.listWays("cart_1")).toMatchObject({ error: { code } })
  })

  test("of a list is only the entry that can't be read", async () => {
    const { actions, sent } = shop({
      "/rozetkapay/methods": {
        methods: [{ ...way, available: true, asks: { remember: true } }, { method: "new" }, null],
        logged_in: true,
      },
    })
    const ways = await actions.listWays("cart_1")
    expect(ways).toMatchObject({
      logged_in: true,
      methods: [{ method: "page", asks: { save: false, remember: true }, needs: [] }],
    })
    expect(sent[0]?.path).toBe("/rozetkapay/methods?cart_id=cart_1")
  })

  test("of cards is that nobody is logged in", async () => {
    const { actions } = shop({ "/rozetkapay/cards": "" }, { "/rozetkapay/cards": 401 })
    expect(await actions.listCards()).toMatchObject({ error: { code: "not_logged_in" } })
  })
})

test.each([
  ["pp_rozetkapay_main", true],
  ["pp_rozetkapay-payparts_parts", true],
  ["pp_rozetkapay-batch_sellers-2", true],
  ["pp_system_default", false],
  ["pp_rozetkapayment", false],
  [undefined, false],
])("A provider %s is one of the plugin's: %s", (id, is) => {
  expect(isRozetkaPay(id)).toBe(is)
})

test("A card is added, made the default one and removed by the plugin's routes", async () => {
  const card = { id: "opt_1", mask: "424242******4242", brand: "visa", is_default: true }
  const { actions, sent } = shop({
    "/rozetkapay/cards": { action_url: "https://bank.ua/confirm" },
    "/rozetkapay/cards/opt_1/default": { card },
    "/rozetkapay/cards/opt_1": { id: "opt_1", object: "rozetkapay_card", deleted: true },
  })
  expect(await actions.addCard(undefined, { providerId: PROVIDER, makeDefault: true })).toEqual({
    url: "https://bank.ua/confirm",
  })
  expect(await actions.setDefaultCard("opt_1")).toMatchObject({ card: { id: "opt_1" } })
  expect(await actions.removeCard("opt_1", PROVIDER)).toEqual({ removed: "opt_1" })
  expect(sent.map(({ method, path, body }) => [method, path, body])).toEqual([
    ["POST", "/rozetkapay/cards", { make_default: true, provider_id: PROVIDER }],
    ["POST", "/rozetkapay/cards/opt_1/default", {}],
    ["DELETE", `/rozetkapay/cards/opt_1?provider_id=${PROVIDER}`, undefined],
  ])
})
