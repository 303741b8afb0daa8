import { z } from "zod"
import { openCheckout } from "../drivers/checkout"
import { Customer } from "../drivers/customer"
import { send } from "../drivers/json-http"
import { Shopper } from "../drivers/shopper"
import { inPoland, OTHER, WITH_ALTERNATIVE } from "../setup/polish-store"
import { runStore } from "../setup/run-store"
import { ROZETKAPAY } from "../setup/store"

const way = z.strictObject({
  provider_id: z.string(),
  method: z.string(),
  name: z.string().min(1),
  description: z.string().min(1),
  icon: z.string().min(1),
  limits: z.strictObject({
    currency_codes: z.array(z.string()).nullable(),
    country_codes: z.array(z.string()).nullable(),
    least: z.string().nullable(),
    most: z.string().nullable(),
    parts: z.unknown(),
  }),
  available: z.boolean(),
  reason: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
  needs: z.array(z.string()),
  data: z.record(z.string(), z.unknown()),
  settings: z.record(z.string(), z.string()),
  asks: z.strictObject({ save: z.boolean(), remember: z.boolean() }),
})
const answer = z.strictObject({ methods: z.array(way), logged_in: z.boolean() })

const setup = {
  capture: true,
  environment: WITH_ALTERNATIVE,
  options: { widgetKey: "widget-key-1" },
}

