import { openCheckout } from "../drivers/checkout"
import { ordersThatFail } from "../drivers/orders-that-fail"
import { witnessOf } from "../drivers/witness"
import { everyKind, KINDS } from "../setup/kinds"
import { runStore } from "../setup/run-store"

runStore(
  "An order that can't be placed although it was paid",
  everyKind({ orderRetryMinutes: 0 }),
  (store) => {
    const witness = witnessOf(store)

    describe.each(KINDS)("$title", (kind) => {
      const { back } = kind
      const { stopDelivery, expectBack, payAnew } = ordersThatFail(store, witness, kind)

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
