import { setTimeout as pause } from "node:timers/promises"
import { Modules } from "@medusajs/framework/utils"
import { placeOrder } from "../drivers/checkout"
import { eventually } from "../drivers/eventually"
import { expectBothLedgers } from "../drivers/two-ledgers"
import { reconcile } from "../drivers/workflows"
import { runStore } from "../setup/run-store"

runStore("A store that holds money first", { capture: false }, (store) => {
  it("shows no refund of an order that was cancelled while its capture was failing", async () => {
    const { order } = await placeOrder(store)
    const payment = store.admin.paymentOf(order)
    await store.gateway.fault({ endpoint: "confirm", kind: "latency", ms: 1_500 })
    await store.gateway.fault({ endpoint: "confirm", kind: "500_before", times: 0 })
    const capture = store.admin.capture(payment, 700)
    const payments = store.container.resolve(Modules.PAYMENT)
    await eventually(
      "the capture's row is written",
      async () => (await payments.listCaptures({ payment_id: payment.id })).length > 0,
    )
    expect((await store.admin.cancel(order)).status).toBe(200)
    expect((await capture).status).not.toBe(200)
    await store.gateway.quiet()
    await pause(200)
    await reconcile(store)

    await expectBothLedgers(store.admin, store.gateway, order, { canceled: "1319.99" })
    const transactions = await store.container
      .resolve(Modules.ORDER)
      .listOrderTransactions({ order_id: order.id })
    expect(transactions.map(({ amount }) => amount)).toEqual([])
    expect((await store.admin.order(order.id)).summary).toMatchObject({ refunded_total: 0 })
  })
})
