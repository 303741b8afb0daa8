import { comeBack, openCheckout, placeOrder } from "../drivers/checkout"
import { expectOperations } from "../drivers/gateway-operations"
import { bothLedgersBecome, expectBothLedgers } from "../drivers/two-ledgers"
import { witnessOf } from "../drivers/witness"
import { reconcile } from "../drivers/workflows"
import { everyKind, SYSTEM_KINDS } from "../setup/kinds"
import { runStore } from "../setup/run-store"
import type { Store } from "../setup/store"

type Kinds = (typeof SYSTEM_KINDS)[number]

/** Everybody whom an outage may meet, by one of RozetkaPay's systems. */
const gather = async (store: Store, { atOnce, holdFirst }: Kinds) => ({
  atOnce,
  holdFirst,
  paid: await placeOrder(store, atOnce),
  held: await placeOrder(store, holdFirst),
  dropped: await placeOrder(store, holdFirst),
  waiting: await openCheckout(store, atOnce),
  returned: await openCheckout(store, atOnce),
  newcomer: await store.shopper.fillCart(atOnce.goods),
})
type Met = Awaited<ReturnType<typeof gather>>

const meetNewcomer = async (store: Store, { newcomer, atOnce }: Met) => {
  const refused = await store.shopper.tryToOpenSession(newcomer, atOnce.provider)
  expect(refused.status).toBe(400)
  expect(refused.json).toMatchObject({
    code: "no_answer",
    message: expect.stringMatching(/RozetkaPay зараз не відповідає.*Спробуйте ще раз/),
  })
}

const meetShoppers = async (store: Store, { waiting, returned }: Met) => {
  expect(await store.shopper.complete(waiting.cart)).toMatchObject({
    code: "no_answer_yet",
    reason: expect.stringMatching(/RozetkaPay зараз не відповідає, тому платіж ще не підтверджено/),
  })
  await store.gateway.pay(waiting.externalId)
  await store.gateway.pay(returned.externalId)
  expect((await comeBack(store, returned)).pathname).toMatch(/waiting/)
}

const SAID_TO_STAFF =
  "RozetkaPay does not answer right now. Nothing was sent; please try again in a few minutes."

const meetAdmin = async (store: Store, { paid, held, dropped }: Met) => {
  for (const answer of [
    await store.admin.refund(store.admin.paymentOf(paid.order), 100),
    await store.admin.capture(store.admin.paymentOf(held.order), 100),
  ]) {
    expect(answer.status).toBe(400)
    expect(answer.json).toMatchObject({ message: SAID_TO_STAFF })
  }
  expect((await store.admin.cancel(dropped.order)).status).toBe(200)
}

const expectNothingRecorded = async (store: Store, { paid, held, waiting, ...met }: Met) => {
  await expectBothLedgers(store.admin, store.gateway, paid.order, met.atOnce.money)
  await expectBothLedgers(store.admin, store.gateway, held.order, met.holdFirst.money)
  expect(await store.admin.ordersOf(waiting.cart)).toEqual([])
}

const expectAllRight = async (store: Store, { paid, held, dropped, ...met }: Met) => {
  const { atOnce, holdFirst } = met
  for (const { cart, externalId } of [met.waiting, met.returned]) {
    const order = await store.admin.theOrderOf(cart)
    await expectBothLedgers(store.admin, store.gateway, order, atOnce.money)
    await expectOperations(store.gateway, externalId, {})
  }
  await bothLedgersBecome(store.admin, store.gateway, dropped.order, { canceled: holdFirst.total })
  await expectOperations(store.gateway, dropped.externalId, { cancel: holdFirst.orders })
  expect((await store.admin.refund(store.admin.paymentOf(paid.order), 100)).status).toBe(200)
  expect((await store.admin.capture(store.admin.paymentOf(held.order))).status).toBe(200)
  await expectOperations(store.gateway, paid.externalId, { refund: atOnce.orders })
  await expectOperations(store.gateway, held.externalId, { confirm: holdFirst.orders })
  const session = await store.shopper.openSession(met.newcomer, atOnce.provider)
  expect(session.data.checkout_url).toBeTruthy()
}

runStore("A gateway that is down for a while, for all of its systems", everyKind(), (store) => {
  const witness = witnessOf(store)

  const outages = [
    { kind: "drop_before", systems: SYSTEM_KINDS },
    // All judge an answer by the same rules: one of them shows that this one is no other outage.
    { kind: "502_before", systems: SYSTEM_KINDS.slice(0, 1) },
  ]

  const livesThrough = async ({ kind, systems }: (typeof outages)[number]) => {
    const all = await Promise.all(systems.map((kinds) => gather(store, kinds)))
    await store.gateway.fault({ endpoint: "*", kind, times: 0 })
    await Promise.all(
      all.flatMap((met) => [
        meetNewcomer(store, met),
        meetShoppers(store, met),
        meetAdmin(store, met),
      ]),
    )
    await store.gateway.quiet()
    for (const met of all) await expectNothingRecorded(store, met)

    const outage = await reconcile(store, { report_days: 14 })
    expect(outage.errors.length).toBeGreaterThanOrEqual(systems.length)
    for (const { waiting } of all) {
      expect(witness.logged("could not be synced", waiting.externalId)).not.toEqual([])
      expect(await store.admin.ordersOf(waiting.cart)).toEqual([])
    }

    await store.gateway.clearFaults()
    await reconcile(store)
    for (const met of all) await expectAllRight(store, met)
    await store.gateway.quiet()
  }

  it.each(outages)(
    "gives sentences to shopper and admin, half-records nothing, and all is right when it is back: $kind",
    livesThrough,
    600_000,
  )
})
