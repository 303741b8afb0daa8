import { Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import { comeBack, openCheckout, placeOrder } from "../drivers/checkout"
import { eventually } from "../drivers/eventually"
import { sendLink } from "../drivers/payment-link"
import type { Cart } from "../drivers/shopper"
import { bothLedgersBecome } from "../drivers/two-ledgers"
import { witnessOf } from "../drivers/witness"
import { reconcile } from "../drivers/workflows"
import { everyKind, KINDS } from "../setup/kinds"
import { runStore } from "../setup/run-store"

runStore("One purchase, however many pages of it are paid at one moment", everyKind(), (store) => {
  const witness = witnessOf(store)

  describe.each(KINDS)("$title", (kind) => {
    const { provider, capture, total, backIn, money, goods } = kind

    /**
     * Two requests at one instant: Medusa keeps both sessions, and both pages can be paid. Where one
     * came so late that it deleted the other's, the two come once more, for another purchase.
     */
    const openTwo = (purchase: () => Promise<Cart>): Promise<{ cart: Cart; ids: string[] }> =>
      eventually("two pages of one purchase are open", async () => {
        const cart = await purchase()
        await store.shopper.collection(cart)
        const before = (await store.gateway.payments()).length
        const answers = await Promise.all([
          store.shopper.tryToOpenSession(cart, provider),
          store.shopper.tryToOpenSession(cart, provider),
        ])
        const sessions = z
          .array(z.object({ id: z.string() }))
          .parse(await sessionsIn(String(cart.collectionId)))
        const ids = (await store.gateway.payments()).slice(before).map((one) => one.external_id)
        const areOpen = ids.every((id) => sessions.some((session) => session.id === id))
        return ids.length === 2 && areOpen && answers.every(({ status }) => status === 200)
          ? { cart, ids }
          : null
      })

    const sessionsIn = (payment_collection_id: string) =>
      store.container.resolve(Modules.PAYMENT).listPaymentSessions({ payment_collection_id })

    /** Where the browser ends, after the pages on which it waits. */
    const endsAt = (externalId: string): Promise<URL> =>
      eventually("the browser is sent on", async () => {
        const address = await comeBack(store, { externalId })
        return address.pathname.includes("/waiting/") ? null : address
      })

    const payAll = (ids: string[]) => Promise.all(ids.map((id) => store.gateway.pay(id)))

    const ledgersOf = (ids: string[]) =>
      Promise.all(ids.map(async (id) => (await store.gateway.payment(id)).ledger))

    /** Of these payments one is kept, whole, and the others are back. */
    const expectOneKept = async (ids: string[], amount: string) => {
      const back = await eventually("all but one are back", async () => {
        const ledgers = await ledgersOf(ids)
        const returned = ids.filter((_, index) => ledgers[index]?.[backIn] === amount)
        return returned.length === ids.length - 1 ? returned : null
      })
      await store.gateway.quiet()
      const kept = (await ledgersOf(ids)).filter((ledger) => ledger[backIn] === "0.00")
      expect(kept).toMatchObject([capture ? { captured: amount } : { held: amount }])
      return back
    }

    it("places one order of two pages of a cart that are paid at one moment, and returns the other payment", async () => {
      const { cart, ids } = await openTwo(() => store.shopper.fillCart(goods))
      await payAll(ids)
      await store.gateway.quiet()
      await store.admin.theOrderOf(cart)
      await expectOneKept(ids, total)
      expect((await reconcile(store)).differences).toEqual([])
    })

    it("tells each of two browsers its own outcome when both callbacks were lost, and keeps one payment", async () => {
      const { cart, ids } = await openTwo(() => store.shopper.fillCart(goods))
      await store.gateway.callbacks("lose")
      await payAll(ids)
      const addresses = await Promise.all(ids.map(endsAt))
      const order = await store.admin.theOrderOf(cart)
      await expectOneKept(ids, total)
      // Both are led to the order, which is there; one with a word about the money that goes back.
      for (const { pathname } of addresses) expect(pathname).toContain(order.id)
      const words = addresses.map(({ searchParams }) => searchParams.get("payment_error"))
      expect(words.filter(Boolean)).toEqual(["paid_otherwise"])
    })

    it("says so also to a browser that comes back when its money is on its way back already", async () => {
      const { cart, ids } = await openTwo(() => store.shopper.fillCart(goods))
      await payAll(ids)
      await store.gateway.quiet()
      const order = await store.admin.theOrderOf(cart)
      const [back = ""] = await expectOneKept(ids, total)
      const address = await endsAt(back)
      expect(address.pathname).toContain(order.id)
      expect(address.search).toBe("?payment_error=paid_otherwise")
      expect(witness.logged("could not be synced")).toEqual([])
    })

    it("tells whoever has paid a link twice, or an order that was canceled, that this money goes back", async () => {
      const { ids } = await openTwo(async () => (await sendLink(store)).cart)
      await payAll(ids)
      await store.gateway.quiet()
      const [back = ""] = await expectOneKept(ids, "1319.99")
      const pageOf = async (externalId: string) =>
        (await store.shopper.comesBack((await endsAt(externalId)).href)).text
      const twice = await pageOf(back)
      expect(twice).toContain("Сплачено")
      expect(twice).toContain("цей повертається на картку")

      const link = await sendLink(store)
      const { id } = await store.shopper.openSession(link.cart, provider)
      expect((await store.admin.cancel(link.order)).status).toBe(200)
      await store.gateway.pay(id)
      await store.gateway.quiet()
      expect((await store.gateway.payment(id)).ledger[backIn]).toBe("1319.99")
      const canceled = await pageOf(id)
      expect(canceled).toContain("Замовлення скасовано")
      expect(canceled).toContain("повертаються на картку")
    })

    it("shows a link as paid whose callback was lost, instead of asking for the money again", async () => {
      const { cart } = await sendLink(store)
      const { id } = await store.shopper.openSession(cart, provider)
      const address = `${store.url}/payment-collection/${cart.collectionId}`
      expect((await store.shopper.comesBack(address)).text).toContain('class="button"')
      await store.gateway.callbacks("lose")
      await store.gateway.pay(id)
      const { text } = await store.shopper.comesBack(address)
      expect(text).toContain("Сплачено")
      expect(text).not.toContain('class="sum"')
    })

    it("opens a cart's page anew only when the rest of a payment is back of which a part was refunded in the cabinet", async () => {
      const { cart, externalId } = await openCheckout(store, kind)
      await store.gateway.callbacks("lose")
      await store.gateway.pay(externalId)
      if (capture) await store.gateway.cabinet(externalId, "refund", { amount: 100 })
      else await store.gateway.cabinet(externalId, "cancel", { amount: 100 })
      const again = await store.shopper.tryToOpenSession(cart, provider)
      expect(again.status).toBe(400)
      expect(JSON.parse(again.text)).toMatchObject({ code: "being_looked_at" })
      const list = z.object({ unexplained: z.array(z.object({ external_id: z.string() })) })
      const unexplained = async () =>
        (await store.admin.api.get(list, "/admin/rozetkapay/unexplained")).unexplained
      expect(await unexplained()).toMatchObject([{ external_id: externalId }])

      await store.admin.api.attempt(`/admin/rozetkapay/unexplained/${externalId}/return`)
      expect(await unexplained()).toEqual([])
      expect((await store.shopper.tryToOpenSession(cart, provider)).status).toBe(200)
    })

    it("keeps one of two pages of a payment link that are paid at one moment", async () => {
      const { cart, ids } = await openTwo(async () => (await sendLink(store)).cart)
      await payAll(ids)
      await store.gateway.quiet()
      const [back] = await expectOneKept(ids, "1319.99")
      const where = capture ? { captured: "1319.99" } : { held: "1319.99" }
      await bothLedgersBecome(store.admin, store.gateway, { id: cart.id }, where)
      expect(await witness.hears("rozetkapay.payment.returned", String(back))).toMatchObject({
        reason: "paid_otherwise",
      })
    })

    it("opens no page of a link that is paid already, and RozetkaPay hears nothing", async () => {
      const { cart } = await sendLink(store)
      const session = await store.shopper.openSession(cart, provider)
      await store.gateway.pay(String(session.data.external_id))
      await store.gateway.quiet()
      const before = await store.gateway.requests()
      const again = await store.shopper.tryToOpenSession(cart, provider)
      expect(again.status).toBe(400)
      expect(again.text).toMatch(/already_ordered|paid/)
      expect(await store.gateway.requests()).toHaveLength(before.length)
    })

    it("keeps a sale's money when somebody opens another way to pay for it afterwards, which has Medusa delete its session", async () => {
      const checkout = await placeOrder(store, kind)
      const { cart, externalId, order } = checkout
      await store.shopper.tryToOpenSession(cart, "pp_system_default")
      await comeBack(store, checkout)
      const payment = store.admin.paymentOf(order)
      await store.admin.api.attempt(`/admin/rozetkapay/payments/${payment.id}/sync`)
      await reconcile(store, { report_days: 1 })
      await store.gateway.sendCallbacks({ external_id: externalId })
      await store.gateway.quiet()
      expect((await store.gateway.payment(externalId)).ledger).toMatchObject(money)
      expect(witness.told(externalId)).toEqual([])
    })

    it("refuses to open a cart's page anew while its payment, whose callback was lost, is there: the order is placed", async () => {
      const { cart, externalId } = await openCheckout(store, kind)
      await store.gateway.callbacks("lose")
      await store.gateway.pay(externalId)
      const again = await store.shopper.tryToOpenSession(cart, provider)
      expect(again.status).toBe(400)
      expect(again.text).toContain("paid")
      await store.admin.theOrderOf(cart)
      expect((await store.gateway.payment(externalId)).ledger).toMatchObject(money)
    })
  })
})
