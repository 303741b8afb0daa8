import { placeOrder } from "../drivers/checkout"
import { runStore } from "../setup/run-store"

runStore("A store that holds money first", { capture: false }, (store) => {
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
