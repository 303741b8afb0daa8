import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { placeOrder } from "../drivers/checkout"
import { eventually } from "../drivers/eventually"
import { expectAsked, expectOperations } from "../drivers/gateway-operations"
import { bothLedgersBecome, expectBothLedgers } from "../drivers/two-ledgers"
import { witnessOf } from "../drivers/witness"
import { everyKind, SYSTEM_KINDS } from "../setup/kinds"
import { runStore } from "../setup/run-store"

runStore("A payment that several hands move at once", everyKind(), (store) => {
  const witness = witnessOf(store)

  describe.each(SYSTEM_KINDS)("of $system", ({ atOnce, holdFirst }) => {
    const { total } = atOnce

    /** What Medusa shows of the order's transactions, a moment after the last of them. */
    const addsUpTo =
      (total: "paid_total" | "refunded_total") => (order: { id: string }, amount: number) =>
        eventually(`the order shows a ${total} of ${amount}`, async () => {
          const { summary } = await store.admin.order(order.id)
          return summary?.[total] === amount
        })
    const capturesAddUpTo = addsUpTo("paid_total")
    const refundsAddUpTo = addsUpTo("refunded_total")

    it("makes each of two admins' refunds at the same moment once, and never returns more than was captured", async () => {
      const { order, externalId } = await placeOrder(store, atOnce)
      const payment = store.admin.paymentOf(order)
      await Promise.all([300, 200.5, 900].map((part) => store.admin.refund(payment, part)))
      await store.gateway.quiet()
      const { ledger, operations } = await store.gateway.payment(externalId)
      expect(Number(ledger.refunded)).toBeGreaterThan(0)
      expect(Number(ledger.refunded)).toBeLessThanOrEqual(Number(total))
      await expectBothLedgers(store.admin, store.gateway, order, {
        captured: total,
        refunded: ledger.refunded,
      })
      const amounts = operations.filter(({ operation }) => operation === "refund")
      expect(new Set(amounts.map(({ amount }) => amount)).size).toBe(amounts.length)
      // Medusa writes one refund's amount for the other's row: that is put right as well.
      await refundsAddUpTo(order, Number(ledger.refunded))
    })

    it("captures once when two admins capture the whole at the same moment", async () => {
      const { order, externalId } = await placeOrder(store, holdFirst)
      const payment = store.admin.paymentOf(order)
      await Promise.all([store.admin.capture(payment), store.admin.capture(payment)])
      await store.gateway.quiet()
      await expectBothLedgers(store.admin, store.gateway, order, { captured: total })
      await expectOperations(store.gateway, externalId, { confirm: holdFirst.orders })
      await capturesAddUpTo(order, Number(total))
    })

    it("counts an admin's refund and one made in RozetkaPay's cabinet at the same moment, both", async () => {
      const { order, externalId } = await placeOrder(store, atOnce)
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
        captured: total,
        refunded: ledger.refunded,
      })
      // Medusa's summary of the order loses one of two changes at once: that is put right as well.
      await refundsAddUpTo(order, Number(ledger.refunded))
    })

    it("puts an order's summary right that lost a change, by the next capture or refund and by the next callback", async () => {
      const { order, externalId } = await placeOrder(store, atOnce)
      const payment = store.admin.paymentOf(order)
      expect((await store.admin.refund(payment, 100)).status).toBe(200)
      await refundsAddUpTo(order, 100)
      await store.gateway.quiet()
      const database = store.container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
      // As two changes of the same moment leave it: both read it, and the second writes over the first.
      const lose = async () => {
        const wrong = { refunded_total: 200, raw_refunded_total: { value: "200", precision: 20 } }
        await database("order_summary")
          .where({ order_id: order.id })
          .update({ totals: database.raw("totals || ?::jsonb", JSON.stringify(wrong)) })
        const { summary } = await store.admin.order(order.id)
        return summary?.refunded_total === 200
      }
      // What looks at the order after the refund itself may be late, and would put it right again.
      await eventually("the summary has lost a change", lose)
      await store.gateway.sendCallbacks({ external_id: externalId })
      expect((await store.admin.order(order.id)).summary?.refunded_total).toBe(100)

      await store.gateway.callbacks("lose")
      await eventually("the summary has lost another change", lose)
      expect((await store.admin.refund(payment, 50)).status).toBe(200)
      await refundsAddUpTo(order, 150)
      await store.gateway.callbacks("normal")
    })

    it("sends nothing when the admin repeats a refund that the cabinet has made before", async () => {
      await store.gateway.callbacks("hold")
      const { order, externalId } = await placeOrderWithHeldCallbacks()
      await store.gateway.cabinet(externalId, "refund", { amount: 400 })
      expect((await store.admin.refund(store.admin.paymentOf(order), 400)).status).toBe(200)
      await store.gateway.flushCallbacks()
      await store.gateway.quiet()
      await expectBothLedgers(store.admin, store.gateway, order, {
        captured: total,
        refunded: "400.00",
      })
      await expectAsked(store.gateway, externalId, {})
      expect(witness.told(externalId)).toEqual([])
    })

    const placeOrderWithHeldCallbacks = async () => {
      await store.gateway.callbacks("normal")
      const placed = await placeOrder(store, atOnce)
      await store.gateway.callbacks("hold")
      return placed
    }

    it("says so, and sends nothing, when the admin captures a hold that the cabinet has canceled", async () => {
      const { order, externalId } = await placeOrder(store, holdFirst)
      await store.gateway.callbacks("hold")
      await store.gateway.cabinet(externalId, "cancel")
      const answer = await store.admin.capture(store.admin.paymentOf(order))
      expect(answer.status).toBe(400)
      expect(answer.text).toMatch(/only 0\.00 UAH left.*Nothing was sent/)
      await store.gateway.flushCallbacks()
      await store.gateway.quiet()
      await expectBothLedgers(store.admin, store.gateway, order, { canceled: total })
      await expectAsked(store.gateway, externalId, {})
    })

    it("records the money whose answer and whose ledger were both out of reach when the callback tells of it", async () => {
      const { order, externalId } = await placeOrder(store, atOnce)
      await store.gateway.callbacks("hold")
      await store.gateway.fault({ endpoint: "refund", kind: "drop_after" })
      await store.gateway.fault({ endpoint: "info", kind: "latency", ms: 0 })
      const refused = store.admin.refund(store.admin.paymentOf(order), 400)
      expect([200, 400]).toContain((await refused).status)
      await store.gateway.flushCallbacks()
      await store.gateway.quiet()
      await expectBothLedgers(store.admin, store.gateway, order, {
        captured: total,
        refunded: "400.00",
      })
      await expectOperations(store.gateway, externalId, { refund: atOnce.orders })
    })
  })
})
