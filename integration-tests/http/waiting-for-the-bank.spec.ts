import { type Checkout, comeBack, openCheckout } from "../drivers/checkout"
import { send } from "../drivers/json-http"
import { BOTH_KINDS } from "../setup/both-kinds"
import { runStore } from "../setup/run-store"
import { ROZETKAPAY, STOREFRONT, type Store } from "../setup/store"

const THREE_DS = "4242424242424242"

/** The shopper stands on the bank's 3-D Secure page and has not answered yet. */
async function atTheBank(store: Store): Promise<Checkout> {
  const checkout = await openCheckout(store)
  await store.gateway.pay(checkout.externalId, { card: THREE_DS, three_ds: "leave" })
  await store.gateway.quiet()
  return checkout
}

runStore("A shopper whose bank takes its time", BOTH_KINDS, (store) => {
  it("waits on a page that says so, and that a storefront can poll", async () => {
    const checkout = await atTheBank(store)
    const page = await comeBack(store, checkout)
    expect(page.href).toBe(
      `${store.url}/hooks/rozetkapay/${ROZETKAPAY}/waiting/${checkout.externalId}`,
    )
    const html = await send(page.href, {
      headers: { accept: "text/html", "accept-language": "uk" },
    })
    expect(html.status).toBe(200)
    expect(html.text).toContain("банк")
    expect(html.text).not.toMatch(/https?:\/\/(?!localhost)/)
    const polled = await send(page.href, { headers: { accept: "application/json" } })
    expect(polled).toMatchObject({ status: 200, json: { redirect_to: null } })
    expect(await store.admin.ordersOf(checkout.cart)).toEqual([])
    expect(await store.shopper.isOpen(checkout.cart)).toBe(true)
  })

  it("goes on to the order page by itself when the bank has agreed", async () => {
    await store.gateway.callbacks("lose")
    const checkout = await atTheBank(store)
    const waiting = await comeBack(store, checkout)
    await store.gateway.answerAtTheBank(checkout.externalId, "approve")
    // Within the rest of 1.5 seconds after the first look: the answer may wait, but not be the old one.
    const polled = await send(waiting.href, { headers: { accept: "application/json" } })
    const order = await store.admin.theOrderOf(checkout.cart)
    const orderPage = `${STOREFRONT}/ua/order/${order.id}/confirmed`
    expect(polled.json).toMatchObject({ redirect_to: orderPage })
    const html = await send(waiting.href, { headers: { accept: "text/html" } })
    expect(html.status).toBe(302)
    expect(html.headers.get("location")).toBe(orderPage)
  })

  it("sends the shopper back to checkout with the reason when the bank has refused", async () => {
    const checkout = await atTheBank(store)
    await store.gateway.answerAtTheBank(checkout.externalId, "reject")
    await store.gateway.quiet()
    const page = await comeBack(store, checkout)
    expect(page.href).toMatch(`${STOREFRONT}/ua/checkout?`)
    expect(page.searchParams.get("payment_error")).toBeTruthy()
    expect([...page.searchParams.keys()]).toEqual(["step", "payment_error"])
  })

  it.each([
    "payses_unknown",
    "..%2f..%2fadmin",
    "%00",
    "'; drop table payment; --",
  ])("does not stumble over a return for the session %s", async (session) => {
    const there = `${store.url}/hooks/rozetkapay/${ROZETKAPAY}/return/${encodeURIComponent(session)}`
    const answer = await send(there)
    expect(answer.status).toBeLessThan(500)
    expect(answer.headers.get("location") ?? STOREFRONT).toMatch(STOREFRONT)
    expect(await store.gateway.requests()).toEqual([])
  })

  it("answers 404 to a return for a provider that the store does not have", async () => {
    const answer = await send(`${store.url}/hooks/rozetkapay/nobody/return/payses_1`)
    expect(answer.status).toBe(404)
  })
})
