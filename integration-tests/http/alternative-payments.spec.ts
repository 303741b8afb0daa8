import { Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import { alternativeCheckout, BY_PAGE, byBlik, TOTAL } from "../drivers/alternative-checkout"
import { retell } from "../drivers/callback-signer"
import { comeBack } from "../drivers/checkout"
import { tablesWith } from "../drivers/database-text"
import { eventually } from "../drivers/eventually"
import { BLIK } from "../drivers/gateway-alternative"
import { expectOperations } from "../drivers/gateway-operations"
import { bothLedgersBecome } from "../drivers/two-ledgers"
import { witnessOf } from "../drivers/witness"
import { reconcile } from "../drivers/workflows"
import { inPoland, OTHER, WITH_ALTERNATIVE } from "../setup/polish-store"
import { runStore } from "../setup/run-store"
import { MERCHANT, STOREFRONT } from "../setup/store"

/** Orders that can't be placed give up at once. */
const environment = { ...WITH_ALTERNATIVE, ROZETKAPAY_ORDER_RETRY_MINUTES: "0" }

runStore("Alternative payments", { capture: false, environment }, (ukrainian) => {
  const store = inPoland(ukrainian)
  const witness = witnessOf(ukrainian)
  const { shoppers, start, place, ledgers, expectReturned, poll, lines } = alternativeCheckout(
    store,
    witness,
  )

  it("sells by BLIK: the shopper agrees in the bank's app, and the code is kept nowhere", async () => {
    const { cart, session, externalId } = await start(byBlik(BLIK.paid))
    expect(session.data).toMatchObject({
      external_id: session.id,
      choice: { method: "blik" },
      checkout_url: null,
      capture: true,
    })
    await store.gateway.quiet()
    const order = await store.admin.theOrderOf(cart)
    await ledgers(order, { captured: TOTAL })
    expect((await store.admin.order(order.id)).payment_status).toBe("captured")
    const [create] = await store.gateway.requests({ endpoint: "alternative_create" })
    expect(create?.body).toMatchObject({
      provider: "imoje",
      customer: { payment_method: { type: "blik", blik: { blik_code: BLIK.paid } } },
    })
    expect(JSON.stringify(session)).not.toContain(BLIK.paid)
    expect(witness.logged(BLIK.paid)).toEqual([])
    expect(await tablesWith(store, `"${BLIK.paid}"`)).toEqual([])
    expect((await shoppers().payment(externalId)).alternative.asks).toBe("app")
  })

  it.each([
    ["przelewy24", "przelewy24"],
    ["blik_paylater", "imoje"],
    ["leasing", "imoje"],
    ["leaselink", "leaselink"],
    ["santander", "santander"],
  ])("sells on the page of %s, where the goods make up the sum", async (method, provider) => {
    const goods = { shirt: 2, socks: 1 }
    const checkout = await start({ method }, goods)
    expect(String(checkout.session.data.checkout_url)).toMatch(/^http/)
    expect(await lines()).toEqual({ provider, amount: 2889.48, cents: 288948 })
    await shoppers().agree(checkout.externalId)
    await store.gateway.quiet()
    const order = await store.admin.theOrderOf(checkout.cart)
    await ledgers(order, { captured: "2889.48" })
    const page = await comeBack(store, checkout)
    expect(page.href).toBe(`${STOREFRONT}/pl/order/${order.id}/confirmed`)
  })

  it("tells of a refusal in words, and the same cart goes on by another code", async () => {
    const { cart, externalId } = await start(byBlik(BLIK.noFunds))
    await store.gateway.quiet()
    expect(await store.admin.ordersOf(cart)).toEqual([])
    expect(await store.shopper.complete(cart)).toMatchObject({
      code: "insufficient_funds",
      reason: expect.stringMatching(/\S+ \S+/),
    })
    expect(await poll(externalId)).toMatchObject({
      status: "declined",
      redirect_to: expect.stringContaining("payment_error=insufficient_funds"),
    })
    await store.shopper.openSession(cart, OTHER, byBlik(BLIK.paid))
    await store.gateway.quiet()
    await ledgers(await store.admin.theOrderOf(cart), { captured: TOTAL })
  })

  it("tells of a code that the bank refuses at once while the payment is started", async () => {
    await store.gateway.quirks({ blik_answer: "final" })
    const cart = await store.shopper.fillCart()
    const refused = await store.shopper.tryToOpenSession(cart, OTHER, byBlik(BLIK.declined))
    expect(refused.status).toBe(422)
    expect(refused.json).toMatchObject({ code: "transaction_declined" })
    const paid = await store.shopper.tryToOpenSession(cart, OTHER, byBlik(BLIK.paid))
    expect(paid.status).toBe(200)
    await store.gateway.quiet()
    await ledgers(await store.admin.theOrderOf(cart), { captured: TOTAL })
  })

  it("waits for a shopper who takes their time in the bank's app", async () => {
    await store.gateway.callbacks("lose")
    const { cart, externalId } = await start(byBlik(BLIK.waits))
    expect(await store.shopper.complete(cart)).toMatchObject({ code: "confirming" })
    expect(await poll(externalId)).toEqual({ status: "waiting", redirect_to: null })
    await shoppers().agree(externalId)
    const done = await eventually("the page has an outcome", async () => {
      const answer = z.object({ redirect_to: z.string().nullable() }).parse(await poll(externalId))
      return answer.redirect_to
    })
    const order = await store.admin.theOrderOf(cart)
    expect(done).toBe(`${STOREFRONT}/pl/order/${order.id}/confirmed`)
  })

  it("leads back to the cart when the bank's app was not answered in time", async () => {
    const { cart, externalId } = await start(byBlik(BLIK.waits))
    await shoppers().timeOut(externalId)
    await store.gateway.quiet()
    expect(await poll(externalId)).toMatchObject({
      status: "declined",
      redirect_to: expect.stringContaining("payment_error=order_expired"),
    })
    expect(await store.admin.ordersOf(cart)).toEqual([])
    expect(await store.shopper.isOpen(cart)).toBe(true)
  })

  it("lets a shopper leave the bank's page, and return to it to pay", async () => {
    const { cart, externalId } = await start()
    const there = await shoppers().leave(externalId)
    const answer = await store.shopper.comesBack(there)
    expect(answer.status).toBe(302)
    expect(await store.admin.ordersOf(cart)).toEqual([])
    await shoppers().agree(externalId)
    await store.gateway.quiet()
    await ledgers(await store.admin.theOrderOf(cart), { captured: TOTAL })
  })

  it("keeps one payment of two that are paid at one moment, and returns the other", async () => {
    const { cart, externalId: left } = await start()
    const next = await store.shopper.openSession(cart, OTHER, byBlik(BLIK.waits))
    await Promise.all([shoppers().agree(left), shoppers().agree(next.id)])
    await store.gateway.quiet()
    await ledgers(await store.admin.theOrderOf(cart), { captured: TOTAL })
    await witness.hears("rozetkapay.payment.returned", left)
    expect((await store.gateway.payment(left)).ledger).toMatchObject({ refunded: TOTAL })
    expect((await store.gateway.payment(next.id)).ledger).toMatchObject({ refunded: "0.00" })
    expect((await reconcile(store)).differences).toEqual([])
  })

  it("starts one payment of two requests at one moment, one after the other", async () => {
    const cart = await store.shopper.fillCart()
    await store.shopper.collection(cart)
    const both = await Promise.all(
      [1, 2].map(() => store.shopper.tryToOpenSession(cart, OTHER, byBlik(BLIK.paid))),
    )
    expect(both.map(({ status }) => status)).toContain(200)
    await store.gateway.quiet()
    await ledgers(await store.admin.theOrderOf(cart), { captured: TOTAL })
    const kept = (await store.gateway.payments()).filter(
      ({ ledger }) => ledger.captured !== ledger.refunded,
    )
    expect(kept).toHaveLength(1)
  })

  it("places one order however often, and in whichever order, callbacks come", async () => {
    await store.gateway.callbacks("double")
    const { order, externalId } = await place()
    await store.gateway.sendCallbacks({ external_id: externalId, copies: 3, concurrently: true })
    await ledgers(order, { captured: TOTAL })
    await store.gateway.callbacks("reverse")
    expect((await store.admin.refund(store.admin.paymentOf(order), 19.99)).status).toBe(200)
    await store.gateway.flushCallbacks("reverse")
    await store.gateway.quiet()
    await ledgers(order, { captured: TOTAL, refunded: "19.99" })
  })

  it("believes no callback with another signature, and no other amount", async () => {
    await store.gateway.callbacks("lose")
    const { cart, externalId } = await start()
    await shoppers().agree(externalId)
    const callback = await store.gateway.newestCallback(externalId)
    expect((await retell(callback, "another password")).status).toBe(401)
    expect(await store.admin.ordersOf(cart)).toEqual([])
    expect((await retell(callback, MERCHANT.password)).status).toBe(200)
    await ledgers(await store.admin.theOrderOf(cart), { captured: TOTAL })
  })

  it("finds what lost callbacks would have told: a payment, and a refund in the cabinet", async () => {
    await store.gateway.callbacks("lose")
    const { cart, externalId } = await start()
    await shoppers().agree(externalId)
    await reconcile(store)
    const order = await store.admin.theOrderOf(cart)
    await store.gateway.cabinet(externalId, "refund", { amount: 100 })
    await reconcile(store, { report_days: 1 })
    await ledgers(order, { captured: TOTAL, refunded: "100.00" })
  })

  it.each([
    ["a page", BY_PAGE],
    ["BLIK", byBlik(BLIK.waits)],
  ])("charges once when the answer to starting %s is lost, and it is asked for again in vain", async (_, data) => {
    await store.gateway.quirks({ alternative_create_again: "refused" })
    await store.gateway.fault({ endpoint: "alternative_create", kind: "drop_after", times: 1 })
    const { cart, externalId } = await start(data)
    await shoppers().agree(externalId)
    await store.gateway.quiet()
    await ledgers(await store.admin.theOrderOf(cart), { captured: TOTAL })
    expect(await store.gateway.payments()).toHaveLength(1)
  })

  it("refunds in part and in whole, in złoty", async () => {
    const { order } = await place()
    const payment = store.admin.paymentOf(order)
    expect((await store.admin.refund(payment, 0.1 + 1)).status).toBe(200)
    await ledgers(order, { captured: TOTAL, refunded: "1.10" })
    expect((await store.admin.refund(payment, 1318.89)).status).toBe(200)
    await store.gateway.quiet()
    await ledgers(order, { captured: TOTAL, refunded: TOTAL })
    const refunds = await store.gateway.requests({ endpoint: "alternative_refund" })
    expect(refunds.map(({ body }) => body)).toMatchObject([
      { amount: 1.1, currency: "PLN" },
      { amount: 1318.89, currency: "PLN" },
    ])
    const { operations, remarks } = await store.admin.atRozetkaPay(payment)
    expect(operations.map(({ operation }) => operation)).toEqual(["payment", "refund", "refund"])
    expect(remarks).toEqual({})
  })

  it.each([
    "drop_before",
    "drop_after",
  ])("refunds once when the network fails by %s", async (kind) => {
    const { order, externalId } = await place()
    await store.gateway.fault({ endpoint: "alternative_refund", kind, times: 1 })
    const payment = store.admin.paymentOf(order)
    const first = await store.admin.refund(payment, 100)
    if (first.status !== 200) await store.admin.refund(payment, 100)
    await store.gateway.quiet()
    await reconcile(store)
    await ledgers(order, { captured: TOTAL, refunded: "100.00" })
    await expectOperations(store.gateway, externalId, { refund: 1 })
  })

  it.each([
    ["refund", "settle"],
    ["create", "settle"],
    ["absent", "fail"],
  ] as const)("counts a refund that comes later, called %s, and corrects one that fails: %s", async (word, end) => {
    await store.gateway.quirks({
      alternative_refund: "later",
      alternative_refund_method: word,
    })
    const { order, externalId } = await place()
    expect((await store.admin.refund(store.admin.paymentOf(order), 100)).status).toBe(200)
    await ledgers(order, { captured: TOTAL, refunded: "100.00" })
    await store.gateway.endRefunds(externalId, end)
    await store.gateway.quiet()
    await bothLedgersBecome(store.admin, store.gateway, order, {
      captured: TOTAL,
      ...(end === "settle" && { refunded: "100.00" }),
    })
  })

  it("returns what is paid after the cart has changed, and what is another sum", async () => {
    const { cart, externalId } = await start()
    await store.shopper.addToCart(cart, "socks")
    await store.shopper.openSession(cart, OTHER, BY_PAGE)
    await shoppers().agree(externalId)
    await expectReturned(externalId, TOTAL, "orphaned")
    const other = await start()
    await shoppers().agree(other.externalId, { amount: 1 })
    await expectReturned(other.externalId, "1.00", "mismatched")
    expect(await store.admin.ordersOf(other.cart)).toEqual([])
  })

  it("returns what can't become an order, and lets the cart be paid by a new code", async () => {
    const { cart, externalId } = await start(byBlik(BLIK.waits))
    const deliveries = store.container.resolve(Modules.FULFILLMENT)
    const { pickup } = store.seed.shippingOptions
    await deliveries.softDeleteShippingOptions([pickup])
    await shoppers().agree(externalId)
    await expectReturned(externalId, TOTAL, "order_failed")
    expect(await store.admin.ordersOf(cart)).toEqual([])
    await deliveries.restoreShippingOptions([pickup])
    const anew = await store.shopper.openSession(cart, OTHER, byBlik(BLIK.paid))
    await store.gateway.quiet()
    expect(await store.admin.ordersOf(cart)).toHaveLength(1)
    expect((await store.gateway.payment(anew.id)).ledger).toMatchObject({ captured: TOTAL })
  })

  it("refunds an order that is cancelled", async () => {
    const { order } = await place(byBlik(BLIK.waits))
    expect((await store.admin.cancel(order)).status).toBe(200)
    await store.gateway.quiet()
    await bothLedgersBecome(store.admin, store.gateway, order, {
      captured: TOTAL,
      refunded: TOTAL,
    })
  })
})
