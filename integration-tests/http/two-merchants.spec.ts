import { deliver, signature } from "../drivers/callback-signer"
import { openCheckout, placeOrder } from "../drivers/checkout"
import { expectBothLedgers } from "../drivers/two-ledgers"
import { runStore } from "../setup/run-store"
import { MERCHANT, ROZETKAPAY } from "../setup/store"

const SECOND = {
  id: "wholesale",
  login: "wholesale-login",
  password: " wholesale password ",
  capture: true,
}
const SETUP = { capture: true, second: SECOND, merchants: [MERCHANT, SECOND] }
const WHOLESALE = "pp_rozetkapay_wholesale"

runStore("A store with two RozetkaPay accounts", SETUP, (store) => {
  it("takes each payment with the keys of the account that was chosen", async () => {
    const retail = await placeOrder(store)
    const wholesale = await placeOrder(store, { provider: WHOLESALE, goods: { socks: 2 } })
    expect((await store.gateway.payment(retail.externalId)).login).toBe(MERCHANT.login)
    expect(await store.gateway.payment(wholesale.externalId, SECOND.login)).toMatchObject({
      login: SECOND.login,
      callback_url: `${store.url}/hooks/rozetkapay/${WHOLESALE}`,
    })
    await expectBothLedgers(store.admin, store.gateway, retail.order, { captured: "1319.99" })
    await expectBothLedgers(store.admin, store.gateway, wholesale.order, { captured: "499.00" })
  })

  it("refunds from the account that was paid", async () => {
    const { order } = await placeOrder(store, { provider: WHOLESALE })
    const answer = await store.admin.refund(store.admin.paymentOf(order), 19.99)
    expect(answer.status).toBe(200)
    await expectBothLedgers(store.admin, store.gateway, order, {
      captured: "1319.99",
      refunded: "19.99",
    })
    const [refund] = await store.gateway.requests({ endpoint: "refund" })
    expect(refund.login).toBe(SECOND.login)
  })

  it("refuses callbacks signed with the other account's password", async () => {
    await store.gateway.callbacks("lose")
    const { cart, externalId } = await openCheckout(store, { provider: WHOLESALE })
    await store.gateway.pay(externalId, { login: SECOND.login })
    const { body } = await store.gateway.newestCallback(externalId)
    const answer = await deliver(`${store.url}/hooks/rozetkapay/${WHOLESALE}`, body, {
      signature: signature(body, MERCHANT.password),
    })
    expect(answer.status).toBe(401)
    expect(await store.admin.ordersOf(cart)).toEqual([])
  })

  it("does nothing for a callback that comes to the other account's address", async () => {
    await store.gateway.callbacks("lose")
    const { cart, externalId, session } = await openCheckout(store, { provider: ROZETKAPAY })
    await store.gateway.pay(externalId)
    const { body } = await store.gateway.newestCallback(externalId)
    const answer = await deliver(`${store.url}/hooks/rozetkapay/${WHOLESALE}`, body, {
      signature: signature(body, SECOND.password),
    })
    expect(answer.status).toBeLessThan(500)
    expect(await store.admin.ordersOf(cart)).toEqual([])
    expect(await store.shopper.sessions(cart)).toEqual([session])
  })

  it("does nothing for a shopper who comes back to the other account's address", async () => {
    await store.gateway.callbacks("lose")
    const { cart, externalId } = await openCheckout(store, { provider: ROZETKAPAY })
    await store.gateway.pay(externalId)
    const other = `${store.url}/hooks/rozetkapay/${WHOLESALE}/return/${externalId}`
    const answer = await store.shopper.comesBack(other)
    expect(answer.status).toBeLessThan(500)
    expect(answer.headers.get("location") ?? "").not.toContain("/order/")
    expect(await store.admin.ordersOf(cart)).toEqual([])
  })
})
