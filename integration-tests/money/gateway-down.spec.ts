import { comeBack, openCheckout, placeOrder } from "../drivers/checkout"
import { expectOperations } from "../drivers/gateway-operations"
import { bothLedgersBecome, expectBothLedgers } from "../drivers/two-ledgers"
import { witnessOf } from "../drivers/witness"
import { reconcile } from "../drivers/workflows"
import { everyKind, SYSTEM_KINDS } from "../setup/kinds"
import { runStore } from "../setup/run-store"

runStore("A gateway that is down for a while", everyKind(), (store) => {
  const witness = witnessOf(store)

  /** All systems judge an answer by the same rules: one sort of silence is enough for the further ones. */
  const outages = SYSTEM_KINDS.flatMap((kinds) =>
    (kinds.system === "rozetkapay" ? ["drop_before", "502_before"] : ["drop_before"]).map(
      (kind) => ({ ...kinds, kind }),
    ),
  )

  it.each(
    outages,
  )("gives sentences to shopper and admin, half-records nothing, and all is right when it is back: $system, $kind", async ({
    atOnce,
    holdFirst,
    kind,
  }) => {
    const { total, provider } = atOnce
    const paid = await placeOrder(store, atOnce)
    const held = await placeOrder(store, holdFirst)
    const dropped = await placeOrder(store, holdFirst)
    const waiting = await openCheckout(store, atOnce)
    const returned = await openCheckout(store, atOnce)
    await store.gateway.fault({ endpoint: "*", kind, times: 0 })

    const cart = await store.shopper.fillCart(atOnce.goods)
    const refused = await store.shopper.tryToOpenSession(cart, provider)
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
    await expectBothLedgers(store.admin, store.gateway, paid.order, { taken: total })
    await expectBothLedgers(store.admin, store.gateway, held.order, { held: total })
    const outage = await reconcile(store, { report_days: 14 })
    expect(outage.errors).not.toEqual([])
    expect(witness.logged("could not be settled", waiting.externalId)).not.toEqual([])
    expect(await store.admin.ordersOf(waiting.cart)).toEqual([])

    await store.gateway.clearFaults()
    await reconcile(store)
    for (const { cart, externalId } of [waiting, returned]) {
      const order = await store.admin.theOrderOf(cart)
      await expectBothLedgers(store.admin, store.gateway, order, { taken: total })
      await expectOperations(store.gateway, externalId, {})
    }
    await bothLedgersBecome(store.admin, store.gateway, dropped.order, { released: total })
    await expectOperations(store.gateway, dropped.externalId, { cancel: holdFirst.orders })
    expect((await store.admin.refund(store.admin.paymentOf(paid.order), 100)).status).toBe(200)
    expect((await store.admin.capture(store.admin.paymentOf(held.order))).status).toBe(200)
    await store.gateway.quiet()
    await expectOperations(store.gateway, paid.externalId, { refund: atOnce.orders })
    await expectOperations(store.gateway, held.externalId, { confirm: holdFirst.orders })
    const session = await store.shopper.openSession(cart, provider)
    expect(session.data.checkout_url).toBeTruthy()
  })
})
