import { Modules } from "@medusajs/framework/utils"
import { openCheckout, placeOrder } from "../drivers/checkout"
import { eventually } from "../drivers/eventually"
import { expectBothLedgers } from "../drivers/two-ledgers"
import { BOTH_KINDS } from "../setup/both-kinds"
import { runStore } from "../setup/run-store"

runStore("Things that happen at the same moment", BOTH_KINDS, (store) => {
  it("returns both of two refunds, whichever reaches RozetkaPay first", async () => {
    const { order } = await placeOrder(store)
    const payment = store.admin.paymentOf(order)
    const locking = store.container.resolve(Modules.LOCKING)
    const execute = locking.execute.bind(locking)
    let isFirstWaiting = false
    let isSecondDone = false
    // The first refund's row is there before the second's, but it comes to the gateway after it.
    jest.spyOn(locking, "execute").mockImplementation(async (keys, job, args) => {
      if (String(keys).startsWith("rozetkapay:") && !isFirstWaiting) {
        isFirstWaiting = true
        await eventually("the second refund is made", async () => isSecondDone)
      }
      return execute(keys, job, args)
    })
    try {
      const first = store.admin.refund(payment, 10)
      await eventually("the first refund has written its row", async () => isFirstWaiting)
      const second = await store.admin.refund(payment, 20)
      isSecondDone = true
      expect([second, await first].map(({ status }) => status)).toEqual([200, 200])
    } finally {
      jest.restoreAllMocks()
    }
    await store.gateway.quiet()
    await expectBothLedgers(store.admin, store.gateway, order, {
      captured: "1319.99",
      refunded: "30.00",
    })
  })

  it("places the order later when RozetkaPay stops answering while it is being placed", async () => {
    const { cart, externalId } = await openCheckout(store)
    await store.gateway.callbacks("lose")
    await store.gateway.pay(externalId)
    await store.gateway.fault({ endpoint: "info", kind: "500_before", times: 0 })
    const { reason } = await store.shopper.complete(cart)
    expect(reason).toMatch(/не відповідає/)
    await store.gateway.clearFaults()

    await store.gateway.callbacks("normal")
    await store.gateway.sendCallbacks({ external_id: externalId })
    const order = await store.admin.theOrderOf(cart)
    await expectBothLedgers(store.admin, store.gateway, order, { captured: "1319.99" })
  })
})
