import { comeBack, openCheckout, placeOrder } from "../drivers/checkout"
import { BOTH_KINDS } from "../setup/both-kinds"
import { runStore } from "../setup/run-store"
import { MERCHANT, ROZETKAPAY } from "../setup/store"

const SECRETS = [MERCHANT.password, MERCHANT.login, "4111111111111111", "card_token", "411111"]

const WRITTEN_BY_A_CLIENT = {
  external_id: "payses_of_somebody_else",
  checkout_url: "https://evil.example/pay",
  amount: 1,
  currency: "JPY",
  capture: false,
  payment_id: "1",
  callback_url: "https://evil.example/callback",
  result_url: "https://evil.example/result",
  recurrent_id: "stolen",
  customer: { payment_method: { type: "cc_token", cc_token: { token: "stolen" } } },
  junk: { deep: ["junk"] },
}

runStore(
  "A payment session, which anybody with the cart can read and write",
  BOTH_KINDS,
  (store) => {
    it("says where to pay, under the session's own id", async () => {
      const { session } = await openCheckout(store)
      expect(session.amount).toBe(1319.99)
      expect(session.data).toMatchObject({ external_id: session.id, mode: "hosted" })
      const payment = await store.gateway.payment(session.id)
      expect(session.data.checkout_url).toMatch(String(payment.checkout_url))
    })

    it("drops whatever the client wrote into it", async () => {
      const cart = await store.shopper.fillCart()
      const clean = await store.shopper.openSession(cart, ROZETKAPAY)
      const dirty = await store.shopper.openSession(cart, ROZETKAPAY, WRITTEN_BY_A_CLIENT)
      expect(Object.keys(dirty.data).sort()).toEqual(Object.keys(clean.data).sort())
      expect(dirty.data).toMatchObject({ external_id: dirty.id })
      expect(JSON.stringify(dirty)).not.toMatch(/evil|stolen|junk|somebody/)

      const payment = await store.gateway.payment(dirty.id)
      expect(payment).toMatchObject({ amount: "1319.99", currency: "UAH", confirm: true })
      expect(JSON.stringify(payment.request)).not.toMatch(/evil|stolen|junk|somebody/)
    })

    it("can not be paid for less by a client that wrote into it", async () => {
      const cart = await store.shopper.fillCart()
      const session = await store.shopper.openSession(cart, ROZETKAPAY, WRITTEN_BY_A_CLIENT)
      await store.gateway.pay(session.id)
      await store.gateway.quiet()
      const order = await store.admin.theOrderOf(cart)
      expect(order.summary?.paid_total).toBe(1319.99)
    })

    it("never shows a key, a password or a card, before, while and after paying", async () => {
      const checkout = await openCheckout(store)
      const seen = [JSON.stringify(checkout.session)]
      await store.gateway.pay(checkout.externalId, { card: "4444333322221111" })
      seen.push(JSON.stringify(await store.shopper.complete(checkout.cart)))
      seen.push((await comeBack(store, checkout)).href)
      seen.push(JSON.stringify(await store.shopper.sessions(checkout.cart)))
      const placed = await placeOrder(store)
      seen.push(JSON.stringify(await store.shopper.sessions(placed.cart)))
      seen.push((await comeBack(store, placed)).href)
      seen.push(JSON.stringify(placed.order))
      const refund = await store.admin.refund(store.admin.paymentOf(placed.order), 10)
      seen.push(refund.text, JSON.stringify(await store.admin.order(placed.order.id)))
      for (const text of seen) for (const secret of SECRETS) expect(text).not.toContain(secret)
    })

    it("has nothing left to pay once the order is placed", async () => {
      const { cart } = await placeOrder(store)
      const [session] = await store.shopper.sessions(cart)
      expect(session.status).toBe("authorized")
    })
  },
)
