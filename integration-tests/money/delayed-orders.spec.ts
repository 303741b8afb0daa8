import { Modules } from "@medusajs/framework/utils"
import { comeBack, openCheckout } from "../drivers/checkout"
import { expectOperations } from "../drivers/gateway-operations"
import { ordersThatFail } from "../drivers/orders-that-fail"
import { expectBothLedgers } from "../drivers/two-ledgers"
import { witnessOf } from "../drivers/witness"
import { reconcile } from "../drivers/workflows"
import { everyKind, KINDS } from "../setup/kinds"
import { runStore } from "../setup/run-store"

runStore("An order that can't be placed yet although it was paid", everyKind(), (store) => {
  const witness = witnessOf(store)

  describe.each(KINDS)("$title", (kind) => {
    const { capture, money } = kind
    const { stopDelivery, expectBack, payAnew } = ordersThatFail(store, witness, kind)

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
        // Medusa refunds what was captured, and opens a new session in place of the old one.
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
