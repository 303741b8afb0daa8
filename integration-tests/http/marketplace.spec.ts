import { Modules } from "@medusajs/framework/utils"
import { openCheckout, placeOrder } from "../drivers/checkout"
import { expectOperations } from "../drivers/gateway-operations"
import { expectBothLedgers } from "../drivers/two-ledgers"
import { witnessOf } from "../drivers/witness"
import { reconcile } from "../drivers/workflows"
import { MARKET, MARKET_HOLD, SELLERS, type Seller } from "../setup/further-instances"
import { everyKind } from "../setup/kinds"
import { runStore } from "../setup/run-store"
import { idOfSecond } from "../setup/second-instance"
import type { Store } from "../setup/store"

const ONE_STEP = idOfSecond(MARKET)
const TWO_STEP = idOfSecond(MARKET_HOLD)

/** 1319.99 of Olena's shirt and 499.00 of Taras's two pairs of socks. */
const GOODS = { shirt: 1, socks: 2 }
const WHOLE = "1818.99"

const sellsFor = (store: Store, variantId: string, seller: unknown) =>
  store.container
    .resolve(Modules.PRODUCT)
    .updateProductVariants(variantId, { metadata: { rozetkapay_seller: seller } })

const sell = (store: Store, provider: string) => placeOrder(store, { provider, goods: GOODS })

