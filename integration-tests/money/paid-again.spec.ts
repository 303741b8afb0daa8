import { Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import { placeOrder } from "../drivers/checkout"
import {
  editOrder,
  type Link,
  linkOf,
  outstanding,
  paymentsOf,
  sendLink,
} from "../drivers/payment-link"
import type { Cart } from "../drivers/shopper"
import { witnessOf } from "../drivers/witness"
import { everyKind, KINDS } from "../setup/kinds"
import { runStore } from "../setup/run-store"

runStore("A purchase that is paid, or that is over", everyKind(), (store) => {
  const witness = witnessOf(store)

  describe.each(KINDS)("$title", (kind) => {
    const { provider, capture, total, backIn } = kind
    const kept = capture ? "captured" : "held"

    const open = async (cart: Cart) => {
      const session = await store.shopper.openSession(cart, provider)
      return String(session.data.external_id)
    }

    const pay = async (externalId: string) => {
      await store.gateway.pay(externalId)
      await store.gateway.quiet()
    }

    const paidLink = async () => {
      const link = await sendLink(store)
      const externalId = await open(link.cart)
      await pay(externalId)
      return { ...link, externalId }
    }

    const cartOfLink = async ({ cart, order }: Link): Promise<Cart> => ({
      ...cart,
      collectionId: await linkOf(store, order.id),
    })

    /** Refused with this code before anything is sent, and its page asks for nothing. */
    const expectClosed = async (cart: Cart, code: string) => {
      const before = await store.gateway.requests({ endpoint: "create" })
      const again = await store.shopper.tryToOpenSession(cart, provider)
      expect(again.status).toBe(400)
      expect(JSON.parse(again.text)).toMatchObject({ code })
      expect(await store.gateway.requests({ endpoint: "create" })).toHaveLength(before.length)
      const page = await store.shopper.comesBack(
        `${store.url}/payment-collection/${await store.shopper.collection(cart)}`,
      )
      expect(page.status).toBe(200)
      expect(page.text).not.toContain('class="sum"')
      expect(page.text).not.toContain('class="button"')
    }

    const expectPaidInFull = async (orderId: string, amounts: number[]) => {
      const payments = paymentsOf(await store.admin.order(orderId))
      const standing = payments.filter(
        ({ canceled_at, captures }) => !canceled_at || (captures ?? []).length > 0,
      )
      expect(standing.map(({ amount }) => amount).sort()).toEqual(amounts)
      if (capture) expect(await outstanding(store, orderId)).toBe(0)
    }

    it("is not opened again once a part of it was captured and the rest canceled: a new link takes that rest", async () => {
      if (capture) return
      const { cart, order } = await placeOrder(store, kind)
      const payment = store.admin.paymentOf(order)
      expect((await store.admin.capture(payment, 1000)).status).toBe(200)
      expect((await store.admin.release(payment)).status).toBe(200)
      await expectClosed(cart, "already_ordered")
      expect(
        (await store.admin.api.attempt(`/admin/rozetkapay/payments/${payment.id}/sync`)).status,
      ).toBe(200)

      const due = await outstanding(store, order.id)
      const rest = { ...cart, collectionId: await newLink(order.id, due) }
      const externalId = await open(rest)
      await pay(externalId)
      expect((await store.gateway.payment(externalId)).ledger.held).toBe(due.toFixed(2))
    })

    /** A link that staff make for so much of an order. */
    const newLink = async (order_id: string, amount: number): Promise<string> => {
      const shape = z.object({ payment_collection: z.object({ id: z.string() }) })
      const made = await store.admin.api.post(shape, "/admin/payment-collections", {
        order_id,
        amount,
      })
      return made.payment_collection.id
    }

    it("is not opened again by its old link when the order was edited to cost more, and the new one takes what is due", async () => {
      const link = await paidLink()
      await editOrder(store, link.order.id, { shirts: 3 })
      await expectClosed(link.cart, capture ? "paid" : "link_closed")

      const externalId = await open(await cartOfLink(link))
      await pay(externalId)
      expect((await store.gateway.payment(externalId)).ledger[kept]).toBe(
        capture ? "2639.98" : "3959.97",
      )
      await expectPaidInFull(link.order.id, capture ? [1319.99, 2639.98] : [3959.97])
    })

    it("is not opened again by its cart when the order was edited to cost more", async () => {
      const { cart, order, externalId } = await placeOrder(store, kind)
      await editOrder(store, order.id, { shirts: 3 })
      await expectClosed(cart, capture ? "already_ordered" : "link_closed")
      expect((await store.gateway.payment(externalId)).ledger[capture ? "captured" : backIn]).toBe(
        total,
      )
    })

    it.each([
      ["its link", async () => (await sendLink(store)).cart, "1319.99"],
      ["its cart", async () => store.shopper.fillCart(kind.goods), total],
    ] as const)("gives back what a second page of %s brings, though the order was edited to cost more meanwhile", async (_, purchase, amount) => {
      const cart = await purchase()
      const collectionId = await store.shopper.collection(cart)
      const [first, second] = await twoPages(cart)
      if (!first || !second) throw new Error("Two pages are needed")
      await pay(first)
      const order = await store.admin.theOrderOf(cart)
      await editOrder(store, order.id, { shirts: 3 })
      // Another way to pay, which the store does not ask about, has Medusa delete the session that was paid.
      await forgetSession(first)
      await pay(second)
      expect((await store.gateway.payment(second)).ledger[backIn]).toBe(amount)
      expect(await witness.hears("rozetkapay.payment.returned", second)).toMatchObject({ amount })

      const right = { ...cart, collectionId: await linkOf(store, order.id) }
      expect(right.collectionId).not.toBe(collectionId)
      const due = await outstanding(store, order.id)
      const third = await open(right)
      await pay(third)
      expect((await store.gateway.payment(third)).ledger[kept]).toBe(due.toFixed(2))
    })

    /** Two pages of one purchase that both can be paid: two requests at one instant leave two sessions. */
    const twoPages = async (cart: Cart): Promise<string[]> => {
      const payments = store.container.resolve(Modules.PAYMENT)
      const collectionId = await store.shopper.collection(cart)
      for (;;) {
        await Promise.all([
          store.shopper.tryToOpenSession(cart, provider),
          store.shopper.tryToOpenSession(cart, provider),
        ])
        const sessions = await payments.listPaymentSessions({ payment_collection_id: collectionId })
        const ids = sessions.map(({ id }) => id).sort()
        if (ids.length === 2) return ids
      }
    }

    /** As Medusa does when another way to pay is opened for the same collection. */
    const forgetSession = (id: string) =>
      store.container.resolve(Modules.PAYMENT).deletePaymentSession(id)

    it("asks nothing for an order that was canceled", async () => {
      const { cart, order } = await sendLink(store)
      expect((await store.admin.cancel(order)).status).toBe(200)
      await expectClosed(cart, "order_canceled")
    })

    it("gives back what a second link of an order brings after a crash between the first one's payment and the order's totals", async () => {
      const link = await sendLink(store)
      const second = await open({
        ...link.cart,
        collectionId: await newLink(link.order.id, 1319.99),
      })
      const first = await open(link.cart)
      await store.gateway.callbacks("lose")
      await pay(first)
      // All that is written when the process ends there: Medusa adds it to the order's totals afterwards.
      await store.container.resolve(Modules.PAYMENT).authorizePaymentSession(first, {})
      expect(await outstanding(store, link.order.id)).toBe(1319.99)

      await store.gateway.callbacks("normal")
      await pay(second)
      expect((await store.gateway.payment(second)).ledger[backIn]).toBe("1319.99")
      expect(await witness.hears("rozetkapay.payment.returned", second)).toMatchObject({
        amount: "1319.99",
      })
      expect((await store.gateway.payment(first)).ledger[kept]).toBe("1319.99")
      await expectClosed(link.cart, "paid")
    })

    it("is asked for again by its link's page once the hold is gone, though no callback told of it", async () => {
      if (capture) return
      const link = await paidLink()
      await store.gateway.callbacks("lose")
      await store.gateway.cabinet(link.externalId, "cancel")
      const page = await store.shopper.comesBack(
        `${store.url}/payment-collection/${link.cart.collectionId}`,
      )
      expect(page.text).toContain('class="sum"')
    })

    it("is paid by a link though its shopper was to pay by hand, since nobody has that money yet", async () => {
      const cart = await store.shopper.fillCart(kind.goods)
      await store.shopper.openSession(cart, "pp_system_default")
      const { order } = await store.shopper.complete(cart)
      if (!order) throw new Error("It is an order without a payment by RozetkaPay")
      expect(await outstanding(store, order.id)).toBe(Number(total))
      await expectClosed(cart, "already_ordered")
      const link = { ...cart, collectionId: await newLink(order.id, Number(total)) }
      const externalId = await open(link)
      await pay(externalId)
      expect((await store.gateway.payment(externalId)).ledger[kept]).toBe(total)
      if (capture) expect(await outstanding(store, order.id)).toBe(0)
      await expectClosed(link, "paid")
    })

    it("keeps a deposit that staff asked for, and refuses the link that asks for more than is left", async () => {
      const link = await sendLink(store)
      const deposit = await open({ ...link.cart, collectionId: await newLink(link.order.id, 500) })
      await pay(deposit)
      expect((await store.gateway.payment(deposit)).ledger[kept]).toBe("500.00")
      await expectClosed(link.cart, "link_outdated")
      expect((await store.shopper.tryToOpenSession(link.cart, provider)).text).toContain(
        "819.99 UAH",
      )

      const rest = await open({ ...link.cart, collectionId: await newLink(link.order.id, 819.99) })
      await pay(rest)
      await expectPaidInFull(link.order.id, [500, 819.99])
    })
  })
})
