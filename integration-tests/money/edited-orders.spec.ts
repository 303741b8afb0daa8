import { comeBack } from "../drivers/checkout"
import {
  editOrder,
  type Link,
  linkOf,
  outstanding,
  paymentsOf,
  sendLink,
} from "../drivers/payment-link"
import { witnessOf } from "../drivers/witness"
import { everyKind, KINDS } from "../setup/kinds"
import { runStore } from "../setup/run-store"

runStore("A payment link of an order that staff edits", everyKind(), (store) => {
  const witness = witnessOf(store)

  describe.each(KINDS)("$title", ({ provider, capture, backIn }) => {
    const open = async ({ cart }: Pick<Link, "cart">) => {
      const session = await store.shopper.openSession(cart, provider)
      return { cart, session, externalId: String(session.data.external_id) }
    }

    const pay = async (externalId: string) => {
      await store.gateway.pay(externalId)
      await store.gateway.quiet()
    }

    const expectBack = async (externalId: string, amount: string) => {
      expect((await store.gateway.payment(externalId)).ledger[backIn]).toBe(amount)
      expect(await witness.hears("rozetkapay.payment.returned", externalId)).toMatchObject({
        amount,
        reason: "mismatched",
      })
    }

    it("returns what was paid on a page that asked for more than the order costs now, and takes the right sum anew", async () => {
      const link = await sendLink(store)
      await editOrder(store, link.order.id, { shirts: 2 })
      const { externalId } = await open(link)
      await editOrder(store, link.order.id, { shirts: 1 })
      await pay(externalId)
      await expectBack(externalId, "2639.98")
      expect(await outstanding(store, link.order.id)).toBe(1319.99)

      const again = await open(link)
      await pay(again.externalId)
      const [payment] = paymentsOf(await store.admin.order(link.order.id))
      expect(payment).toMatchObject({ amount: 1319.99, canceled_at: null })
      if (capture) expect(await outstanding(store, link.order.id)).toBe(0)
    })

    it("returns what was paid for an order that costs nothing any more", async () => {
      const link = await sendLink(store)
      const { externalId } = await open(link)
      await editOrder(store, link.order.id, { shirts: 0 })
      await pay(externalId)
      await expectBack(externalId, "1319.99")
      expect(await outstanding(store, link.order.id)).toBe(0)
    })

    it("lets an order that was edited to cost more be paid in full, to the kopiyka", async () => {
      const link = await sendLink(store)
      const { externalId } = await open(link)
      await editOrder(store, link.order.id, { shirts: 2 })
      await pay(externalId)
      await expectBack(externalId, "1319.99")

      const collectionId = await linkOf(store, link.order.id)
      const again = await open({ cart: { ...link.cart, collectionId } })
      await pay(again.externalId)
      const order = await store.admin.order(link.order.id)
      expect(paymentsOf(order)).toMatchObject([{ amount: 2639.98, canceled_at: null }])
      if (capture) expect(await outstanding(store, link.order.id)).toBe(0)
    })

    it("takes what an order costs that was free before it was edited", async () => {
      const cart = await store.shopper.fillCart({ gift: 1 })
      await store.shopper.collection(cart)
      const { order } = await store.shopper.complete(cart)
      if (!order) throw new Error("A free order needs no payment")
      await editOrder(store, order.id, { socks: 1 })
      const due = await outstanding(store, order.id)
      const collectionId = await linkOf(store, order.id)
      const { externalId } = await open({ cart: { ...cart, collectionId } })
      await pay(externalId)
      const [payment] = paymentsOf(await store.admin.order(order.id))
      expect(payment).toMatchObject({ amount: due, canceled_at: null })
      if (capture) expect(await outstanding(store, order.id)).toBe(0)
    })

    it("names the order on RozetkaPay's page, and leads whoever leaves it to the link's own result page", async () => {
      const link = await sendLink(store)
      const checkout = await open(link)
      const { request } = await store.gateway.payment(checkout.externalId)
      expect(JSON.stringify(request)).toContain(`№${link.order.display_id}`)
      const page = await comeBack(store, checkout)
      expect(page.origin).toBe(store.url)
      expect(page.pathname).toBe(`/payment-collection/${link.cart.collectionId}`)
      const { status, text } = await store.shopper.comesBack(page.href)
      expect(status).toBe(200)
      expect(text).toContain(`Замовлення №${link.order.display_id}`)
    })
  })
})