runStore("A marketplace", everyKind(), (store) => {
  const witness = witnessOf(store)
  const orderOf = async (externalId: string, seller: Seller): Promise<string> => {
    const { orders = [] } = await store.gateway.payment(externalId)
    for (const order of orders) {
      const { request } = await store.gateway.payment(order)
      if (JSON.stringify(request).includes(SELLERS[seller].apiKey)) return order
    }
    throw new Error(`${externalId} has no order of ${seller}`)
  }

  describe("that takes money at once", () => {
    it("pays each seller by one payment of the shopper's: the callbacks alone place the order", async () => {
      const { order, session } = await sell(store, ONE_STEP)
      expect(session.data).toMatchObject({ mode: "hosted", external_id: session.id })
      expect(JSON.stringify(session.data)).not.toContain("seller-")
      await expectBothLedgers(store.admin, store.gateway, order, { captured: WHOLE })
      expect(await store.admin.sellers(store.admin.paymentOf(order))).toEqual({
        olena: { captured: "1319.99" },
        taras: { captured: "499.00" },
      })
      const [{ body }] = await store.gateway.requests({ endpoint: "batch_create" })
      expect(body).toMatchObject({
        confirm: true,
        orders: [
          { api_key: "seller-olena", amount: 1319.99, products: [{ net_amount: "1319.99" }] },
          {
            api_key: "seller-taras",
            amount: 499,
            products: [{ net_amount: "249.50", quantity: "2" }],
          },
        ],
      })
    })

    it("gives the delivery to the seller who gets what belongs to no one", async () => {
      const cart = await store.shopper.fillCart({ socks: 1 }, "courier")
      const session = await store.shopper.openSession(cart, ONE_STEP)
      await store.gateway.pay(session.id)
      await store.gateway.quiet()
      const order = await store.admin.theOrderOf(cart)
      expect(await store.admin.sellers(store.admin.paymentOf(order))).toEqual({
        olena: { captured: "80.00" },
        taras: { captured: "249.50" },
      })
    })

    it.each([
      [
        "only the orders are called back, without the batch's metadata",
        { batch_callbacks: "orders", batch_order_metadata: false },
      ],
      ["only the whole batch is called back", { batch_callbacks: "batch" }],
      ["an order is shown only to who names its seller", { batch_order_access: "on_behalf_of" }],
      [
        "a page's answer has no orders, and their list another name",
        { batch_hosted_orders: "none", batch_orders_field: "orders_details" },
      ],
    ])("sells as well where %s", async (_, quirks) => {
      await store.gateway.quirks(quirks)
      const { order } = await sell(store, ONE_STEP)
      await expectBothLedgers(store.admin, store.gateway, order, { captured: WHOLE })
    })

    it("refunds in proportion to what the sellers have, to the last kopiyka", async () => {
      const { order } = await sell(store, ONE_STEP)
      const payment = store.admin.paymentOf(order)
      expect((await store.admin.refund(payment, 100)).status).toBe(200)
      await expectBothLedgers(store.admin, store.gateway, order, {
        captured: WHOLE,
        refunded: "100.00",
      })
      expect(await store.admin.sellers(payment)).toEqual({
        olena: { captured: "1319.99", refunded: "72.57" },
        taras: { captured: "499.00", refunded: "27.43" },
      })
      expect((await store.admin.refund(payment, 1718.99)).status).toBe(200)
      await expectBothLedgers(store.admin, store.gateway, order, {
        captured: WHOLE,
        refunded: WHOLE,
      })
    })

    it("refunds of the sellers who are named, and refuses more than one has", async () => {
      const { order } = await sell(store, ONE_STEP)
      const payment = store.admin.paymentOf(order)
      const refund = (sellers: unknown) => store.admin.moveOfSellers(payment, "refund", sellers)
      expect((await refund({ taras: "499.00" })).status).toBe(200)
      const tooMuch = await refund({ taras: "0.01", olena: "1.00" })
      expect(tooMuch.status).toBe(400)
      expect(tooMuch.text).toContain("taras")
      expect((await refund({ petro: "1.00" })).status).toBe(400)
      expect((await refund({ olena: "1.005" })).status).toBe(400)
      expect((await refund(["olena"])).text).toContain("Sellers' parts are named as")
      const noted = await store.admin.moveOfSellers(payment, "refund", { olena: "1" }, { note: 5 })
      expect([noted.status, noted.text]).toEqual([400, expect.stringContaining('\\"note\\"')])
      await expectBothLedgers(store.admin, store.gateway, order, {
        captured: WHOLE,
        refunded: "499.00",
      })
      expect(await store.admin.sellers(payment)).toEqual({
        olena: { captured: "1319.99" },
        taras: { captured: "499.00", refunded: "499.00" },
      })
    })

    it("makes a refund once whose answer was lost", async () => {
      const { order, externalId } = await sell(store, ONE_STEP)
      await store.gateway.fault({ endpoint: "refund", kind: "drop_after" })
      expect((await store.admin.refund(store.admin.paymentOf(order), 1818.99)).status).toBe(200)
      await expectBothLedgers(store.admin, store.gateway, order, {
        captured: WHOLE,
        refunded: WHOLE,
      })
      for (const seller of ["olena", "taras"] as const) {
        await expectOperations(store.gateway, await orderOf(externalId, seller), { refund: 1 })
      }
    })

    it("sends only the rest of a refund that one seller's project refused", async () => {
      const { order, externalId } = await sell(store, ONE_STEP)
      const payment = store.admin.paymentOf(order)
      await store.gateway.seller("seller-taras", { refuse: "entity_blocked", operation: "refund" })
      const first = await store.admin.refund(payment, 1818.99)
      expect(first.status).toBe(400)
      expect(first.text).toContain("1319.99 UAH")
      await store.gateway.quiet()
      await expectBothLedgers(store.admin, store.gateway, order, {
        captured: WHOLE,
        refunded: "1319.99",
      })
      expect((await store.admin.refund(payment, 499)).status).toBe(200)
      await expectBothLedgers(store.admin, store.gateway, order, {
        captured: WHOLE,
        refunded: WHOLE,
      })
      await expectOperations(store.gateway, await orderOf(externalId, "olena"), { refund: 1 })
    })

    it("records a refund of one seller made in RozetkaPay's cabinet, and sends nothing", async () => {
      const { order, externalId } = await sell(store, ONE_STEP)
      await store.gateway.cabinet(await orderOf(externalId, "taras"), "refund", { amount: 9.5 })
      await store.gateway.quiet()
      await expectBothLedgers(store.admin, store.gateway, order, {
        captured: WHOLE,
        refunded: "9.50",
      })
      expect(await store.gateway.requests({ endpoint: "refund" })).toEqual([])
    })

    it("refunds of Olena what was asked, though Taras's money went back in the cabinet and nobody told", async () => {
      const { order, externalId } = await sell(store, ONE_STEP)
      const payment = store.admin.paymentOf(order)
      await store.gateway.callbacks("lose")
      await store.gateway.cabinet(await orderOf(externalId, "taras"), "refund", { amount: 10 })
      const { status } = await store.admin.moveOfSellers(payment, "refund", { olena: "10.00" })
      expect(status).toBe(200)
      const eachHasSent = {
        olena: { captured: "1319.99", refunded: "10.00" },
        taras: { captured: "499.00", refunded: "10.00" },
      }
      expect(await store.admin.sellers(payment)).toEqual(eachHasSent)
      await reconcile(store, { report_days: 1 })
      await expectBothLedgers(store.admin, store.gateway, order, {
        captured: WHOLE,
        refunded: "20.00",
      })
      expect(await store.admin.sellers(payment)).toEqual(eachHasSent)
      await expectOperations(store.gateway, await orderOf(externalId, "olena"), { refund: 1 })
    })

    it("takes a refund of this very seller in the cabinet for the one that is asked, and sends nothing", async () => {
      const { order, externalId } = await sell(store, ONE_STEP)
      await store.gateway.callbacks("lose")
      await store.gateway.cabinet(await orderOf(externalId, "taras"), "refund", { amount: 10 })
      const payment = store.admin.paymentOf(order)
      const { status } = await store.admin.moveOfSellers(payment, "refund", { taras: "10.00" })
      expect(status).toBe(200)
      expect(await store.gateway.requests({ endpoint: "refund" })).toEqual([])
      await reconcile(store, { report_days: 1 })
      await expectBothLedgers(store.admin, store.gateway, order, {
        captured: WHOLE,
        refunded: "10.00",
      })
    })

    it("says so, and sends nothing, when it can't be told whose money went back, until that is recorded", async () => {
      const { order, externalId } = await sell(store, ONE_STEP)
      const payment = store.admin.paymentOf(order)
      expect((await store.admin.refund(payment, 100)).status).toBe(200)
      await store.gateway.quiet()
      await store.gateway.callbacks("lose")
      await store.gateway.cabinet(await orderOf(externalId, "taras"), "refund", { amount: 10 })
      const refund = () => store.admin.moveOfSellers(payment, "refund", { olena: "10.00" })
      const { status, text } = await refund()
      expect(status).toBe(409)
      expect(text).toContain("Nothing was sent")
      expect(await store.admin.sellers(payment)).toMatchObject({ olena: { refunded: "72.57" } })
      await reconcile(store, { report_days: 1 })
      expect((await refund()).status).toBe(200)
      await expectBothLedgers(store.admin, store.gateway, order, {
        captured: WHOLE,
        refunded: "120.00",
      })
      expect(await store.admin.sellers(payment)).toMatchObject({
        olena: { refunded: "82.57" },
        taras: { refunded: "37.43" },
      })
    })

    it("gives the money back when the order is cancelled", async () => {
      const { order } = await sell(store, ONE_STEP)
      expect((await store.admin.cancel(order)).status).toBe(200)
      await store.gateway.quiet()
      await expectBothLedgers(store.admin, store.gateway, order, {
        captured: WHOLE,
        refunded: WHOLE,
      })
    })
  })

  describe("that holds money first", () => {
    it("captures the whole order", async () => {
      const { order } = await sell(store, TWO_STEP)
      await expectBothLedgers(store.admin, store.gateway, order, { held: WHOLE })
      expect((await store.admin.capture(store.admin.paymentOf(order))).status).toBe(200)
      await expectBothLedgers(store.admin, store.gateway, order, { captured: WHOLE })
    })

    it("captures in part by rule, then of a seller who is named, and cancels the rest", async () => {
      const { order } = await sell(store, TWO_STEP)
      const payment = store.admin.paymentOf(order)
      expect((await store.admin.capture(payment, 100)).status).toBe(200)
      const named = await store.admin.moveOfSellers(payment, "capture", { taras: "400.00" })
      expect(named.status).toBe(200)
      await store.gateway.quiet()
      await expectBothLedgers(store.admin, store.gateway, order, {
        captured: "500.00",
        held: "1318.99",
      })
      expect(await store.admin.sellers(payment)).toEqual({
        olena: { captured: "72.57", held: "1247.42" },
        taras: { captured: "427.43", held: "71.57" },
      })
      expect((await store.admin.release(payment)).status).toBe(200)
      await store.gateway.quiet()
      await expectBothLedgers(store.admin, store.gateway, order, {
        captured: "500.00",
        canceled: "1318.99",
      })
    })

    it("refuses to capture of sellers what nobody holds any more, or nothing at all", async () => {
      const { order } = await sell(store, TWO_STEP)
      const payment = store.admin.paymentOf(order)
      const capture = (sellers: Record<string, string>) =>
        store.admin.moveOfSellers(payment, "capture", sellers)
      expect((await capture({ taras: "0" })).status).toBe(400)
      expect((await store.admin.capture(payment)).status).toBe(200)
      for (const seller of ["taras", "ghost"]) {
        const { status, text } = await capture({ [seller]: "1.00" })
        expect(status).toBe(400)
        expect(text).toContain("captured already")
      }
      await expectBothLedgers(store.admin, store.gateway, order, { captured: WHOLE })
    })

    it("takes a capture once whose answer was lost", async () => {
      const { order, externalId } = await sell(store, TWO_STEP)
      await store.gateway.fault({ endpoint: "batch_confirm", kind: "drop_after" })
      const answer = await store.admin.moveOfSellers(store.admin.paymentOf(order), "capture", {
        olena: "1000.00",
        taras: "499.00",
      })
      expect(answer.status).toBe(200)
      await store.gateway.quiet()
      await expectBothLedgers(store.admin, store.gateway, order, {
        captured: "1499.00",
        held: "319.99",
      })
      await expectOperations(store.gateway, await orderOf(externalId, "olena"), { confirm: 1 })
    })

    it("captures of Olena what was asked, though Taras's money was captured in the cabinet and nobody told", async () => {
      const { order, externalId } = await sell(store, TWO_STEP)
      const payment = store.admin.paymentOf(order)
      await store.gateway.callbacks("lose")
      await store.gateway.cabinet(await orderOf(externalId, "taras"), "confirm", { amount: 10 })
      const { status } = await store.admin.moveOfSellers(payment, "capture", { olena: "10.00" })
      expect(status).toBe(200)
      expect(await store.admin.sellers(payment)).toEqual({
        olena: { captured: "10.00", held: "1309.99" },
        taras: { captured: "10.00", held: "489.00" },
      })
      await reconcile(store, { report_days: 1 })
      await expectBothLedgers(store.admin, store.gateway, order, {
        captured: "20.00",
        held: "1798.99",
      })
    })

    it("takes only the rest when one seller's project had refused a capture", async () => {
      const { order, externalId } = await sell(store, TWO_STEP)
      const payment = store.admin.paymentOf(order)
      await store.gateway.seller("seller-olena", { refuse: "entity_blocked", operation: "confirm" })
      expect((await store.admin.capture(payment)).status).toBe(400)
      await store.gateway.quiet()
      await expectBothLedgers(store.admin, store.gateway, order, {
        captured: "499.00",
        held: "1319.99",
      })
      expect((await store.admin.capture(payment, 1319.99)).status).toBe(200)
      await expectBothLedgers(store.admin, store.gateway, order, { captured: WHOLE })
      await expectOperations(store.gateway, await orderOf(externalId, "taras"), { confirm: 1 })
    })

    it("cancels the whole batch, once, when the order is cancelled", async () => {
      const { order } = await sell(store, TWO_STEP)
      expect((await store.admin.cancel(order)).status).toBe(200)
      await store.gateway.quiet()
      await expectBothLedgers(store.admin, store.gateway, order, { canceled: WHOLE })
      expect(await store.gateway.requests({ endpoint: "batch_cancel" })).toHaveLength(1)
      expect(await store.gateway.requests({ endpoint: "cancel" })).toEqual([])
    })
  })

  describe.each([
    ["takes money at once", ONE_STEP, { captured: "1319.99", refunded: "1319.99" }],
    ["holds money first", TWO_STEP, { canceled: "1319.99" }],
  ])("that %s", (_, provider, moved) => {
    it.each([
      "cc_token",
      "google_pay",
      "apple_pay",
    ] as const)("charges a token of %s in the store itself, and each seller gets their part", async (type) => {
      const cart = await store.shopper.fillCart(GOODS)
      const token = await store.gateway.token(type, "4111111111111111")
      const session = await store.shopper.openSession(cart, provider, {
        mode: "direct",
        payment_method: { type, [type]: { token } },
      })
      expect(session.data).toMatchObject({ mode: "direct", checkout_url: null })
      expect(JSON.stringify(session.data)).not.toContain(token)
      await store.shopper.complete(cart)
      await store.gateway.quiet()
      const order = await store.admin.theOrderOf(cart)
      const where = provider === ONE_STEP ? "captured" : "held"
      await expectBothLedgers(store.admin, store.gateway, order, { [where]: WHOLE })
      expect(await store.admin.sellers(store.admin.paymentOf(order))).toEqual({
        olena: { [where]: "1319.99" },
        taras: { [where]: "499.00" },
      })
    })

    it("gives everything back, and places no order, when a seller's part can't be paid", async () => {
      await store.gateway.seller("seller-taras", { refuse: "entity_blocked" })
      const { cart, externalId } = await openCheckout(store, { provider, goods: GOODS })
      await store.gateway.pay(externalId)
      await store.gateway.quiet()
      expect(await store.admin.ordersOf(cart)).toEqual([])
      const { ledger } = await store.gateway.payment(externalId)
      expect(ledger).toMatchObject({ held: "0.00", ...moved })
      expect(witness.told(externalId)).toMatchObject([
        { name: "rozetkapay.payment.returned", amount: "1319.99", reason: "mismatched" },
      ])
    })

    it("returns what is paid on a page whose cart has changed, to every seller's payer", async () => {
      const { cart, externalId } = await openCheckout(store, { provider, goods: GOODS })
      await store.shopper.addToCart(cart, "socks")
      await store.gateway.pay(externalId)
      await store.gateway.quiet()
      expect(await store.admin.ordersOf(cart)).toEqual([])
      const { ledger } = await store.gateway.payment(externalId)
      const back = provider === ONE_STEP ? { refunded: WHOLE } : { canceled: WHOLE }
      expect(ledger).toMatchObject({ held: "0.00", ...back })
    })

    it("charges a card once when the answer was lost, and places its order", async () => {
      const cart = await store.shopper.fillCart(GOODS)
      const token = await store.gateway.token("cc_token", "4111111111111111")
      await store.gateway.fault({ endpoint: "batch_create", kind: "drop_after" })
      const { id } = await store.shopper.openSession(cart, provider, {
        mode: "direct",
        payment_method: { type: "cc_token", cc_token: { token } },
      })
      await store.gateway.quiet()
      const order = await store.admin.theOrderOf(cart)
      const all = provider === ONE_STEP ? { captured: WHOLE } : { held: WHOLE }
      await expectBothLedgers(store.admin, store.gateway, order, all)
      expect(await store.gateway.requests({ endpoint: "batch_create" })).toHaveLength(1)
      expect(store.admin.paymentOf(order).payment_session_id).toBe(id)
    })

    it("finds by reconciling an order whose callbacks were all lost", async () => {
      await store.gateway.callbacks("lose")
      const { cart, externalId } = await openCheckout(store, { provider, goods: GOODS })
      await store.gateway.pay(externalId)
      expect(await store.admin.ordersOf(cart)).toEqual([])
      await reconcile(store, { report_days: 1 })
      await store.admin.theOrderOf(cart)
    })
  })

  describe("before anything is sent", () => {
    it.each([
      ["whose seller the store does not know", { socks: 1 }, "petro", "не знає продавця"],
      [
        "of which a seller would get nothing",
        { shirt: 1, gift: 1 },
        "taras",
        "отримав би 0.00 UAH",
      ],
    ])("refuses a cart %s, tells the shopper in Ukrainian, and the merchant in the log", async (_, goods, seller, words) => {
      const variant = "gift" in goods ? store.seed.variants.gift : store.seed.variants.socks
      await sellsFor(store, variant, seller)
      const cart = await store.shopper.fillCart(goods)
      const answer = await store.shopper.tryToOpenSession(cart, ONE_STEP)
      expect(answer.status).toBe(400)
      expect(answer.text).toContain(words)
      expect(answer.text).toContain(seller)
      expect(witness.logged("can't be paid", seller)).toHaveLength(1)
      expect(await store.gateway.requests({ endpoint: "batch_create" })).toEqual([])
    })

    it("refuses ways to pay that a marketplace does not have", async () => {
      const cart = await store.shopper.fillCart(GOODS)
      const answer = await store.shopper.tryToOpenSession(cart, ONE_STEP, {
        mode: "direct",
        payment_method: { type: "privat24" },
      })
      expect(answer.status).toBe(400)
      expect(await store.gateway.requests({ endpoint: "batch_create" })).toEqual([])
    })
  })

  it("has no sellers to show of a payment that is one merchant's", async () => {
    const { order } = await placeOrder(store)
    const payment = store.admin.paymentOf(order)
    await expect(store.admin.sellers(payment)).rejects.toThrow("404")
    expect((await store.admin.moveOfSellers(payment, "refund", { olena: "1.00" })).status).toBe(404)
  })
})
