import { AT_ONCE, BOTH_KINDS, HOLD_FIRST } from "../setup/both-kinds"
import { runStore } from "../setup/run-store"

const CARD = { plain: "4111111111111111", secure: "4242424242424242", poor: "4000000000000044" }

runStore("A shopper who pays in the store and presses the button again", BOTH_KINDS, (store) => {
  const direct = (token: string) => ({
    mode: "direct",
    payment_method: { type: "cc_token", token },
  })

  describe.each([AT_ONCE, HOLD_FIRST])("$title", ({ provider, capture, money }) => {
    it.each([
      ["the same token", null],
      ["another card", CARD.plain],
      ["a card without money", CARD.poor],
    ])("is charged once with %s, and the order is placed for it", async (_, card) => {
      const cart = await store.shopper.fillCart()
      await store.gateway.callbacks("hold")
      const token = await store.gateway.token("cc_token", CARD.plain)
      const paid = await store.shopper.openSession(cart, provider, direct(token))

      const next = card ? await store.gateway.token("cc_token", card) : token
      const again = await store.shopper.tryToOpenSession(cart, provider, direct(next))
      expect(again.status).toBe(400)
      expect(again.text).toMatch(/вже оплачено|уже оплачено/)
      expect(await store.gateway.payments()).toHaveLength(1)

      expect((await store.shopper.complete(cart)).order?.total).toBe(1319.99)
      await store.gateway.callbacks("normal")
      await store.gateway.flushCallbacks()
      await store.gateway.quiet()
      expect((await store.gateway.payment(paid.id)).ledger).toMatchObject(money)
    })

    it("pays with another card after leaving 3-D Secure", async () => {
      const cart = await store.shopper.fillCart()
      const secure = await store.gateway.token("cc_token", CARD.secure)
      await store.shopper.openSession(cart, provider, direct(secure))
      const token = await store.gateway.token("cc_token", CARD.plain)
      const second = await store.shopper.openSession(cart, provider, direct(token))
      expect((await store.shopper.complete(cart)).order?.total).toBe(1319.99)
      await store.gateway.quiet()
      expect((await store.gateway.payment(second.id)).ledger).toMatchObject(money)
    })

    it("pays with another card once the money of a payment has gone back", async () => {
      const cart = await store.shopper.fillCart()
      await store.gateway.callbacks("lose")
      const token = await store.gateway.token("cc_token", CARD.plain)
      const first = await store.shopper.openSession(cart, provider, direct(token))
      await store.gateway.cabinet(first.id, capture ? "refund" : "cancel")
      const other = await store.gateway.token("cc_token", CARD.plain)
      await store.shopper.openSession(cart, provider, direct(other))
      expect((await store.shopper.complete(cart)).order?.total).toBe(1319.99)
    })
  })
})
