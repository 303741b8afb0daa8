import { placeOrder } from "../drivers/checkout"
import { eventually } from "../drivers/eventually"
import { runStore } from "../setup/run-store"

runStore("A store that holds money first", { capture: false }, (store) => {
  it("gives back what was captured and releases the rest when a partly captured order is cancelled", async () => {
    const { order, externalId } = await placeOrder(store)
    await store.admin.capture(store.admin.paymentOf(order), 1000)
    expect((await store.admin.cancel(order)).status).toBe(200)
    const { ledger } = await eventually("the rest of the hold is released", async () => {
      const payment = await store.gateway.payment(externalId)
      return payment.ledger.held === "0.00" && payment
    })
    expect(ledger).toMatchObject({ taken: "1000.00", released: "319.99", returned: "1000.00" })
  })
})
