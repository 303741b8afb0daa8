import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { openCheckout, placeOrder } from "../drivers/checkout"
import { expectBothLedgers } from "../drivers/two-ledgers"
import { runStore } from "../setup/run-store"
import { ROZETKAPAY } from "../setup/store"

runStore("A store that is cut off in the middle of an order", { capture: false }, (store) => {
  it("keeps the hold of an order whose Payment two processes write at once", async () => {
    const { cart, externalId } = await openCheckout(store)
    await store.gateway.callbacks("lose")
    await store.gateway.pay(externalId)
    const payments = store.container.resolve(Modules.PAYMENT)
    const both = await Promise.allSettled([
      payments.authorizePaymentSession(externalId, {}),
      payments.authorizePaymentSession(externalId, {}),
    ])
    expect(both.some(({ status }) => status === "fulfilled")).toBe(true)
    expect((await store.gateway.payment(externalId)).ledger.held).toBe("1319.99")

    await store.gateway.callbacks("normal")
    await store.gateway.sendCallbacks({ external_id: externalId })
    const order = await store.admin.theOrderOf(cart)
    await expectBothLedgers(store.admin, store.gateway, order, { held: "1319.99" })
  })

  /** An order as it is when the process ends between the order and its Payment. */
  const placeWithoutPayment = async () => {
    const placed = await placeOrder(store)
    const database = store.container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const { externalId } = placed
    await database("payment").where({ payment_session_id: externalId }).delete()
    await database("payment_session")
      .where({ id: externalId })
      .update({ status: "pending", authorized_at: null })
    return placed
  }

  it("writes the Payment that an order lacks after a crash, and gives nothing back", async () => {
    const { order, cart, externalId } = await placeWithoutPayment()
    await store.gateway.sendCallbacks({ external_id: externalId })
    expect((await store.admin.theOrderOf(cart)).id).toBe(order.id)
    expect((await store.gateway.payment(externalId)).ledger).toMatchObject({
      held: "1319.99",
      canceled: "0.00",
    })
    const payments = store.container.resolve(Modules.PAYMENT)
    expect(await payments.listPayments({ payment_session_id: externalId })).toHaveLength(1)
  })

  it("shows the payment at an order that a crash, or a backup, has cut off between its links", async () => {
    const { order, cart, externalId } = await placeWithoutPayment()
    const database = store.container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await database("order_payment_collection").where({ order_id: order.id }).delete()
    await store.gateway.sendCallbacks({ external_id: externalId })
    const found = await store.admin.theOrderOf(cart)
    expect(found.id).toBe(order.id)
    await expectBothLedgers(store.admin, store.gateway, found, { held: "1319.99" })
  })

  it("keeps what leads the money to an order that lacks its Payment, though the shopper starts to pay again", async () => {
    const { cart, externalId } = await placeWithoutPayment()
    const token = await store.gateway.token("cc_token", "4111111111111111")
    for (const data of [
      undefined,
      { mode: "direct", payment_method: { type: "cc_token", token } },
    ]) {
      const again = await store.shopper.tryToOpenSession(cart, ROZETKAPAY, data)
      expect(again.status).toBe(400)
    }
    expect((await store.shopper.sessions(cart)).map(({ id }) => id)).toEqual([externalId])

    await store.gateway.sendCallbacks({ external_id: externalId })
    const order = await store.admin.theOrderOf(cart)
    await expectBothLedgers(store.admin, store.gateway, order, { held: "1319.99" })
  })

  it("shows what became of the money of an order that lacked its Payment after a crash", async () => {
    const refunded = await placeWithoutPayment()
    const canceled = await placeWithoutPayment()
    const partly = await placeWithoutPayment()
    await store.gateway.callbacks("lose")
    await store.gateway.cabinet(refunded.externalId, "confirm")
    await store.gateway.cabinet(refunded.externalId, "refund")
    await store.gateway.cabinet(canceled.externalId, "cancel")
    await store.gateway.cabinet(partly.externalId, "confirm", { amount: "1000" })
    await store.gateway.cabinet(partly.externalId, "refund", { amount: "0.01" })

    await store.gateway.callbacks("normal")
    for (const [{ cart, externalId }, sums] of [
      [refunded, { captured: "1319.99", refunded: "1319.99" }],
      [canceled, { canceled: "1319.99" }],
      [partly, { held: "319.99", captured: "1000.00", refunded: "0.01" }],
    ] as const) {
      await store.gateway.sendCallbacks({ external_id: externalId })
      const order = await store.admin.theOrderOf(cart)
      await expectBothLedgers(store.admin, store.gateway, order, sums)
    }
  })

  it("places the order of a card that was charged while the process ended", async () => {
    const cart = await store.shopper.fillCart()
    await store.gateway.callbacks("hold")
    const token = await store.gateway.token("cc_token", "4111111111111111")
    const data = { mode: "direct", payment_method: { type: "cc_token", token } }
    const { id } = await store.shopper.openSession(cart, ROZETKAPAY, data)
    // As it is when the process ends between RozetkaPay's answer and its being written down.
    const started = (data: object, created_at: Date) =>
      store.container
        .resolve(ContainerRegistrationKeys.PG_CONNECTION)("payment_session")
        .where({ id })
        .update({ data: JSON.stringify(data), created_at })
    await started({ session_input: "a key" }, new Date())
    await store.gateway.callbacks("normal")
    await store.gateway.flushCallbacks()
    expect(await store.admin.ordersOf(cart)).toEqual([])

    await started({ session_input: "a key" }, new Date(Date.now() - 120_000))
    await store.gateway.sendCallbacks({ external_id: id })
    const order = await store.admin.theOrderOf(cart)
    await expectBothLedgers(store.admin, store.gateway, order, { held: "1319.99" })
  })

  it("counts the capture of a cancelled order whose transaction a crash has cost", async () => {
    const { order, externalId } = await placeOrder(store)
    expect((await store.admin.capture(store.admin.paymentOf(order))).status).toBe(200)
    const database = store.container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    // As it is when the process ends between the capture's row and its transaction.
    const orders = store.container.resolve(Modules.ORDER)
    const [written] = await orders.listOrderTransactions({ order_id: order.id })
    await orders.deleteOrderTransactions([String(written?.id)])
    expect((await store.admin.cancel(order)).status).toBe(200)
    for (const table of ["capture", "refund"]) {
      await database(table).update({ created_at: new Date(Date.now() - 300_000) })
    }

    await store.gateway.sendCallbacks({ external_id: externalId })
    const transactions = await orders.listOrderTransactions({ order_id: order.id })
    expect(transactions.map(({ amount }) => Number(amount)).sort()).toEqual([-1319.99, 1319.99])
  })
})
