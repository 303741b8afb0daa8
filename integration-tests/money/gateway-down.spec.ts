import { comeBack, openCheckout, placeOrder } from "../drivers/checkout"
import { expectOperations } from "../drivers/gateway-operations"
import { bothLedgersBecome, expectBothLedgers } from "../drivers/two-ledgers"
import { witnessOf } from "../drivers/witness"
import { reconcile } from "../drivers/workflows"
import { BOTH_KINDS, HOLD_FIRST } from "../setup/both-kinds"
import { runStore } from "../setup/run-store"
import { ROZETKAPAY } from "../setup/store"

runStore("A gateway that is down for a while", BOTH_KINDS, (store) => {
  const witness = witnessOf(store)

  it.each([
    "drop_before",
    "502_before",
  ])("gives sentences to shopper and admin, half-records nothing, and all is right when it is back: %s", async (kind) => {
    const paid = await placeOrder(store)
    const held = await placeOrder(store, HOLD_FIRST)
    const dropped = await placeOrder(store, HOLD_FIRST)
    const waiting = await openCheckout(store)
    const returned = await openCheckout(store)
    await store.gateway.fault({ endpoint: "*", kind, times: 0 })

    const cart = await store.shopper.fillCart()
    const refused = await store.shopper.tryToOpenSession(cart, ROZETKAPAY)
    expect(refused.status).toBe(400)
    expect(refused.text).toMatch(/RozetkaPay зараз не відповідає.*Спробуйте ще раз/)
    expect((await store.shopper.complete(waiting.cart)).reason).toMatch(
      /RozetkaPay зараз не відповідає, тому платіж ще не підтверджено/,
    )

    for (const answer of [
      await store.admin.refund(store.admin.paymentOf(paid.order), 100),
      await store.admin.capture(store.admin.paymentOf(held.order), 100),
    ]) {
      expect(answer.status).toBe(400)
      expect(answer.text).toMatch(/RozetkaPay/)
    }
    expect((await store.admin.cancel(dropped.order)).status).toBe(200)
    await store.gateway.pay(waiting.externalId)
    await store.gateway.pay(returned.externalId)
    expect((await comeBack(store, returned)).pathname).toMatch(/waiting/)
    await store.gateway.quiet()
    await expectBothLedgers(store.admin, store.gateway, paid.order, { taken: "1319.99" })
    await expectBothLedgers(store.admin, store.gateway, held.order, { held: "1319.99" })
    const outage = await reconcile(store, { report_days: 14 })
    expect(outage.errors).not.toEqual([])
    expect(witness.logged("could not be settled", waiting.externalId)).not.toEqual([])
    expect(await store.admin.ordersOf(waiting.cart)).toEqual([])

    await store.gateway.clearFaults()
    await reconcile(store)
    for (const { cart, externalId } of [waiting, returned]) {
      const order = await store.admin.theOrderOf(cart)
      await expectBothLedgers(store.admin, store.gateway, order, { taken: "1319.99" })
      await expectOperations(store.gateway, externalId, {})
    }
    await bothLedgersBecome(store.admin, store.gateway, dropped.order, { released: "1319.99" })
    await expectOperations(store.gateway, dropped.externalId, { cancel: 1 })
    expect((await store.admin.refund(store.admin.paymentOf(paid.order), 100)).status).toBe(200)
    expect((await store.admin.capture(store.admin.paymentOf(held.order))).status).toBe(200)
    await store.gateway.quiet()
    await expectOperations(store.gateway, paid.externalId, { refund: 1 })
    await expectOperations(store.gateway, held.externalId, { confirm: 1 })
    const session = await store.shopper.openSession(cart, ROZETKAPAY)
    expect(session.data.checkout_url).toBeTruthy()
  })
})
