import { placeOrder } from "../drivers/checkout"
import { expectBothLedgers } from "../drivers/two-ledgers"
import { runStore } from "../setup/run-store"

runStore("A store that takes money at once", { capture: true }, (store) => {
  it("refunds a part, and later all that is left", async () => {
    const { order } = await placeOrder(store)
    const payment = store.admin.paymentOf(order)
    expect((await store.admin.refund(payment, 319.99)).status).toBe(200)
    await expectBothLedgers(store.admin, store.gateway, order, {
      taken: "1319.99",
      returned: "319.99",
    })
    expect((await store.admin.refund(payment, 1000)).status).toBe(200)
    await expectBothLedgers(store.admin, store.gateway, order, {
      taken: "1319.99",
      returned: "1319.99",
    })
    expect((await store.admin.order(order.id)).payment_status).toBe("refunded")
  })

  it("makes two refunds of the same amount when the merchant asks for two", async () => {
    const { order } = await placeOrder(store, { goods: { socks: 4 } })
    const payment = store.admin.paymentOf(order)
    expect((await store.admin.refund(payment, 249.5)).status).toBe(200)
    expect((await store.admin.refund(payment, 249.5)).status).toBe(200)
    await expectBothLedgers(store.admin, store.gateway, order, {
      taken: "998.00",
      returned: "499.00",
    })
  })

  it("refuses to refund more than was paid, and returns nothing", async () => {
    const { order } = await placeOrder(store)
    const answer = await store.admin.refund(store.admin.paymentOf(order), 1320)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    await expectBothLedgers(store.admin, store.gateway, order, { taken: "1319.99" })
  })

  it("gives the money back when the order is cancelled", async () => {
    const { order } = await placeOrder(store)
    expect((await store.admin.cancel(order)).status).toBe(200)
    await store.gateway.quiet()
    await expectBothLedgers(store.admin, store.gateway, order, {
      taken: "1319.99",
      returned: "1319.99",
    })
  })

  it("returns only the rest when a partly refunded order is cancelled", async () => {
    const { order } = await placeOrder(store)
    await store.admin.refund(store.admin.paymentOf(order), 300)
    expect((await store.admin.cancel(order)).status).toBe(200)
    await store.gateway.quiet()
    await expectBothLedgers(store.admin, store.gateway, order, {
      taken: "1319.99",
      returned: "1319.99",
    })
  })
})
