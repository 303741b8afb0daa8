import { Modules } from "@medusajs/framework/utils"
import { comeBack, openCheckout } from "../drivers/checkout"
import { expectOperations } from "../drivers/gateway-operations"
import type { Cart } from "../drivers/shopper"
import { expectBothLedgers } from "../drivers/two-ledgers"
import { type Witness, witnessOf } from "../drivers/witness"
import { reconcile } from "../drivers/workflows"
import { everyKind, KINDS, type Kind } from "../setup/kinds"
import { runStore } from "../setup/run-store"
import type { Store } from "../setup/store"

/** What the tests of both stores do and ask, of one kind of payment. */
const actorsOf = (store: Store, witness: Witness, kind: Kind) => {
  const { provider, capture, total, back, backIn, money } = kind

  /** The merchant stops delivering in the chosen way, or starts again. */
  const stopDelivery = async (isStopped: boolean) => {
    const delivery = store.container.resolve(Modules.FULFILLMENT)
    const { pickup } = store.seed.shippingOptions
    if (isStopped) await delivery.softDeleteShippingOptions([pickup])
    else await delivery.restoreShippingOptions([pickup])
  }

  const expectBack = async (externalId: string) => {
    const { ledger } = await store.gateway.payment(externalId)
    expect(ledger.held).toBe("0.00")
    expect(ledger[backIn]).toBe(total)
    await expectOperations(store.gateway, externalId, { [back]: kind.orders })
    expect(await witness.hears("rozetkapay.payment.returned", externalId)).toEqual({
      name: "rozetkapay.payment.returned",
      amount: total,
      reason: "order_failed",
    })
    expect(witness.told(externalId)).toHaveLength(1)
  }

  /** The shopper, told what happened, pays once more and gets the order. */
  const payAnew = async (cart: Cart) => {
    const session = await store.shopper.openSession(cart, provider)
    const externalId = String(session.data.external_id)
    await store.gateway.pay(externalId)
    await store.gateway.quiet()
    const order = await store.admin.theOrderOf(cart)
    expect((await store.gateway.payment(externalId)).ledger).toMatchObject(money)
    const payments = order.payment_collections.flatMap((collection) => collection.payments ?? [])
    const own = payments.find((payment) => payment.data?.external_id === externalId)
    expect(own).toMatchObject({ amount: Number(total), canceled_at: null, refunds: [] })
    await reconcile(store)
    expect((await store.admin.order(order.id)).summary).toMatchObject({
      paid_total: capture ? Number(total) : 0,
      refunded_total: 0,
    })
  }
  return { stopDelivery, expectBack, payAnew }
}

runStore(
  "An order that can't be placed although it was paid",
  everyKind({ orderRetryMinutes: 0 }),
  (store) => {
    const witness = witnessOf(store)

    describe.each(KINDS)("$title", (kind) => {
      const { back } = kind
      const { stopDelivery, expectBack, payAnew } = actorsOf(store, witness, kind)

      it("gives the money back once when the delivery is gone, and lets the shopper pay again later", async () => {
        const { cart, externalId } = await openCheckout(store, kind)
        await stopDelivery(true)
        await store.gateway.callbacks("double")
        await store.gateway.pay(externalId)
        await store.gateway.quiet()
        await expectBack(externalId)
        expect(await store.admin.ordersOf(cart)).toEqual([])

        await stopDelivery(false)
        await store.gateway.callbacks("normal")
        // The old session's money is gone: "place the order" with it must not give away the goods.
        expect((await store.shopper.complete(cart)).order).toBeUndefined()
        expect(await store.admin.ordersOf(cart)).toEqual([])
        await payAnew(cart)
      })

      it("gives the money back once, also when the answer to giving it back is lost", async () => {
        const { externalId } = await openCheckout(store, kind)
        await stopDelivery(true)
        await store.gateway.fault({ endpoint: kind.endpoints[back], kind: "drop_before" })
        await store.gateway.fault({ endpoint: kind.endpoints[back], kind: "502_after" })
        await store.gateway.pay(externalId)
        await store.gateway.quiet()
        await expectBack(externalId)
      })
    })
  },
)

runStore("An order that can't be placed yet although it was paid", everyKind(), (store) => {
  const witness = witnessOf(store)

  describe.each(KINDS)("$title", (kind) => {
    const { capture, money } = kind
    const { stopDelivery, expectBack, payAnew } = actorsOf(store, witness, kind)

    it("keeps the money while it is tried again, tells the shopper so, and places it when it can", async () => {
      const checkout = await openCheckout(store, kind)
      const { cart, externalId } = checkout
      await stopDelivery(true)
      await store.gateway.pay(externalId)
      await store.gateway.quiet()
      expect((await store.gateway.payment(externalId)).ledger).toMatchObject(money)
      expect(witness.told(externalId)).toEqual([])
      expect(witness.logged("can not be placed", externalId).length).toBeGreaterThan(0)
      const page = await comeBack(store, checkout)
      expect(page.pathname).toContain("/waiting/")
      const { text } = await store.shopper.comesBack(page.href)
      expect(text).toContain("Гроші надійшли")

      await stopDelivery(false)
      await reconcile(store)
      const order = await store.admin.theOrderOf(cart)
      await expectBothLedgers(store.admin, store.gateway, order, money)
    })

    it("keeps no money without an order when Medusa breaks right after the payment was authorized", async () => {
      const { cart, externalId } = await openCheckout(store, kind)
      const payments = store.container.resolve(Modules.PAYMENT)
      const authorize = payments.authorizePaymentSession.bind(payments)
      const broken = jest
        .spyOn(payments, "authorizePaymentSession")
        .mockImplementationOnce(async (...order) => {
          await authorize(...order)
          throw new Error("the database has gone away")
        })
      await store.gateway.pay(externalId)
      await store.gateway.quiet()
      broken.mockRestore()
      if (capture) {
        // Medusa refunds what was taken, and opens a new session in place of the old one.
        await expectBack(externalId)
        expect((await store.shopper.complete(cart)).order).toBeUndefined()
        expect(await store.admin.ordersOf(cart)).toEqual([])
        await payAnew(cart)
      } else {
        // The hold still stands: the callback that comes again places the order with it.
        const order = await store.admin.theOrderOf(cart)
        await expectBothLedgers(store.admin, store.gateway, order, money)
        await expectOperations(store.gateway, externalId, {})
      }
    })
  })
})
