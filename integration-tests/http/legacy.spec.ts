import { DEFAULT_LEGACY_MERCHANT } from "../../sandbox/merchants"
import type { Order } from "../drivers/admin"
import { retell } from "../drivers/callback-signer"
import { openCheckout } from "../drivers/checkout"
import { expectBothLedgers, type Ledger } from "../drivers/two-ledgers"
import { reconcile } from "../drivers/workflows"
import { OLD, OLD_HOLD } from "../setup/further-instances"
import { runStore } from "../setup/run-store"
import { idOfSecond } from "../setup/second-instance"
import { ROZETKAPAY, type Store } from "../setup/store"

const { posId, apiSecret } = DEFAULT_LEGACY_MERCHANT
const HOLD_BY_SHA1 = { ...OLD_HOLD, authentication: "sha1" }
const ONE_STEP = idOfSecond(OLD)
const TWO_STEP = idOfSecond(HOLD_BY_SHA1)

async function placeOrder(store: Store, provider: string, data?: Record<string, unknown>) {
  const cart = await store.shopper.fillCart()
  const session = await store.shopper.openSession(cart, provider, data)
  const externalId = String(session.data.external_id)
  if (!data) await store.gateway.pay(externalId)
  await store.gateway.quiet()
  const order = data
    ? (await store.shopper.complete(cart)).order && (await store.admin.theOrderOf(cart))
    : await store.admin.theOrderOf(cart)
  if (!order) throw new Error("The order was not placed")
  return { cart, session, externalId, order }
}