runStore("What a cart can be paid by", setup, (store) => {
  const poland = inPoland(store)

  const ask = (cart_id: string | null, language = "en") =>
    send(`${store.url}/store/rozetkapay/methods${cart_id === null ? "" : `?cart_id=${cart_id}`}`, {
      headers: {
        "x-publishable-api-key": store.seed.publishableKey,
        "accept-language": language,
      },
    })
  const waysOf = async (cart: { id: string }, language?: string) => {
    const { status, json } = await ask(cart.id, language)
    expect(status).toBe(200)
    return answer.parse(json).methods
  }
  const named = (ways: z.output<typeof way>[]) =>
    ways.map(({ provider_id, method }) => `${provider_id} ${method}`)

  it("is listed over all providers of its region, ready to be shown and to be posted", async () => {
    const cart = await poland.shopper.fillCart()
    const ways = await waysOf(cart)
    expect(named(ways).sort()).toEqual(
      [
        ...["page", "card", "google_pay", "apple_pay"].map((method) => `${ROZETKAPAY} ${method}`),
        ...["blik", "blik_paylater", "przelewy24", "santander", "leasing", "leaselink"].map(
          (method) => `${OTHER} ${method}`,
        ),
      ].sort(),
    )
    expect(ways.find(({ method }) => method === "blik")).toEqual({
      provider_id: OTHER,
      method: "blik",
      name: "BLIK",
      description: "A code from your bank's app, where you confirm the payment.",
      icon: "blik",
      limits: {
        currency_codes: ["pln"],
        country_codes: null,
        least: "1.00",
        most: null,
        parts: null,
      },
      available: true,
      reason: null,
      needs: ["blik_code"],
      data: { method: "blik" },
      settings: {},
      asks: { save: false, remember: false },
    })
    const page = ways.find(({ method }) => method === "przelewy24")
    const session = await poland.shopper.openSession(cart, OTHER, page?.data)
    expect(String(session.data.checkout_url)).toMatch(/^http/)
  })

  it("is not set up as long as the options do not say so", async () => {
    const ways = await waysOf(await store.shopper.fillCart())
    expect(ways.find(({ method }) => method === "card")).toMatchObject({
      available: true,
      settings: {
        widget_key: "widget-key-1",
        script_url: "https://cdn.rozetkapay.com/widget.js",
      },
      // A guest, whose cart has a customer's id as well.
      asks: { save: false, remember: false },
    })
    expect(ways.find(({ method }) => method === "apple_pay")).toMatchObject({
      available: false,
      reason: { code: "not_set_up" },
      settings: {},
    })
  })

  it("is told in Ukrainian and in English", async () => {
    const cart = await poland.shopper.fillCart()
    const [uk] = await waysOf(cart, "uk-UA,en;q=0.5")
    const [en] = await waysOf(cart, "en-GB")
    expect(uk?.description).toMatch(/[а-яіїєґ]{4}/)
    expect(en?.description).not.toMatch(/[а-яіїєґ]/)
  })

  it("says why a cart can't be paid so: starting it all the same says the same, and sends nothing", async () => {
    await store.admin.api.post(z.unknown(), `/admin/regions/${store.seed.regionId}`, {
      payment_providers: [ROZETKAPAY, OTHER],
    })
    const cart = await store.shopper.fillCart()
    for (const { provider_id, method, available, reason, data } of await waysOf(cart, "uk")) {
      if (provider_id !== OTHER) continue
      expect(available).toBe(false)
      expect(reason?.code).toBe("currency_not_supported")
      const posted = { ...data, ...(method === "blik" && { blik_code: "777123" }) }
      const refused = await store.shopper.tryToOpenSession(cart, OTHER, posted)
      expect(refused.status).toBe(400)
      expect(refused.json).toMatchObject({ code: reason?.code })
    }
    expect(await store.gateway.requests()).toEqual([])
  })

  it("asks for what the cart's address lacks", async () => {
    const address = { first_name: "Anna", address_1: "Staszica 22", country_code: "pl" }
    const shopper = new Shopper(store.url, { ...poland.seed, address })
    const cart = await shopper.fillCart()
    const ways = await waysOf(cart)
    const needsOf = (name: string) => ways.find(({ method }) => method === name)?.needs
    expect(needsOf("blik")).toEqual(["blik_code", "last_name"])
    expect(needsOf("leasing")).toEqual(["phone"])
    expect(needsOf("przelewy24")).toEqual([])
    const refused = await shopper.tryToOpenSession(cart, OTHER, { method: "leasing" })
    expect(refused.json).toMatchObject({ code: "customer_details_missing" })
  })

  it("shows what a customer keeps to the one whose cart it is, and to nobody else", async () => {
    const customer = await Customer.register(store)
    const first = await customer.fillCart()
    const session = await customer.openSession(first, ROZETKAPAY, { remember: true })
    await store.gateway.pay(session.id)
    await store.gateway.quiet()
    const cart = await customer.fillCart()
    const path = `/store/rozetkapay/methods?cart_id=${cart.id}`
    const own = answer.parse((await customer.see(path)).json)
    expect(own.logged_in).toBe(true)
    expect(own.methods.map(({ method }) => method)).toContain("saved_card")
    expect(own.methods.find(({ method }) => method === "card")?.asks).toEqual({
      save: true,
      // It is given.
      remember: false,
    })
    const consent = own.methods.find(({ method }) => method === "consent")
    expect(consent).toMatchObject({
      available: true,
      needs: [],
      settings: { mask: expect.stringMatching(/^4/) },
    })
    const other = await Customer.register(store)
    for (const { json } of [await ask(cart.id), await other.see(path)]) {
      const { methods, logged_in } = answer.parse(json)
      expect(logged_in).toBe(false)
      const names = methods.map(({ method }) => method)
      expect(names).not.toContain("saved_card")
      expect(names).not.toContain("consent")
      expect(methods.some(({ asks }) => asks.save || asks.remember)).toBe(false)
    }

    await customer.openSession(cart, ROZETKAPAY, consent?.data)
    expect((await customer.complete(cart)).order).toBeDefined()
    await customer.consent(ROZETKAPAY, "DELETE")
    const next = await customer.fillCart()
    const later = await customer.see(`/store/rozetkapay/methods?cart_id=${next.id}`)
    expect(answer.parse(later.json).methods.map(({ method }) => method)).not.toContain("consent")
  })

  it("wants a publishable key and an open cart, and asks RozetkaPay nothing", async () => {
    const { cart, externalId } = await openCheckout(store)
    const asked = (await store.gateway.requests()).length
    await waysOf(cart)
    expect(await store.gateway.requests()).toHaveLength(asked)
    const without = await send(`${store.url}/store/rozetkapay/methods?cart_id=${cart.id}`)
    expect(without.status).toBe(400)
    expect((await ask(null)).json).toMatchObject({ code: "cart_not_named" })
    for (const id of ["cart_01", "%00", "..%2F..", "a".repeat(5000)]) {
      const nobodys = await ask(id)
      expect(nobodys.status).toBe(404)
      expect(nobodys.json).toMatchObject({ code: "no_such_cart" })
    }
    await store.gateway.pay(externalId)
    await store.gateway.quiet()
    expect((await ask(cart.id)).json).toMatchObject({ code: "no_such_cart" })
  })

  it("sends nothing for a request that can't be meant", async () => {
    const cart = await poland.shopper.fillCart()
    for (const [data, code] of [
      [undefined, "method_unknown"],
      [{ method: "cash" }, "method_unknown"],
      [{ method: "blik" }, "blik_code_needed"],
      [{ method: "blik", blik_code: "12345" }, "blik_code_needed"],
      [{ method: "przelewy24", remember: true }, "not_offered"],
      [{ method: "przelewy24", card_number: "4111111111111111" }, "card_data"],
    ] as const) {
      const answer = await poland.shopper.tryToOpenSession(cart, OTHER, data)
      expect(answer.status).toBe(400)
      expect(answer.json).toMatchObject({ code })
    }
    expect(await store.gateway.requests()).toEqual([])
  })

  it("leaves what customers keep to those who are logged in", async () => {
    for (const path of ["cards", "cards/x", "consent"]) {
      const headers = { "x-publishable-api-key": store.seed.publishableKey }
      const method = path === "cards/x" ? "DELETE" : "GET"
      const answered = await send(`${store.url}/store/rozetkapay/${path}`, { method, headers })
      expect(answered.status).toBe(401)
    }
  })
})
