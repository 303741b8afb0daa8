import { openCheckout } from "../drivers/checkout"
import { runStore } from "../setup/run-store"
import { ROZETKAPAY } from "../setup/store"

runStore("A shopper who wants to start a payment", { capture: true }, (store) => {
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
    expect(answer.text).toMatch(/amount/i)
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
