import { setTimeout as pause } from "node:timers/promises"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { placeOrder } from "../drivers/checkout"
import { expectBothLedgers } from "../drivers/two-ledgers"
import { reconcile } from "../drivers/workflows"
import { AT_ONCE_KINDS, everyKind } from "../setup/kinds"
import { runStore } from "../setup/run-store"

runStore("A store that died while a card was charged in it", everyKind(), (store) => {
  it.each(
    AT_ONCE_KINDS,
  )("asks for the callback that was lost meanwhile, and places the order: $system", async ({
    provider,
    goods,
    total,
    login,
  }) => {
    await store.gateway.callbacks("lose")
    const cart = await store.shopper.fillCart(goods)
    const token = await store.gateway.token("cc_token", "4111111111111111", login)
    const data = { mode: "direct", payment_method: { type: "cc_token", token } }
    const { id } = await store.shopper.openSession(cart, provider, data)
    // What the row holds until Medusa has the provider's answer.
    const database = store.container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await database("payment_session")
      .where({ id })
      .update({ data: { session_id: id }, created_at: new Date(Date.now() - 120_000) })

    await store.gateway.callbacks("normal")
    // Midnight (UTC) may have come since it was charged.
    const { announced } = await reconcile(store, { report_days: 2 })
    expect(announced).toMatchObject([{ external_id: id }])
    await store.gateway.quiet()
    const order = await store.admin.theOrderOf(cart)
    await expectBothLedgers(store.admin, store.gateway, order, { captured: total })
    expect((await reconcile(store, { report_days: 2 })).announced).toEqual([])
  })

  it("tells the order of a capture that the process did not live to tell it, though no callback comes any more", async () => {
    const { order, externalId } = await placeOrder(store)
    const orders = store.container.resolve(Modules.ORDER)
    const told = await orders.listOrderTransactions({ order_id: order.id })
    await orders.deleteOrderTransactions(told.map(({ id }) => id))
    expect((await store.admin.order(order.id)).summary?.paid_total).toBe(0)
    await pause(3_500)
    const { differences } = await reconcile(store)
    expect(differences).toMatchObject([{ external_id: externalId, action: "repair_order" }])
    expect((await store.admin.order(order.id)).summary?.paid_total).toBe(1319.99)
    expect((await reconcile(store)).differences).toEqual([])
  })
})
