import { placeOrder } from "../drivers/checkout"
import { expectBothLedgers } from "../drivers/two-ledgers"
import { runStore } from "../setup/run-store"

runStore("A store that holds money first", { capture: false }, (store) => {
  it("captures the whole order", async () => {
    const { order } = await placeOrder(store)
    const answer = await store.admin.capture(store.admin.paymentOf(order))
    expect(answer.status).toBe(200)
    await expectBothLedgers(store.admin, store.gateway, order, { taken: "1319.99" })
    expect((await store.admin.order(order.id)).payment_status).toBe("captured")
  })

  it("captures a part, then another part, then the rest", async () => {
    const { order } = await placeOrder(store)
    const payment = store.admin.paymentOf(order)
    expect((await store.admin.capture(payment, 500.01)).status).toBe(200)
    await expectBothLedgers(store.admin, store.gateway, order, { taken: "500.01", held: "819.98" })
    expect((await store.admin.capture(payment, 19.98)).status).toBe(200)
    await expectBothLedgers(store.admin, store.gateway, order, { taken: "519.99", held: "800.00" })
    expect((await store.admin.capture(payment)).status).toBe(200)
    await expectBothLedgers(store.admin, store.gateway, order, { taken: "1319.99" })
  })

  it("refuses to capture more than is held, and takes nothing", async () => {
    const { order } = await placeOrder(store)
    const answer = await store.admin.capture(store.admin.paymentOf(order), 1320)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    await expectBothLedgers(store.admin, store.gateway, order, { held: "1319.99" })
  })

  it("refunds a part of a partial capture", async () => {
    const { order } = await placeOrder(store)
    const payment = store.admin.paymentOf(order)
    await store.admin.capture(payment, 1000)
    expect((await store.admin.refund(payment, 0.1)).status).toBe(200)
    await expectBothLedgers(store.admin, store.gateway, order, {
      held: "319.99",
      taken: "1000.00",
      returned: "0.10",
    })
  })

  it("releases the hold when the order is cancelled before it was captured", async () => {
    const { order } = await placeOrder(store)
    expect((await store.admin.cancel(order)).status).toBe(200)
    await store.gateway.quiet()
    await expectBothLedgers(store.admin, store.gateway, order, { released: "1319.99" })
    expect((await store.admin.order(order.id)).status).toBe("canceled")
  })

  it("gives the money back when the order is cancelled after it was captured", async () => {
    const { order } = await placeOrder(store)
    await store.admin.capture(store.admin.paymentOf(order))
    expect((await store.admin.cancel(order)).status).toBe(200)
    await store.gateway.quiet()
    await expectBothLedgers(store.admin, store.gateway, order, {
      taken: "1319.99",
      returned: "1319.99",
    })
  })

  it("gives back what was captured and releases the rest when a partly captured order is cancelled", async () => {
    const { order, externalId } = await placeOrder(store)
    await store.admin.capture(store.admin.paymentOf(order), 1000)
    expect((await store.admin.cancel(order)).status).toBe(200)
    await store.gateway.quiet()
    const { ledger } = await store.gateway.payment(externalId)
    expect(ledger).toMatchObject({ held: "0.00", taken: "1000.00", released: "319.99" })
    expect(ledger.returned).toBe("1000.00")
  })
})
