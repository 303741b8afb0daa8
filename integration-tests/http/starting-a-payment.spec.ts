import { z } from "zod"
import { openCheckout } from "../drivers/checkout"
import { ADDRESS } from "../drivers/shopper"
import { AT_ONCE, BOTH_KINDS, HOLD_FIRST } from "../setup/both-kinds"
import { runStore } from "../setup/run-store"
import { ROZETKAPAY, type Store } from "../setup/store"

const decimalText = z.string().regex(/^\d+(\.\d{1,2})?$/)
const createShape = z.object({
  amount: z.number(),
  currency: z.string(),
  external_id: z.string(),
  mode: z.string(),
  confirm: z.boolean(),
  description: z.string(),
  callback_url: z.string(),
  result_url: z.string(),
  customer: z.object({
    email: z.string(),
    first_name: z.string(),
    last_name: z.string(),
    phone: z.string(),
    address: z.string(),
    city: z.string(),
    country: z.string(),
    postal_code: z.string(),
    locale: z.string(),
  }),
  products: z.array(
    z.object({ name: z.string(), quantity: decimalText, net_amount: decimalText.nullish() }),
  ),
  metadata: z.record(z.string().max(30), z.string().max(200)),
})

async function createOf(store: Store, externalId: string) {
  const requests = await store.gateway.requests({ endpoint: "create", external_id: externalId })
  expect(requests).toHaveLength(1)
  expect(requests[0].violations).toEqual([])
  return createShape.parse(requests[0].body)
}

runStore("What RozetkaPay is asked for", BOTH_KINDS, (store) => {
  describe.each([AT_ONCE, HOLD_FIRST])("$title", ({ provider, capture }) => {
    it("sends the gateway what the payment is for and where to report it", async () => {
      const { session, cart } = await openCheckout(store, { provider })
      const body = await createOf(store, session.id)
      expect(body).toMatchObject({
        amount: 1319.99,
        currency: "UAH",
        external_id: session.id,
        mode: "hosted",
        confirm: capture,
        callback_url: `${store.url}/hooks/rozetkapay/${provider}`,
        result_url: `${store.url}/hooks/rozetkapay/${provider}/return/${session.id}`,
      })
      expect(body.description).toContain("Вишиванка")
      expect(body.customer).toMatchObject({
        email: cart.email,
        first_name: ADDRESS.first_name,
        last_name: ADDRESS.last_name,
        phone: ADDRESS.phone,
        city: ADDRESS.city,
        country: "UA",
        postal_code: ADDRESS.postal_code,
        locale: "UK",
      })
      expect(body.customer.address).toContain("Саксаганського")
      expect(Object.keys(body.metadata).length).toBeGreaterThan(0)
      expect(Object.keys(body.metadata).length).toBeLessThanOrEqual(10)
      expect(JSON.stringify(body.metadata)).toContain(session.id)
    })

    it("lists the cart's goods and delivery so that they add up to the amount", async () => {
      const cart = await store.shopper.fillCart({ shirt: 2, socks: 3 }, "courier")
      const session = await store.shopper.openSession(cart, provider)
      const body = await createOf(store, session.id)
      expect(body.amount).toBe(3468.48)
      const shirt = body.products.find(({ name }) => name.includes("Вишиванка"))
      expect(Number(shirt?.quantity)).toBe(2)
      const socks = body.products.find(({ name }) => name.includes("Шкарпетки"))
      expect(Number(socks?.quantity)).toBe(3)
      expect(body.products).toHaveLength(3)
    })
  })

  it("asks the gateway once for each session, and once more when the cart's total changed", async () => {
    const { cart, session } = await openCheckout(store)
    await store.shopper.addToCart(cart, "socks")
    const second = await store.shopper.openSession(cart, ROZETKAPAY)
    expect(second.id).not.toBe(session.id)
    expect(second.amount).toBe(1569.49)
    expect((await store.gateway.payment(second.id)).amount).toBe("1569.49")
    expect(await store.gateway.requests({ endpoint: "create" })).toHaveLength(2)
  })

  it("refuses to start a payment of zero, in words, and leaves no session", async () => {
    const cart = await store.shopper.fillCart({ gift: 1 })
    const answer = await store.shopper.tryToOpenSession(cart, ROZETKAPAY)
    expect(answer.status).toBe(400)
    expect(answer.text).toMatch(/сума/i)
    expect(await store.shopper.sessions(cart)).toEqual([])
    expect(await store.gateway.requests({ endpoint: "create" })).toEqual([])
  })

  it.each([
    ["is down", { kind: "500_before", times: 0 }],
    ["drops the connection", { kind: "drop_before", times: 0 }],
    ["answers with nonsense", { kind: "malformed_after", times: 0 }],
  ])("says so in a sentence when the gateway %s, and leaves no session", async (_, fault) => {
    const cart = await store.shopper.fillCart()
    await store.gateway.fault({ endpoint: "create", ...fault })
    const answer = await store.shopper.tryToOpenSession(cart, ROZETKAPAY)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    expect(answer.text).toMatch(/RozetkaPay/)
    expect(await store.shopper.sessions(cart)).toEqual([])
  })

  it("gets over one lost answer of the gateway without the shopper noticing", async () => {
    const cart = await store.shopper.fillCart()
    await store.gateway.fault({ endpoint: "create", kind: "drop_after", times: 1 })
    const session = await store.shopper.openSession(cart, ROZETKAPAY)
    const payment = await store.gateway.payment(session.id)
    expect(session.data.checkout_url).toMatch(String(payment.checkout_url))
  })
})
