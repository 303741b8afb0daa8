import { payOnRozetkaPay } from "../../storefront/ways-to-pay"
import { serverActions } from ".."

const PROVIDER = "pp_rozetkapay_main"
const PAGE = "https://checkout.rozetkapay.com/p/1"

type Answer = { status?: number; body: unknown }
type Asked = { path: string; method: string; headers: Headers }

/** A shop whose Medusa gives the next of a path's answers, the last one for good. */
const shop = (answers: Record<string, Answer[]>, told: Record<string, string> = {}) => {
  const asked: Asked[] = []
  const cookies = new Map([
    ["_medusa_cart_id", "cart_1"],
    ["_medusa_jwt", "login"],
  ])
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const path = new URL(String(input)).pathname.replace("/store", "")
    asked.push({ path, method: init?.method ?? "GET", headers: new Headers(init?.headers) })
    const left = answers[path] ?? []
    const { body, status = 200 } = (left.length > 1 ? left.shift() : left[0]) ?? { body: {} }
    return new Response(JSON.stringify(body), { status })
  }
  const actions = serverActions({
    backendUrl: "https://api.shop.ua",
    publishableKey: "pk_1",
    headers: async () => new Headers(told),
    cookies: async () => ({
      get: (name) => {
        const value = cookies.get(name)
        return value === undefined ? undefined : { value }
      },
      set: (name) => cookies.delete(name),
    }),
    fetch,
  })
  return { actions, asked, cookies }
}

const session = (more: object = {}) => ({
  id: "payses_1",
  provider_id: PROVIDER,
  amount: 478.5,
  status: "pending",
  data: { mode: "hosted", checkout_url: PAGE },
  created_at: new Date().toISOString(),
  ...more,
})

const collection = (...payment_sessions: object[]): Answer => ({
  body: { payment_collection: { id: "pay_col_1", amount: 478.5, payment_sessions } },
})

const SESSIONS = "/payment-collections/pay_col_1/payment-sessions"
const BUSY = { status: 409, body: { code: "another_is_starting", message: "Please wait." } }
const start = { cartId: "cart_1", providerId: PROVIDER, data: payOnRozetkaPay(), total: 478.5 }

describe("A payment that a Next storefront's server starts", () => {
  test("is asked for as the shopper's own browser, address, language and login", async () => {
    const { actions, asked } = shop(
      { "/payment-collections": [collection()], [SESSIONS]: [collection(session())] },
      {
        "accept-language": "en-GB,en;q=0.9",
        "user-agent": "Phone",
        "x-forwarded-for": "203.0.113.7",
        cookie: "secret=1",
      },
    )
    expect(await actions.startPayment(start)).toEqual({ url: PAGE })
    const sent = Object.fromEntries(asked[1]?.headers ?? [])
    expect(sent).toMatchObject({
      "accept-language": "en-GB,en;q=0.9",
      "user-agent": "Phone",
      "x-forwarded-for": "203.0.113.7",
      authorization: "Bearer login",
      "x-publishable-api-key": "pk_1",
    })
    expect(sent).not.toHaveProperty("cookie")
  })

  test("that has to wait for another one says so at once: the shopper's page asks again", async () => {
    const { actions, asked } = shop({ "/payment-collections": [collection()], [SESSIONS]: [BUSY] })
    expect(await actions.startPayment(start)).toEqual({
      error: { code: "another_is_starting", message: "Please wait." },
    })
    expect(asked.filter(({ path }) => path === SESSIONS)).toHaveLength(1)
  })
})

describe("The language that a shopper is spoken to in", () => {
  test.each([
    [{ "accept-language": "en-US,uk;q=0.5" }, undefined, "en"],
    [{ "accept-language": "en-US" }, "uk-UA", "uk"],
    [{ "accept-language": "de" }, undefined, "en"],
    [{}, undefined, "uk"],
  ])("with %p and the shop's choice %p is %s", async (told, chosen, language) => {
    const { actions, cookies } = shop({}, { ...told })
    if (chosen) cookies.set("_medusa_locale", chosen)
    expect(await actions.readLanguage()).toBe(language)
  })
})

describe("The cart in the shopper's cookie", () => {
  const cart = (more: object): Answer => ({ body: { cart: { id: "cart_1", ...more } } })
  const ordered = cart({
    completed_at: "2026-11-26T10:00:00.000Z",
    payment_collection: { payment_sessions: [session()] },
  })

  test.each<[string, Answer, boolean]>([
    ["is forgotten when it is an order by now", ordered, true],
    [
      "is forgotten when there is none",
      { status: 404, body: { type: "not_found", message: "Cart not found" } },
      true,
    ],
    ["stays while it can be bought", cart({ completed_at: null }), false],
    ["stays while Medusa does not answer", { status: 500, body: null }, false],
  ])("%s", async (_, answer, forgotten) => {
    const { actions, cookies } = shop({ "/carts/cart_1": [answer] })
    expect(await actions.forgetPaidCart()).toEqual({ forgotten })
    expect(cookies.has("_medusa_cart_id")).toBe(!forgotten)
  })

  test("leads to its order when the callback has placed it", async () => {
    const { actions } = shop({ "/carts/cart_1": [ordered] })
    expect(await actions.findOrderOfCart()).toEqual({
      url: `https://api.shop.ua/hooks/rozetkapay/${PROVIDER}/return/payses_1`,
    })
  })

  test("leads nowhere while it is no order", async () => {
    const { actions } = shop({ "/carts/cart_1": [cart({ completed_at: null })] })
    expect(await actions.findOrderOfCart()).toBeNull()
  })
})
