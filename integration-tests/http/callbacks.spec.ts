import { setTimeout as pause } from "node:timers/promises"
import { deliver, paymentCallback, signature } from "../drivers/callback-signer"
import { openCheckout, placeOrder } from "../drivers/checkout"
import { eventually } from "../drivers/eventually"
import { expectBothLedgers } from "../drivers/two-ledgers"
import { AT_ONCE, BOTH_KINDS, HOLD_FIRST } from "../setup/both-kinds"
import { runStore } from "../setup/run-store"
import { MERCHANT } from "../setup/store"

/** Medusa's own route waits five seconds before it looks at a callback. */
const BUILT_IN_DELAY_MS = 6_000

runStore("A store that RozetkaPay calls back", BOTH_KINDS, (store) => {
  describe.each([AT_ONCE, HOLD_FIRST])("$title", ({ provider, providerId, capture, money }) => {
    it("places one order, with one payment, from ten callbacks at the same moment", async () => {
      await store.gateway.callbacks("lose")
      const { cart, externalId } = await openCheckout(store, { provider })
      await store.gateway.pay(externalId)
      await store.gateway.callbacks("normal")
      const answers = await store.gateway.sendCallbacks({
        external_id: externalId,
        copies: 10,
        concurrently: true,
      })
      await store.gateway.quiet()
      expect(answers).toHaveLength(10)
      // 503 asks the gateway to call again; anything else but 200 would be a fault.
      for (const { status } of answers) expect([200, 503]).toContain(status)
      const order = await store.admin.theOrderOf(cart)
      await expectBothLedgers(store.admin, store.gateway, order, money)
      expect(store.admin.paymentOf(order).captures).toHaveLength(capture ? 1 : 0)
    })

    it("answers 200 to repeated callbacks of a synced payment, and changes nothing", async () => {
      const { order, externalId } = await placeOrder(store, { provider })
      const before = await store.admin.order(order.id)
      const answers = await store.gateway.sendCallbacks({ external_id: externalId, copies: 3 })
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
      expect(await store.admin.order(order.id)).toEqual(before)
    })

    it.each([
      "urlsafe",
      "standard",
    ] as const)("accepts signatures in the %s alphabet", async (alphabet) => {
      await store.gateway.quirks({ signature_alphabet: alphabet })
      const { order } = await placeOrder(store, { provider })
      await expectBothLedgers(store.admin, store.gateway, order, money)
    })

    it("works whatever the gateway's undocumented details are", async () => {
      await store.gateway.quirks({
        one_step_confirmed: true,
        hold_method: "purchase",
        hold_status_code: "amount_was_successfully_blocked",
        amounts_as_numbers: true,
        empty_fields: "absent",
        empty_lists: "empty",
        pending_first: true,
      })
      const { order } = await placeOrder(store, { provider })
      await expectBothLedgers(store.admin, store.gateway, order, money)
    })

    it("syncs callbacks at Medusa's own webhook route too", async () => {
      await store.gateway.callbacks("lose")
      const { cart, externalId } = await openCheckout(store, { provider })
      await store.gateway.pay(externalId)
      const { body } = await store.gateway.newestCallback(externalId)
      const answer = await deliver(`${store.url}/hooks/payment/rozetkapay_${providerId}`, body, {
        signature: signature(body, MERCHANT.password),
      })
      expect(answer.status).toBe(200)
      const order = await eventually("the order is placed and paid", async () => {
        const [found] = await store.admin.ordersOf(cart)
        return found?.payment_collections[0]?.payments?.length ? found : undefined
      })
      await expectBothLedgers(store.admin, store.gateway, order, money)
    })

    it.each([provider, providerId])("is reached at the address with %s", async (name) => {
      await store.gateway.callbacks("lose")
      const { cart, externalId } = await openCheckout(store, { provider })
      await store.gateway.pay(externalId)
      const { body } = await store.gateway.newestCallback(externalId)
      const answer = await deliver(`${store.url}/hooks/rozetkapay/${name}`, body, {
        signature: signature(body, MERCHANT.password),
      })
      expect(answer.status).toBe(200)
      await expectBothLedgers(store.admin, store.gateway, await store.admin.theOrderOf(cart), money)
    })

    it("accepts a signature without its padding, and no money from an order that is paid on delivery", async () => {
      const { cart, externalId } = await openCheckout(store, { provider })
      const paid = paymentCallback({ external_id: externalId, amount: "1338.99", currency: "UAH" })
      const body = paid.replace("transaction_successful", "order_with_postpayment_confirmed")
      expect(body).not.toBe(paid)
      const answer = await deliver(`${store.url}/hooks/rozetkapay/${provider}`, body, {
        signature: signature(body, MERCHANT.password).replace(/=$/, ""),
      })
      expect(answer.status).toBe(200)
      expect(await store.shopper.isOpen(cart)).toBe(true)
      expect(await store.admin.ordersOf(cart)).toEqual([])
    })

    it("never completes a stranger's cart for a session that is gone", async () => {
      await store.gateway.callbacks("lose")
      const stranger = await openCheckout(store, { provider })
      const gone = await openCheckout(store, { provider })
      await store.gateway.pay(gone.externalId)
      // The cart's total changes, so Medusa deletes the session that was just paid.
      await store.shopper.addToCart(gone.cart, "socks")
      expect(await store.shopper.sessions(gone.cart)).toEqual([])

      const own = await store.gateway.sendCallbacks({ external_id: gone.externalId })
      expect(own.map(({ status }) => status)).toEqual([200])
      const { body } = await store.gateway.newestCallback(gone.externalId)
      const signed = { signature: signature(body, MERCHANT.password) }
      const builtIn = `${store.url}/hooks/payment/rozetkapay_${providerId}`
      expect((await deliver(builtIn, body, signed)).status).toBe(200)
      await pause(BUILT_IN_DELAY_MS)

      expect(await store.shopper.isOpen(stranger.cart)).toBe(true)
      expect(await store.shopper.isOpen(gone.cart)).toBe(true)
      expect(await store.admin.ordersOf(stranger.cart)).toEqual([])
      expect(await store.admin.ordersOf(gone.cart)).toEqual([])
      // Nobody's order stands behind that money any more: all of it went back, once.
      const { ledger } = await store.gateway.payment(gone.externalId)
      expect({ held: ledger.held, back: capture ? ledger.refunded : ledger.canceled }).toEqual({
        held: "0.00",
        back: "1319.99",
      })
    })

    it("places no order for a well signed callback over another amount than the cart's", async () => {
      const { cart, externalId } = await openCheckout(store, { provider })
      const body = paymentCallback({ external_id: externalId, amount: "1.00", currency: "UAH" })
      await deliver(`${store.url}/hooks/rozetkapay/${provider}`, body, {
        signature: signature(body, MERCHANT.password),
      })
      expect(await store.admin.ordersOf(cart)).toEqual([])
      expect(await store.shopper.isOpen(cart)).toBe(true)
    })

    it.each([
      ["less", "1", "UAH"],
      ["more", "1320", "UAH"],
      ["another currency", "1319.99", "USD"],
    ])("places no order for %s than its amount, and gives that money back", async (_, amount, currency) => {
      const { cart, externalId } = await openCheckout(store, { provider })
      await store.gateway.pay(externalId, { amount: Number(amount), currency })
      await store.gateway.quiet()
      expect(await store.admin.ordersOf(cart)).toEqual([])
      expect(await store.shopper.isOpen(cart)).toBe(true)
      const { ledger } = await store.gateway.payment(externalId)
      expect(Number(ledger.held)).toBe(0)
      expect(Number(capture ? ledger.refunded : ledger.canceled)).toBe(Number(amount))
    })

    it("leaves another shop's payments on the same login alone", async () => {
      const foreign = { external_id: "order-77", amount: 55.5, currency: "UAH" }
      await store.gateway.paymentBySomebodyElse({
        ...foreign,
        state: "captured",
        callback_url: `${store.url}/hooks/rozetkapay/${provider}`,
      })
      const answers = await store.gateway.sendCallbacks({ external_id: foreign.external_id })
      expect(answers.map(({ status }) => status)).toEqual([200])
      const { ledger } = await store.gateway.payment(foreign.external_id)
      expect(Number(ledger.refunded) + Number(ledger.refunding)).toBe(0)
    })
  })
})