runStore(
  "A store whose contract is the old one",
  { capture: true, second: [OLD, HOLD_BY_SHA1] },
  (store) => {
    const ledgers = (order: Order, expected: Partial<Ledger>) =>
      expectBothLedgers(store.admin, store.gateway, order, expected)

    it("sells on RozetkaPay's page: the signed webhook alone places the order", async () => {
      const { session, order } = await placeOrder(store, ONE_STEP)
      expect(session.data).toMatchObject({ mode: "hosted", external_id: session.id })
      expect(String(session.data.checkout_url)).toMatch(/^http/)
      await ledgers(order, { captured: "1319.99" })
      expect((await store.admin.order(order.id)).payment_status).toBe("captured")
    })

    it("holds first, captures in parts, and refunds in parts", async () => {
      const { order } = await placeOrder(store, TWO_STEP)
      const payment = store.admin.paymentOf(order)
      await ledgers(order, { held: "1319.99" })
      expect((await store.admin.capture(payment, 1000)).status).toBe(200)
      expect((await store.admin.refund(payment, 0.1)).status).toBe(200)
      expect((await store.admin.refund(payment, 99.9)).status).toBe(200)
      await store.gateway.quiet()
      await ledgers(order, { held: "319.99", captured: "1000.00", refunded: "100.00" })
      const { ledger, operations, remarks } = await store.admin.atRozetkaPay(payment)
      expect(ledger).toMatchObject({ held: "319.99", captured: "1000.00", refunded: "100.00" })
      expect(operations.map(({ operation }) => operation)).toEqual([
        "payment",
        "capture",
        "refund",
        "refund",
      ])
      expect(remarks).toMatchObject({ properties: { medusa_capture: "false" }, dccRates: [] })
    })

    it("cancels the hold of an order that is cancelled, and returns what was captured", async () => {
      const held = await placeOrder(store, TWO_STEP)
      expect((await store.admin.cancel(held.order)).status).toBe(200)
      const taken = await placeOrder(store, ONE_STEP)
      expect((await store.admin.cancel(taken.order)).status).toBe(200)
      await store.gateway.quiet()
      await ledgers(held.order, { canceled: "1319.99" })
      await ledgers(taken.order, { captured: "1319.99", refunded: "1319.99" })
    })

    it.each([
      "cc_token",
      "google_pay",
      "apple_pay",
    ] as const)("charges a token of %s in the store itself, once, and refunds it", async (type) => {
      const token = await store.gateway.token(type, "4111111111111111", posId)
      const data = { mode: "direct", payment_method: { type, token } }
      const { order, session } = await placeOrder(store, ONE_STEP, data)
      expect(JSON.stringify(session.data)).not.toContain(token)
      expect((await store.admin.refund(store.admin.paymentOf(order), 19.99)).status).toBe(200)
      await store.gateway.quiet()
      await ledgers(order, { captured: "1319.99", refunded: "19.99" })
    })

    it("sends the shopper to the bank for Privat24 and payment by parts", async () => {
      for (const payment_method of [{ type: "privat24" }, { type: "privat_parts", parts: 3 }]) {
        const cart = await store.shopper.fillCart()
        const session = await store.shopper.openSession(cart, ONE_STEP, {
          mode: "direct",
          payment_method,
        })
        expect(String(session.data.checkout_url)).toMatch(/^http/)
        expect((await store.shopper.complete(cart)).order).toBeUndefined()
      }
    })

    it("tells the shopper of a refusal in words, and the same cart goes on", async () => {
      const { cart, externalId } = await openCheckout(store, { provider: ONE_STEP })
      await store.gateway.pay(externalId, { card: "4444333322221111" })
      await store.gateway.quiet()
      expect(await store.admin.ordersOf(cart)).toEqual([])
      const answer = await store.shopper.complete(cart)
      expect(answer.reason).toMatch(/\S+ \S+/)
      await store.gateway.pay(externalId)
      await store.gateway.quiet()
      expect((await store.admin.theOrderOf(cart)).payment_status).toBe("captured")
    })

    it("refuses what the old contract does not have: saved cards and later payments", async () => {
      for (const data of [
        { mode: "direct", payment_method: { type: "cc_token", token: "12345678" }, save: true },
        { remember: true },
        { off_session: true },
      ]) {
        const cart = await store.shopper.fillCart()
        const answer = await store.shopper.tryToOpenSession(cart, ONE_STEP, data)
        expect(answer.status).toBe(400)
      }
      const cart = await store.shopper.fillCart()
      const data = { mode: "direct", payment_method: { type: "privat24" } }
      const answer = await store.shopper.tryToOpenSession(cart, "pp_rozetkapay_rozetkapay", data)
      expect(answer.status).toBe(400)
    })

    it("refuses a webhook with another signature, and changes nothing", async () => {
      await store.gateway.callbacks("lose")
      const { cart, externalId } = await openCheckout(store, { provider: ONE_STEP })
      await store.gateway.pay(externalId)
      const webhook = await store.gateway.newestCallback(externalId)
      expect((await retell(webhook, `${apiSecret} `)).status).toBe(401)
      expect(await store.admin.ordersOf(cart)).toEqual([])
      // The same words with the right one are believed.
      expect((await retell(webhook, apiSecret)).status).toBe(200)
      await store.admin.theOrderOf(cart)
    })

    it("returns what is paid on a page that the cart has left behind", async () => {
      const cart = await store.shopper.fillCart()
      const left = await store.shopper.openSession(cart, ONE_STEP)
      await store.shopper.openSession(cart, TWO_STEP)
      await store.gateway.pay(left.id)
      await store.gateway.quiet()
      expect(await store.admin.ordersOf(cart)).toEqual([])
      const { ledger } = await store.gateway.payment(left.id)
      expect(ledger).toMatchObject({ captured: "1319.99", refunded: "1319.99" })
    })

    it("does not capture or refund twice when an answer was lost", async () => {
      const { order } = await placeOrder(store, TWO_STEP)
      const payment = store.admin.paymentOf(order)
      await store.gateway.fault({ endpoint: "confirm", kind: "drop_after", times: 1 })
      expect((await store.admin.capture(payment, 1319.99)).status).toBe(200)
      await store.gateway.fault({ endpoint: "refund", kind: "drop_after", times: 1 })
      expect((await store.admin.refund(payment, 300)).status).toBe(200)
      await store.gateway.quiet()
      await ledgers(order, { captured: "1319.99", refunded: "300.00" })
    })

    it("records what was done in RozetkaPay's cabinet, and finds by reconciling what no webhook told", async () => {
      const { order, externalId } = await placeOrder(store, ONE_STEP)
      await store.gateway.cabinet(externalId, "refund", { amount: 250 })
      await store.gateway.quiet()
      await ledgers(order, { captured: "1319.99", refunded: "250.00" })

      await store.gateway.callbacks("lose")
      const lost = await openCheckout(store, { provider: ONE_STEP })
      await store.gateway.pay(lost.externalId)
      await reconcile(store)
      await ledgers(await store.admin.theOrderOf(lost.cart), { captured: "1319.99" })
    })

    it("keeps capturing, refunding and recording old payments after the region has moved to the current API", async () => {
      const held = await placeOrder(store, TWO_STEP)
      const taken = await placeOrder(store, ONE_STEP)
      const move = { payment_providers: [ROZETKAPAY] }
      const moved = await store.admin.api.attempt(`/admin/regions/${store.seed.regionId}`, move)
      expect(moved.status).toBe(200)
      const cart = await store.shopper.fillCart()
      expect((await store.shopper.tryToOpenSession(cart, ONE_STEP)).status).toBe(400)

      const payment = store.admin.paymentOf(held.order)
      expect((await store.admin.capture(payment, 1000)).status).toBe(200)
      expect((await store.admin.refund(payment, 500)).status).toBe(200)
      await store.gateway.cabinet(taken.externalId, "refund", { amount: 19.99 })
      await store.gateway.quiet()
      await ledgers(held.order, { held: "319.99", captured: "1000.00", refunded: "500.00" })
      await ledgers(taken.order, { captured: "1319.99", refunded: "19.99" })

      const session = await store.shopper.openSession(cart, ROZETKAPAY)
      await store.gateway.pay(session.id)
      await store.gateway.quiet()
      await ledgers(await store.admin.theOrderOf(cart), { captured: "1319.99" })
    })
  },
)
