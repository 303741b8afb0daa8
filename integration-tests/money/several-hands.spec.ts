import { placeOrder } from "../drivers/checkout"
import { expectAsked, expectOperations } from "../drivers/gateway-operations"
import { transacted } from "../drivers/order-transactions"
import { bothLedgersBecome, expectBothLedgers } from "../drivers/two-ledgers"
import { witnessOf } from "../drivers/witness"
import { settle } from "../drivers/workflows"
import { AT_ONCE, BOTH_KINDS, HOLD_FIRST } from "../setup/both-kinds"
import { runStore } from "../setup/run-store"

runStore("A payment that several hands move at once", BOTH_KINDS, (store) => {
  const witness = witnessOf(store)

  it("makes each of two admins' refunds at the same moment once, and never returns more than was taken", async () => {
    const { order, externalId } = await placeOrder(store)
    const payment = store.admin.paymentOf(order)
    await Promise.all([300, 200.5, 900].map((part) => store.admin.refund(payment, part)))
    await store.gateway.quiet()
    const { ledger, operations } = await store.gateway.payment(externalId)
    expect(Number(ledger.returned)).toBeGreaterThan(0)
    expect(Number(ledger.returned)).toBeLessThanOrEqual(1319.99)
    await expectBothLedgers(store.admin, store.gateway, order, {
      taken: "1319.99",
      returned: ledger.returned,
    })
    const amounts = operations.filter(({ operation }) => operation === "refund")
    expect(new Set(amounts.map(({ amount }) => amount)).size).toBe(amounts.length)
    // Medusa writes one refund's amount for the other's row: that is put right as well.
    expect(await transacted(store, order, "refund")).toBe(`-${ledger.returned}`)
  })

  it("captures once when two admins capture the whole at the same moment", async () => {
    const { order, externalId } = await placeOrder(store, HOLD_FIRST)
    const payment = store.admin.paymentOf(order)
    await Promise.all([store.admin.capture(payment), store.admin.capture(payment)])
    await store.gateway.quiet()
    await expectBothLedgers(store.admin, store.gateway, order, { taken: "1319.99" })
    await expectOperations(store.gateway, externalId, { confirm: 1 })
    expect((await store.admin.order(order.id)).summary?.paid_total).toBe(1319.99)
  })

  it("counts an admin's refund and one made in RozetkaPay's cabinet at the same moment, both", async () => {
    const { order, externalId } = await placeOrder(store)
    const payment = store.admin.paymentOf(order)
    const [answer] = await Promise.all([
      store.admin.refund(payment, 400),
      store.gateway.cabinet(externalId, "refund", { amount: 250 }),
    ])
    await store.gateway.quiet()
    const { ledger } = await store.gateway.payment(externalId)
    // Both may have been asked for the same shopper: the admin's counts as made when the cabinet's covers it.
    expect(answer.status).toBe(200)
    await bothLedgersBecome(store.admin, store.gateway, order, {
      taken: "1319.99",
      returned: ledger.returned,
    })
    // The transactions, not the summary that Medusa keeps of them: it loses one of two updates at once.
    await settle(store, AT_ONCE.provider, externalId)
    expect(await transacted(store, order, "refund")).toBe(`-${ledger.returned}`)
  })

  it("sends nothing when the admin repeats a refund that the cabinet has made before", async () => {
    await store.gateway.callbacks("hold")
    const { order, externalId } = await placeOrderWithHeldCallbacks()
    await store.gateway.cabinet(externalId, "refund", { amount: 400 })
    expect((await store.admin.refund(store.admin.paymentOf(order), 400)).status).toBe(200)
    await store.gateway.flushCallbacks()
    await store.gateway.quiet()
    await expectBothLedgers(store.admin, store.gateway, order, {
      taken: "1319.99",
      returned: "400.00",
    })
    await expectAsked(store.gateway, externalId, {})
    expect(witness.told(externalId)).toEqual([])
  })

  const placeOrderWithHeldCallbacks = async () => {
    await store.gateway.callbacks("normal")
    const placed = await placeOrder(store)
    await store.gateway.callbacks("hold")
    return placed
  }

  it("says so, and sends nothing, when the admin captures a hold that the cabinet has released", async () => {
    const { order, externalId } = await placeOrder(store, HOLD_FIRST)
    await store.gateway.callbacks("hold")
    await store.gateway.cabinet(externalId, "cancel")
    const answer = await store.admin.capture(store.admin.paymentOf(order))
    expect(answer.status).toBe(400)
    expect(answer.text).toMatch(/only 0\.00 UAH left.*Nothing was sent/)
    await store.gateway.flushCallbacks()
    await store.gateway.quiet()
    await expectBothLedgers(store.admin, store.gateway, order, { released: "1319.99" })
    await expectAsked(store.gateway, externalId, {})
  })

  it("records the money whose answer and whose book were both out of reach when the callback tells of it", async () => {
    const { order, externalId } = await placeOrder(store, AT_ONCE)
    await store.gateway.callbacks("hold")
    await store.gateway.fault({ endpoint: "refund", kind: "drop_after" })
    await store.gateway.fault({ endpoint: "info", kind: "latency", ms: 0 })
    const refused = store.admin.refund(store.admin.paymentOf(order), 400)
    expect([200, 400]).toContain((await refused).status)
    await store.gateway.flushCallbacks()
    await store.gateway.quiet()
    await expectBothLedgers(store.admin, store.gateway, order, {
      taken: "1319.99",
      returned: "400.00",
    })
    await expectOperations(store.gateway, externalId, { refund: 1 })
  })
})
