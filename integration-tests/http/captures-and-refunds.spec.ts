import { placeOrder } from "../drivers/checkout"
import { expectBothLedgers } from "../drivers/two-ledgers"
import { runStore } from "../setup/run-store"
import { MERCHANT } from "../setup/store"

const second = { ...MERCHANT, id: "direct", capture: true }
const AT_ONCE_TOO = "pp_rozetkapay_direct"

runStore("The merchant in the admin dashboard", { capture: false, second }, (store) => {
  describe("with money that was held first", () => {
    it("captures the whole order", async () => {
      const { order } = await placeOrder(store)
      const answer = await store.admin.capture(store.admin.paymentOf(order))
      expect(answer.status).toBe(200)
      await expectBothLedgers(store.admin, store.gateway, order, { captured: "1319.99" })
      expect((await store.admin.order(order.id)).payment_status).toBe("captured")
    })

    it("captures a part, then another part, then the rest", async () => {
      const { order } = await placeOrder(store)
      const payment = store.admin.paymentOf(order)
      expect((await store.admin.capture(payment, 500.01)).status).toBe(200)
      await expectBothLedgers(store.admin, store.gateway, order, {
        captured: "500.01",
        held: "819.98",
      })
      expect((await store.admin.capture(payment, 19.98)).status).toBe(200)
      await expectBothLedgers(store.admin, store.gateway, order, {
        captured: "519.99",
        held: "800.00",
      })
      // Without an amount Medusa itself asks for the whole payment, and refuses: the rest must be named.
      expect((await store.admin.capture(payment, 800)).status).toBe(200)
      await expectBothLedgers(store.admin, store.gateway, order, { captured: "1319.99" })
    })

    it("shows staff what RozetkaPay has of a payment: sums, movements with their codes, the receipt", async () => {
      const { order, externalId } = await placeOrder(store)
      const payment = store.admin.paymentOf(order)
      await store.admin.capture(payment, 1000)
      await store.admin.refund(payment, 0.1)
      const shown = await store.admin.atRozetkaPay(payment)
      expect(shown).toMatchObject({
        payment_id: payment.id,
        external_id: externalId,
        unclear: null,
        ledger: { authorized: "1319.99", held: "319.99", captured: "1000.00", refunded: "0.10" },
      })
      const moved = shown.operations.map(({ operation, amount }) => [operation, Number(amount)])
      expect(moved).toEqual([
        ["payment", 1319.99],
        ["capture", 1000],
        ["refund", 0.1],
      ])
      expect(shown.operations[0]).toMatchObject({ status: "success", code: expect.any(String) })
      expect(JSON.stringify(shown)).not.toMatch(/token|recurrent|4111111111111111/i)
    })

    it("refuses to capture more than is held, and takes nothing", async () => {
      const { order } = await placeOrder(store)
      const answer = await store.admin.capture(store.admin.paymentOf(order), 1320)
      expect(answer.status).toBeGreaterThanOrEqual(400)
      await expectBothLedgers(store.admin, store.gateway, order, { held: "1319.99" })
    })

    it("refunds a part of a partial capture", async () => {
      const { order } = await placeOrder(store)
      const payment = store.admin.paymentOf(order)
      await store.admin.capture(payment, 1000)
      expect((await store.admin.refund(payment, 0.1)).status).toBe(200)
      await expectBothLedgers(store.admin, store.gateway, order, {
        held: "319.99",
        captured: "1000.00",
        refunded: "0.10",
      })
    })

    it("cancels the hold when the order is cancelled before it was captured", async () => {
      const { order } = await placeOrder(store)
      expect((await store.admin.cancel(order)).status).toBe(200)
      await store.gateway.quiet()
      await expectBothLedgers(store.admin, store.gateway, order, { canceled: "1319.99" })
      expect((await store.admin.order(order.id)).status).toBe("canceled")
    })

    it("gives the money back when the order is cancelled after it was captured", async () => {
      const { order } = await placeOrder(store)
      await store.admin.capture(store.admin.paymentOf(order))
      expect((await store.admin.cancel(order)).status).toBe(200)
      await store.gateway.quiet()
      await expectBothLedgers(store.admin, store.gateway, order, {
        captured: "1319.99",
        refunded: "1319.99",
      })
    })
  })

  describe("with money that was captured at once", () => {
    it("refunds a part, and later all that is left", async () => {
      const { order } = await placeOrder(store, { provider: AT_ONCE_TOO })
      const payment = store.admin.paymentOf(order)
      expect((await store.admin.refund(payment, 319.99)).status).toBe(200)
      await expectBothLedgers(store.admin, store.gateway, order, {
        captured: "1319.99",
        refunded: "319.99",
      })
      expect((await store.admin.refund(payment, 1000)).status).toBe(200)
      await expectBothLedgers(store.admin, store.gateway, order, {
        captured: "1319.99",
        refunded: "1319.99",
      })
      expect((await store.admin.order(order.id)).payment_status).toBe("refunded")
    })

    it("makes two refunds of the same amount when the merchant asks for two", async () => {
      const { order } = await placeOrder(store, { provider: AT_ONCE_TOO, goods: { socks: 4 } })
      const payment = store.admin.paymentOf(order)
      expect((await store.admin.refund(payment, 249.5)).status).toBe(200)
      expect((await store.admin.refund(payment, 249.5)).status).toBe(200)
      await expectBothLedgers(store.admin, store.gateway, order, {
        captured: "998.00",
        refunded: "499.00",
      })
    })

    it("refuses to refund more than was paid, and returns nothing", async () => {
      const { order } = await placeOrder(store, { provider: AT_ONCE_TOO })
      const answer = await store.admin.refund(store.admin.paymentOf(order), 1320)
      expect(answer.status).toBeGreaterThanOrEqual(400)
      await expectBothLedgers(store.admin, store.gateway, order, { captured: "1319.99" })
    })

    it("gives the money back when the order is cancelled", async () => {
      const { order } = await placeOrder(store, { provider: AT_ONCE_TOO })
      expect((await store.admin.cancel(order)).status).toBe(200)
      await store.gateway.quiet()
      await expectBothLedgers(store.admin, store.gateway, order, {
        captured: "1319.99",
        refunded: "1319.99",
      })
    })

    it("returns only the rest when a partly refunded order is cancelled", async () => {
      const { order } = await placeOrder(store, { provider: AT_ONCE_TOO })
      await store.admin.refund(store.admin.paymentOf(order), 300)
      expect((await store.admin.cancel(order)).status).toBe(200)
      await store.gateway.quiet()
      await expectBothLedgers(store.admin, store.gateway, order, {
        captured: "1319.99",
        refunded: "1319.99",
      })
    })
  })
})
