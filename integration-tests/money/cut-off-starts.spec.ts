import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
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
    const { announced } = await reconcile(store, { report_days: 1 })
    expect(announced).toMatchObject([{ external_id: id }])
    await store.gateway.quiet()
    const order = await store.admin.theOrderOf(cart)
    await expectBothLedgers(store.admin, store.gateway, order, { taken: total })
    expect((await reconcile(store, { report_days: 1 })).announced).toEqual([])
  })
})
