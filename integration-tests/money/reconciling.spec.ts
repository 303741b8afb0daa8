import { Modules } from "@medusajs/framework/utils"
import reconcilePayments from "../../src/jobs/reconcile-payments"
import { errorMessage } from "../../src/log/error-message"
import { openCheckout } from "../drivers/checkout"
import { expectAsked } from "../drivers/gateway-operations"
import { send } from "../drivers/json-http"
import { minus } from "../drivers/kopiykas"
import { bothLedgersBecome, expectBothLedgers } from "../drivers/two-ledgers"
import { witnessOf } from "../drivers/witness"
import { reconcile } from "../drivers/workflows"
import { everyKind, type Kind, SYSTEM_KINDS } from "../setup/kinds"
import { runStore } from "../setup/run-store"

const DAY = 24 * 60 * 60 * 1000

runStore("A store whose callbacks were all lost", everyKind(), (store) => {
  const witness = witnessOf(store)
  beforeEach(() => store.gateway.callbacks("lose"))

  /** A placed order although no callback comes: the shopper comes back and presses the button. */
  const placeByHand = async (how?: Kind) => {
    const checkout = await openCheckout(store, how)
    await store.gateway.pay(checkout.externalId)
    await store.shopper.complete(checkout.cart)
    return { ...checkout, order: await store.admin.theOrderOf(checkout.cart) }
  }

  describe.each(SYSTEM_KINDS)("and that is paid through $system", ({ atOnce, holdFirst }) => {
    const { total } = atOnce

    it("places the order of a shopper who paid and left; a dry run only lists it", async () => {
      const { cart, externalId } = await openCheckout(store, atOnce)
      const unpaid = await openCheckout(store, atOnce)
      await store.gateway.pay(externalId)

      const planned = await reconcile(store, { dry_run: true })
      expect(planned.differences).toEqual([
        { external_id: externalId, action: "place_order", outcome: null, error: null },
      ])
      expect(await store.admin.ordersOf(cart)).toEqual([])

      const made = await reconcile(store)
      expect(made.differences).toEqual([
        { external_id: externalId, action: "place_order", outcome: "order_placed", error: null },
      ])
      const order = await store.admin.theOrderOf(cart)
      await expectBothLedgers(store.admin, store.gateway, order, { captured: total })
      expect(await store.admin.ordersOf(unpaid.cart)).toEqual([])
      expect((await reconcile(store)).differences).toEqual([])
    })

    it("finds a hold that is gone, a capture and a refund made in the cabinet, and a refund that failed", async () => {
      const gone = await placeByHand(holdFirst)
      await store.gateway.bank(gone.externalId, "hold-cancelled")
      const captured = await placeByHand(holdFirst)
      await store.gateway.cabinet(captured.externalId, "confirm")
      const failed = await placeByHand(atOnce)
      await store.gateway.balance(atOnce.login, "0.00")
      await store.admin.refund(store.admin.paymentOf(failed.order), 500)
      await store.gateway.endRefunds(failed.externalId, "fail")

      const { differences } = await reconcile(store)
      expect(differences.map(({ error }) => error)).toEqual([null, null, null])
      await expectBothLedgers(store.admin, store.gateway, gone.order, { canceled: total })
      await expectBothLedgers(store.admin, store.gateway, captured.order, { captured: total })
      await expectBothLedgers(store.admin, store.gateway, failed.order, { captured: total })
      expect(witness.told(failed.externalId)).toMatchObject([{ reason: "refund_failed" }])
      await expectAsked(store.gateway, captured.externalId, {})
      expect((await reconcile(store)).differences).toEqual([])
    })

    it("finds in RozetkaPay's own ledgers what no open payment shows: a cabinet's refund, an orphan, no stranger", async () => {
      const { order, externalId } = await placeByHand(atOnce)
      await store.gateway.cabinet(externalId, "refund", { amount: 20 })
      const orphan = await openCheckout(store, atOnce)
      await store.gateway.pay(orphan.externalId)
      await store.shopper.addToCart(orphan.cart, "socks")
      const stranger = {
        external_id: "order-77",
        amount: 55.5,
        currency: "UAH",
        state: "captured" as const,
      }
      await store.gateway.paymentBySomebodyElse({
        ...stranger,
        created_at: new Date(Date.now() - 3 * DAY).toISOString(),
      })

      const planned = await reconcile(store, { report_days: 14, dry_run: true })
      expect(planned.announced).toMatchObject([{ external_id: orphan.externalId }])
      await expectAsked(store.gateway, orphan.externalId, {})

      await store.gateway.callbacks("normal")
      const made = await reconcile(store, { report_days: 14 })
      expect(made.errors).toEqual([])
      await store.gateway.quiet()
      await expectBothLedgers(store.admin, store.gateway, order, {
        captured: total,
        refunded: "20.00",
      })
      const back = await store.gateway.payment(orphan.externalId)
      expect(back.ledger.refunded).toBe(total)
      expect(witness.told(orphan.externalId)).toMatchObject([{ reason: "orphaned" }])
      expect((await store.gateway.payment("order-77")).ledger.refunded).toBe("0.00")
      expect(await store.gateway.requests({ external_id: "order-77" })).toEqual([])
    })

    it("cancels and refunds for cancelled orders what the gateway refused at first, and says so meanwhile", async () => {
      const held = await placeByHand(holdFirst)
      const part = await placeByHand(holdFirst)
      await store.admin.capture(store.admin.paymentOf(part.order), 1000)
      const paid = await placeByHand(atOnce)
      // Of a batch a part of the hold is canceled by the orders' own "cancel".
      for (const endpoint of new Set([holdFirst.endpoints.cancel, "cancel", "refund"])) {
        await store.gateway.fault({ endpoint, kind: "500_before", times: 0 })
      }
      for (const { order } of [held, part, paid]) {
        expect((await store.admin.cancel(order)).status).toBe(200)
      }
      const said = ({ id }: { id: string }) => ["cancelled order", id, "may still"]
      for (const { order } of [held, part, paid]) await witness.reads(...said(order))
      await bothLedgersBecome(store.admin, store.gateway, paid.order, { captured: total })
      const during = await reconcile(store)
      expect(during.differences.map(({ action }) => action)).toEqual(["error", "error", "error"])
      for (const { order } of [held, part, paid]) {
        expect(witness.logged(...said(order))).toHaveLength(1)
      }

      await store.gateway.clearFaults()
      await reconcile(store)
      await expectBothLedgers(store.admin, store.gateway, held.order, { canceled: total })
      await expectBothLedgers(store.admin, store.gateway, part.order, {
        captured: "1000.00",
        refunded: "1000.00",
        canceled: minus(total, 1000),
      })
      await expectBothLedgers(store.admin, store.gateway, paid.order, {
        captured: total,
        refunded: total,
      })
      expect((await reconcile(store)).differences).toEqual([])
      expect((await store.admin.order(paid.order.id)).summary).toMatchObject({
        paid_total: Number(total),
        refunded_total: Number(total),
      })
    })
  })

  it("goes on without a provider that was taken out of medusa-config.ts", async () => {
    const { cart, externalId } = await openCheckout(store)
    await store.gateway.pay(externalId)
    const database = store.container.resolve("__pg_connection__")
    // Medusa never disables the row of a provider that it does not load any more.
    for (const id of ["pp_rozetkapay-legacy_gone", "pp_rozetkapay_gone"]) {
      await database("payment_provider").insert({ id, is_enabled: true })
    }
    expect((await reconcile(store)).errors).toEqual([])
    const order = await store.admin.theOrderOf(cart)
    await expectBothLedgers(store.admin, store.gateway, order, { captured: "1319.99" })
    for (const gone of ["pp_rozetkapay_gone", "gone", "pp_rozetkapay-legacy_gone"]) {
      const answer = await send(`${store.url}/hooks/rozetkapay/${gone}`, {
        method: "POST",
        body: {},
      })
      expect(answer.status).toBe(404)
    }
  })

  it("puts right an order whose transaction was lost, and a refund that a crash cut off", async () => {
    const { order, externalId } = await placeByHand()
    const payment = store.admin.paymentOf(order)
    await store.admin.refund(payment, 100)
    const orders = store.container.resolve(Modules.ORDER)
    const [written] = await orders.listOrderTransactions({
      order_id: order.id,
      reference: "refund",
    })
    // Killed right after the row was written, long ago: no mark, no transaction.
    const database = store.container.resolve("__pg_connection__")
    await orders.deleteOrderTransactions([written.id])
    await database.raw(
      "update refund set created_at = now() - interval '5 minutes', metadata = null where payment_id = ?",
      [payment.id],
    )
    expect((await reconcile(store, { dry_run: true })).differences).toMatchObject([
      { external_id: externalId, action: "repair_order" },
    ])
    await reconcile(store)
    await expectBothLedgers(store.admin, store.gateway, order, {
      captured: "1319.99",
      refunded: "100.00",
    })
    const after = await orders.listOrderTransactions({ order_id: order.id, reference: "refund" })
    expect(after.map(({ amount }) => Number(amount))).toEqual([-100])
    await expectAsked(store.gateway, externalId, { refund: 1 })
    expect((await reconcile(store)).differences).toEqual([])
  })

  it("runs one at a time, no faster than ten payments a second, and as the scheduled job", async () => {
    for (let count = 0; count < 5; count += 1) await openCheckout(store)
    const begun = Date.now()
    const runs = await Promise.allSettled([reconcile(store), reconcile(store)])
    expect(Date.now() - begun).toBeGreaterThanOrEqual(500)
    expect(runs.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    const [turnedAway] = runs.flatMap((run) => (run.status === "rejected" ? [run.reason] : []))
    expect(errorMessage(turnedAway)).toMatch(/acquire lock .*rozetkapay-reconcile/)

    const { cart, externalId } = await openCheckout(store)
    await store.gateway.pay(externalId)
    // Six minutes later: the callback had its time.
    const database = store.container.resolve("__pg_connection__")
    await database.raw(
      "update payment_session set created_at = now() - interval '6 minutes' where id = ?",
      [externalId],
    )
    await reconcilePayments(store.container, { scheduledFor: new Date("2026-01-01T00:10:00Z") })
    await store.admin.theOrderOf(cart)
    expect(witness.logged("reconciled provider_id=pp_rozetkapay_rozetkapay")).toHaveLength(1)
  })

  it("leaves a young payment to its callback", async () => {
    const { cart, externalId } = await openCheckout(store)
    await store.gateway.pay(externalId)
    const asked = await store.gateway.requests({ external_id: externalId })
    await reconcilePayments(store.container, { scheduledFor: new Date("2026-01-01T00:10:00Z") })
    await reconcilePayments(store.container, { scheduledFor: new Date("2026-01-01T00:11:00Z") })
    // First what could have placed it, so that a failure names it.
    expect(await store.gateway.newestCallback(externalId)).toMatchObject({ state: "lost" })
    expect(await store.gateway.requests({ external_id: externalId })).toEqual(asked)
    expect(await store.admin.ordersOf(cart)).toEqual([])
  })
})
