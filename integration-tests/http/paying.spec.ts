import { comeBack, openCheckout, placeOrder } from "../drivers/checkout"
import { expectBothLedgers } from "../drivers/two-ledgers"
import { AT_ONCE, BOTH_KINDS, HOLD_FIRST } from "../setup/both-kinds"
import { runStore } from "../setup/run-store"
import { STOREFRONT } from "../setup/store"

const DECLINED = "4444333322221111"
const THREE_DS = "4242424242424242"

runStore("A Ukrainian store", BOTH_KINDS, (store) => {
  describe.each([AT_ONCE, HOLD_FIRST])("$title", ({ provider, capture, money }) => {
    const orderPage = (orderId: string) => `${STOREFRONT}/ua/order/${orderId}/confirmed`

    it("places the order from the callback alone, at once, when the shopper never comes back", async () => {
      const { cart, externalId } = await openCheckout(store, { provider })
      await store.gateway.callbacks("lose")
      await store.gateway.pay(externalId)
      // The very first answer says that the order is there: nobody has waited for anything.
      const answers = await store.gateway.sendCallbacks({ external_id: externalId })
      expect(answers).toMatchObject([{ status: 200 }])
      const order = await store.admin.theOrderOf(cart)
      expect(order.payment_status).toBe(capture ? "captured" : "authorized")
      expect(order.summary?.paid_total).toBe(capture ? 1319.99 : 0)
      await expectBothLedgers(store.admin, store.gateway, order, money)
    })

    it("shows the order page to a shopper who comes back before any callback", async () => {
      await store.gateway.callbacks("lose")
      const checkout = await openCheckout(store, { provider })
      await store.gateway.pay(checkout.externalId, { card: THREE_DS, three_ds: "approve" })
      const page = await comeBack(store, checkout)
      const order = await store.admin.theOrderOf(checkout.cart)
      expect(page.href).toBe(orderPage(order.id))
      await expectBothLedgers(store.admin, store.gateway, order, money)
    })

    it("shows the order page to a shopper who comes back after the callback, as often as they like", async () => {
      const placed = await placeOrder(store, { provider })
      expect((await comeBack(store, placed)).href).toBe(orderPage(placed.order.id))
      expect((await comeBack(store, placed)).href).toBe(orderPage(placed.order.id))
      expect(await store.shopper.complete(placed.cart)).toMatchObject({
        order: { id: placed.order.id },
      })
      await expectBothLedgers(store.admin, store.gateway, placed.order, money)
    })

    it("lets a declined shopper pay with another card in the same session", async () => {
      const checkout = await openCheckout(store, { provider })
      await store.gateway.pay(checkout.externalId, { card: DECLINED })
      await store.gateway.quiet()
      const page = await comeBack(store, checkout)
      expect(page.href).toMatch(`${STOREFRONT}/ua/checkout?`)
      expect(page.searchParams.get("payment_error")).toBeTruthy()
      expect(await store.admin.ordersOf(checkout.cart)).toEqual([])
      expect(await store.shopper.sessions(checkout.cart)).toMatchObject([
        { id: checkout.session.id, status: "pending" },
      ])

      await store.gateway.pay(checkout.externalId)
      await store.gateway.quiet()
      const order = await store.admin.theOrderOf(checkout.cart)
      await expectBothLedgers(store.admin, store.gateway, order, money)
    })

    it("lets a shopper whose bank refused 3-D Secure try again", async () => {
      const checkout = await openCheckout(store, { provider })
      await store.gateway.pay(checkout.externalId, { card: THREE_DS, three_ds: "reject" })
      await store.gateway.quiet()
      expect(await store.admin.ordersOf(checkout.cart)).toEqual([])
      await store.gateway.pay(checkout.externalId, { card: THREE_DS, three_ds: "approve" })
      await store.gateway.quiet()
      const order = await store.admin.theOrderOf(checkout.cart)
      await expectBothLedgers(store.admin, store.gateway, order, money)
    })

    it("lets a shopper leave without paying, come back and pay later", async () => {
      const checkout = await openCheckout(store, { provider })
      const page = await comeBack(store, checkout)
      expect(page.pathname).not.toContain("/order/")
      expect(await store.shopper.isOpen(checkout.cart)).toBe(true)
      expect(await store.shopper.sessions(checkout.cart)).toMatchObject([
        { id: checkout.session.id, data: { checkout_url: checkout.session.data.checkout_url } },
      ])

      await store.gateway.pay(checkout.externalId)
      const order = await store.gateway.quiet().then(() => store.admin.theOrderOf(checkout.cart))
      await expectBothLedgers(store.admin, store.gateway, order, money)
    })

    it("tells a shopper who presses “place order” before paying what to do, and keeps the session", async () => {
      const checkout = await openCheckout(store, { provider })
      const { order, reason } = await store.shopper.complete(checkout.cart)
      expect(order).toBeUndefined()
      expect(reason).toMatch(/Спершу сплатіть на сторінці RozetkaPay/)
      expect(await store.shopper.sessions(checkout.cart)).toMatchObject([
        { id: checkout.session.id, status: "pending" },
      ])
      await store.gateway.callbacks("lose")
      await store.gateway.pay(checkout.externalId)
      const second = await store.shopper.complete(checkout.cart)
      expect(second.order?.total).toBe(1319.99)
    })

    it("places one order when callback, return and “place order” arrive together", async () => {
      await store.gateway.callbacks("hold")
      const checkout = await openCheckout(store, { provider })
      await store.gateway.pay(checkout.externalId)
      await Promise.all([
        store.gateway.flushCallbacks(),
        comeBack(store, checkout),
        store.shopper.complete(checkout.cart),
      ])
      await store.gateway.callbacks("normal")
      await store.gateway.quiet()
      const order = await store.admin.theOrderOf(checkout.cart)
      await expectBothLedgers(store.admin, store.gateway, order, money)
    })
  })
})
