import { placeOrder } from "../drivers/checkout"
import { eventually } from "../drivers/eventually"
import { expectAsked } from "../drivers/gateway-operations"
import { minus } from "../drivers/kopiykas"
import { orderPage } from "../drivers/order-page"
import { outstanding } from "../drivers/payment-link"
import { bothLedgersBecome, expectBothLedgers } from "../drivers/two-ledgers"
import { witnessOf } from "../drivers/witness"
import { everyKind, SYSTEM_KINDS } from "../setup/kinds"
import { runStore } from "../setup/run-store"

runStore("Money moved outside of the store", everyKind(), (store) => {
  const witness = witnessOf(store)

  describe.each(SYSTEM_KINDS)("of $system", ({ system, atOnce, holdFirst }) => {
    const { total, orders } = atOnce

    /** What Medusa makes of the movements: nothing is due, nothing is owed, and its total says the same. */
    const expectOrder = async (
      { id }: { id: string },
      { refunded, payment_status }: { refunded: number; payment_status: string },
    ) => {
      const order = await eventually("the order shows it", async () => {
        const found = await store.admin.order(id)
        return found.payment_status === payment_status ? found : null
      })
      expect(order.total).toBe(Number(minus(total, String(refunded))))
      expect(await outstanding(store, id)).toBe(0)
      expect(order.payment_collections).toMatchObject([{ refunded_amount: refunded }])
    }

    it.each([
      { part: "a part", captured: "1108.79", canceled: minus(total, "1108.79") },
      { part: "the whole", captured: total, canceled: "0.00" },
    ])("returns $part that was captured in the cabinet, and no callback told, when the order is cancelled", async ({
      captured,
      canceled,
    }) => {
      const { order, externalId } = await placeOrder(store, holdFirst)
      await store.gateway.callbacks("lose")
      await store.gateway.cabinet(externalId, "confirm", { amount: captured })
      expect((await store.admin.cancel(order)).status).toBe(200)
      await bothLedgersBecome(store.admin, store.gateway, order, {
        captured,
        canceled,
        refunded: captured,
      })
    })

    const modes = ["normal", "double", "reverse"] as const
    describe.each(
      system === "rozetkapay" ? modes : modes.slice(1),
    )("with callbacks that arrive in the mode %s", (mode) => {
      it("records captures and refunds made in RozetkaPay's cabinet, each once, and sends nothing", async () => {
        const { order, externalId } = await placeOrder(store, holdFirst)
        await store.gateway.callbacks(mode)
        await store.gateway.cabinet(externalId, "confirm", { amount: 1000.5 })
        await store.gateway.cabinet(externalId, "refund", { amount: 100.5 })
        await store.gateway.cabinet(externalId, "refund", { amount: 100.5 })
        await store.gateway.cabinet(externalId, "confirm", { amount: minus(total, "1000.5") })
        await store.gateway.quiet()
        await expectBothLedgers(store.admin, store.gateway, order, {
          captured: total,
          refunded: "201.00",
        })
        const { summary, payment_status } = await store.admin.order(order.id)
        expect({ ...summary, payment_status }).toMatchObject({
          paid_total: Number(total),
          refunded_total: 201,
          payment_status: "partially_refunded",
        })
        await expectAsked(store.gateway, externalId, {})
        const told = witness.told(externalId)
        const sumOf = (name: string) =>
          told.reduce((sum, event) => sum + (event.name === name ? Number(event.amount) : 0), 0)
        expect(sumOf("rozetkapay.capture.recorded")).toBeCloseTo(Number(total), 2)
        expect(sumOf("rozetkapay.refund.recorded")).toBeCloseTo(201, 2)
      })

      it("records a hold that was canceled in the cabinet or by the bank, once", async () => {
        for (const release of [
          (id: string) => store.gateway.cabinet(id, "cancel"),
          (id: string) => store.gateway.bank(id, "hold-cancelled"),
        ]) {
          await store.gateway.callbacks("normal")
          const { order, externalId } = await placeOrder(store, holdFirst)
          await store.gateway.callbacks(mode)
          await release(externalId)
          await store.gateway.quiet()
          await expectBothLedgers(store.admin, store.gateway, order, { canceled: total })
          await expectAsked(store.gateway, externalId, {})
          expect(witness.told(externalId)).toEqual([
            { name: "rozetkapay.authorization.canceled", amount: total, reason: "made_elsewhere" },
          ])
          expect((await store.admin.capture(store.admin.paymentOf(order))).status).toBe(400)
        }
      })
    })

    it("records a capture of a part whose rest the cabinet cancels, and keeps the part", async () => {
      const { order, externalId } = await placeOrder(store, holdFirst)
      await store.gateway.cabinet(externalId, "confirm", { amount: 1000 })
      await store.gateway.cabinet(externalId, "cancel")
      await store.gateway.quiet()
      await expectBothLedgers(store.admin, store.gateway, order, {
        captured: "1000.00",
        canceled: minus(total, 1000),
      })
      await expectAsked(store.gateway, externalId, {})
      expect((await store.admin.refund(store.admin.paymentOf(order), 1000)).status).toBe(200)
    })

    it("records a chargeback as money that went back", async () => {
      const { order, externalId } = await placeOrder(store, atOnce)
      await store.gateway.bank(externalId, "chargeback")
      await store.gateway.quiet()
      await expectBothLedgers(store.admin, store.gateway, order, {
        captured: total,
        refunded: total,
      })
      await expectAsked(store.gateway, externalId, {})
      expect(await witness.hears("rozetkapay.refund.recorded", externalId)).toMatchObject({
        amount: total,
      })
      expect(witness.logged("rozetkapay.refund.recorded", externalId)).toHaveLength(1)
      expect((await store.admin.order(order.id)).payment_status).toBe("refunded")
    })

    it("records a refund of an order that was cancelled, or whose edit is open", async () => {
      const { order, externalId } = await placeOrder(store, atOnce)
      await store.admin.api.attempt("/admin/order-edits", { order_id: order.id })
      await store.gateway.cabinet(externalId, "refund", { amount: 19.99 })
      await store.gateway.quiet()
      await expectBothLedgers(store.admin, store.gateway, order, {
        captured: total,
        refunded: "19.99",
      })
      expect((await store.admin.order(order.id)).summary?.refunded_total).toBe(19.99)
      expect(witness.logged("total can't be lowered", order.id)).toHaveLength(1)
    })

    it("counts a deferred refund as made, and leaves it when it succeeds", async () => {
      const { order, externalId } = await placeOrder(store, atOnce)
      await store.gateway.balance(atOnce.login, "0.00")
      expect((await store.admin.refund(store.admin.paymentOf(order), 500)).status).toBe(200)
      await store.gateway.quiet()
      const half = { captured: total, refunded: "500.00" }
      await expectBothLedgers(store.admin, store.gateway, order, half)
      await store.gateway.endRefunds(externalId, "settle")
      await store.gateway.quiet()
      await expectBothLedgers(store.admin, store.gateway, order, half)
      await expectAsked(store.gateway, externalId, { refund: orders })
      expect(witness.told(externalId)).toEqual([])
    })

    it("shows an order as paid in full again when its only refund fails", async () => {
      const { order, externalId } = await placeOrder(store, atOnce)
      await store.gateway.balance(atOnce.login, "0.00")
      expect((await store.admin.refund(store.admin.paymentOf(order), 100)).status).toBe(200)
      await store.gateway.quiet()
      await store.gateway.endRefunds(externalId, "fail")
      await store.gateway.quiet()
      await bothLedgersBecome(store.admin, store.gateway, order, { captured: total })
      await expectOrder(order, { refunded: 0, payment_status: "captured" })
    })

    it("shows an order as paid in full again when the bank gives a charged-back part back", async () => {
      // The other APIs' answers tell of no representment.
      if (system !== "rozetkapay") return
      const { order, externalId } = await placeOrder(store, atOnce)
      await store.gateway.bank(externalId, "chargeback", { amount: 500 })
      await store.gateway.quiet()
      await bothLedgersBecome(store.admin, store.gateway, order, {
        captured: total,
        refunded: "500.00",
      })
      await store.gateway.bank(externalId, "representment")
      await store.gateway.quiet()
      await bothLedgersBecome(store.admin, store.gateway, order, { captured: total })
      await expectOrder(order, { refunded: 0, payment_status: "captured" })
    })

    it("takes a deferred refund that fails out of the order again, says so, and lets the admin repeat it", async () => {
      const { order, externalId } = await placeOrder(store, atOnce)
      const payment = store.admin.paymentOf(order)
      expect((await store.admin.refund(payment, 300)).status).toBe(200)
      await store.gateway.balance(atOnce.login, "0.00")
      expect((await store.admin.refund(payment, 500)).status).toBe(200)
      await store.gateway.quiet()
      await store.gateway.endRefunds(externalId, "fail")
      await store.gateway.quiet()
      await bothLedgersBecome(store.admin, store.gateway, order, {
        captured: total,
        refunded: "300.00",
      })
      expect((await store.admin.order(order.id)).summary?.refunded_total).toBe(300)
      // As it was after the first refund: nothing is owed to anybody.
      await expectOrder(order, { refunded: 300, payment_status: "partially_refunded" })
      expect(witness.told(externalId)).toEqual([
        { name: "rozetkapay.payment.failed", amount: "500.00", reason: "refund_failed" },
      ])
      expect(witness.logged("rozetkapay.payment.failed", externalId)).toHaveLength(1)

      await store.gateway.balance(atOnce.login, null)
      expect((await store.admin.refund(payment, 500)).status).toBe(200)
      await store.gateway.quiet()
      await expectBothLedgers(store.admin, store.gateway, order, {
        captured: total,
        refunded: "800.00",
      })
      expect((await store.admin.order(order.id)).summary?.refunded_total).toBe(800)
    })
  })

  describe("A refund that waits for the merchant's balance", () => {
    const [{ atOnce }] = SYSTEM_KINDS
    const { total } = atOnce

    const refundThatWaits = async () => {
      const placed = await placeOrder(store, atOnce)
      const payment = store.admin.paymentOf(placed.order)
      await store.gateway.balance(atOnce.login, "0.00")
      expect((await store.admin.refund(payment, 500)).status).toBe(200)
      await store.gateway.quiet()
      const move = (action: "retry" | "cancel") => store.admin.moveDeferredRefund(payment, action)
      return { ...placed, payment, move }
    }

    it("is tried again by staff, waits on while the balance is too small, and is made when it suffices", async () => {
      const { order, externalId, payment, move } = await refundThatWaits()
      const another = orderPage(store.admin.api).cancelRefund(payment.id, {
        seen: { amount: "10.00" },
      })
      await expect(another).rejects.toMatchObject({ status: 409, code: "moved_meanwhile" })
      expect(await move("retry")).toMatchObject({ status: 200, json: { refund: "waiting" } })
      await store.gateway.balance(atOnce.login, null)
      const made = { refund: "made", ledger: { captured: total, refunded: "500.00" } }
      expect(await move("retry")).toMatchObject({ status: 200, json: made })
      expect(await move("retry")).toMatchObject({
        status: 400,
        json: { code: "no_deferred_refund" },
      })
      await store.gateway.quiet()
      await expectBothLedgers(store.admin, store.gateway, order, made.ledger)
      expect(witness.told(externalId)).toEqual([])
    })

    it("is given up by staff: the order is paid as before, whoever else presses at that moment, and can be refunded anew", async () => {
      const { order, payment, externalId, move } = await refundThatWaits()
      const answers = await Promise.all([move("cancel"), move("cancel"), move("retry")])
      const statuses = answers.map(({ status }) => status).sort()
      expect(statuses[0]).toBe(200)
      await store.gateway.quiet()
      await bothLedgersBecome(store.admin, store.gateway, order, { captured: total })
      expect(witness.told(externalId)).toEqual([
        { name: "rozetkapay.payment.failed", amount: "500.00", reason: "refund_failed" },
      ])
      await store.gateway.balance(atOnce.login, null)
      expect((await store.admin.refund(payment, 500)).status).toBe(200)
      await store.gateway.quiet()
      const refunded = { captured: total, refunded: "500.00" }
      await expectBothLedgers(store.admin, store.gateway, order, refunded)
    })

    it("is told truly when RozetkaPay's answer to the cancellation is lost", async () => {
      const { order, move } = await refundThatWaits()
      await store.gateway.fault({ endpoint: "refund_cancel", kind: "drop_after", times: 1 })
      expect(await move("cancel")).toMatchObject({ status: 200, json: { refund: "failed" } })
      await store.gateway.quiet()
      await bothLedgersBecome(store.admin, store.gateway, order, { captured: total })
    })

    it("does not exist for a payment of another kind, or one that has none, and the code says so", async () => {
      const { order, externalId } = await placeOrder(store, atOnce)
      const payment = store.admin.paymentOf(order)
      expect(await store.admin.moveDeferredRefund(payment, "cancel")).toMatchObject({
        status: 400,
        json: { code: "no_deferred_refund" },
      })
      await expectAsked(store.gateway, externalId, { refund: 0 })
      const legacy = SYSTEM_KINDS.find(({ system }) => system === "rozetkapay-legacy")
      if (!legacy) throw new Error("No legacy kind")
      const old = store.admin.paymentOf((await placeOrder(store, legacy.atOnce)).order)
      expect(await store.admin.moveDeferredRefund(old, "retry")).toMatchObject({
        status: 400,
        json: { code: "refunds_not_deferred" },
      })
    })

    it("its callback is sent once more when staff ask for it, and changes nothing", async () => {
      const { order, externalId, payment } = await refundThatWaits()
      expect(await store.admin.resendCallback(payment)).toMatchObject({ status: 202 })
      await store.gateway.quiet()
      const asked = await store.gateway.requests({ external_id: externalId })
      expect(asked.filter(({ endpoint }) => endpoint === "resend")).toHaveLength(1)
      const refunded = { captured: total, refunded: "500.00" }
      await expectBothLedgers(store.admin, store.gateway, order, refunded)
    })
  })
})
