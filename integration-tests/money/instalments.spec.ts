import type { Order } from "../drivers/admin"
import { expectOperations } from "../drivers/gateway-operations"
import { AT_ONCE_IN_PARTS, askBank, banksOf, buyInParts, IN_APP } from "../drivers/instalments"
import { expectBothLedgers, type Ledger } from "../drivers/two-ledgers"
import { witnessOf } from "../drivers/witness"
import { reconcile } from "../drivers/workflows"
import { PARTS, PARTS_HOLD } from "../setup/further-instances"
import { runStore } from "../setup/run-store"
import { idOfSecond } from "../setup/second-instance"
import { MERCHANT } from "../setup/store"

const HOLD = idOfSecond(PARTS_HOLD)
const setup = { capture: true, second: [PARTS, PARTS_HOLD] }

runStore("The money of a store that sells in instalments", setup, (store) => {
  const witness = witnessOf(store)
  const ledgers = (order: Order, expected: Partial<Ledger>) =>
    expectBothLedgers(store.admin, store.gateway, order, expected)
  const paymentOf = (order: Order) => store.admin.paymentOf(order)

  it("is one order, however often and in whatever order the callbacks come", async () => {
    await store.gateway.callbacks("double")
    await store.gateway.quirks({ pending_first: true, payparts_auto_confirm: "own_operation" })
    const { order, externalId } = await buyInParts(store)
    await store.gateway.quiet()
    await ledgers(order, { captured: "1319.99" })
    await banksOf(store).sendCallbacks(externalId, "create", { copies: 3, concurrently: true })
    await ledgers(order, { captured: "1319.99" })
    await expectOperations(store.gateway, externalId, { confirm: 1 })
  })

  it("is kept once when the customer signs at two banks at one moment, and the other goes back", async () => {
    const first = await askBank(store)
    const choice = { bank: "abank", parts: 3 }
    const second = await store.shopper.openSession(first.cart, AT_ONCE_IN_PARTS, choice)
    const ids = [first.externalId, second.id]
    await Promise.all(ids.map((id) => banksOf(store).customerAgrees(id)))
    await store.gateway.quiet()
    const order = await store.admin.theOrderOf(first.cart)
    await ledgers(order, { captured: "1319.99" })
    const refunded = await Promise.all(
      ids.map(async (id) => (await banksOf(store).ledger(id)).refunded),
    )
    expect(refunded.sort()).toEqual(["0.00", "1319.99"])
  })

  it("goes back once when the customer signs after the cart has changed", async () => {
    const { cart, externalId } = await askBank(store)
    await store.shopper.addToCart(cart, "socks")
    await store.shopper.openSession(cart, AT_ONCE_IN_PARTS, { bank: "abank", parts: 3 })
    await store.gateway.fault({ endpoint: "payparts_refund", kind: "drop_after" })
    await banksOf(store).customerAgrees(externalId)
    await store.gateway.quiet()
    await witness.hears("rozetkapay.payment.returned", externalId)
    expect(witness.told(externalId)).toEqual([
      { name: "rozetkapay.payment.returned", amount: "1319.99", reason: "orphaned" },
    ])
    expect(await banksOf(store).ledger(externalId)).toMatchObject({ refunded: "1319.99" })
    await expectOperations(store.gateway, externalId, { refund: 1 })
    expect(await store.admin.ordersOf(cart)).toEqual([])
  })

  it("goes back when a contract over another sum was signed: a hold is canceled whole", async () => {
    const { cart, externalId } = await askBank(store, { provider: HOLD })
    await banksOf(store).customerAgrees(externalId, { amount: 1000 })
    await store.gateway.quiet()
    await witness.hears("rozetkapay.payment.returned", externalId)
    expect(witness.told(externalId)).toMatchObject([{ amount: "1000.00", reason: "mismatched" }])
    expect(await banksOf(store).ledger(externalId)).toMatchObject({ held: "0.00" })
    await expectOperations(store.gateway, externalId, { cancel: 1 })
    expect(await store.admin.ordersOf(cart)).toEqual([])
  })

  it("is refunded in part, then the rest, and each answer that is lost is not asked twice", async () => {
    const { order, externalId } = await buyInParts(store)
    const payment = paymentOf(order)
    await store.gateway.fault({ endpoint: "payparts_refund", kind: "drop_after", times: 1 })
    expect((await store.admin.refund(payment, 319.99)).status).toBe(200)
    await store.gateway.quiet()
    await ledgers(order, { captured: "1319.99", refunded: "319.99" })
    expect((await store.admin.refund(payment, 1000)).status).toBe(200)
    await store.gateway.quiet()
    await ledgers(order, { captured: "1319.99", refunded: "1319.99" })
    await expectOperations(store.gateway, externalId, { refund: 2 })
  })

  it("is captured once when the answer is lost, and a refused one says why", async () => {
    const { order, externalId } = await buyInParts(store, { provider: HOLD })
    const payment = paymentOf(order)
    await banksOf(store).bank("monobank", { refuse: "transaction_declined", operation: "confirm" })
    const refused = await store.admin.capture(payment)
    expect(refused.status).toBe(400)
    expect(refused.text).toContain("transaction_declined")
    await ledgers(order, { held: "1319.99" })
    await store.gateway.fault({ endpoint: "payparts_confirm", kind: "drop_after", times: 1 })
    expect((await store.admin.capture(payment)).status).toBe(200)
    await store.gateway.quiet()
    await ledgers(order, { captured: "1319.99" })
    await expectOperations(store.gateway, externalId, { confirm: 1 })
  })

  it("is canceled whole with its order while it is held, and refunded once it is captured", async () => {
    const held = await buyInParts(store, { provider: HOLD })
    expect((await store.admin.cancel(held.order)).status).toBe(200)
    const captured = await buyInParts(store)
    expect((await store.admin.cancel(captured.order)).status).toBe(200)
    await store.gateway.quiet()
    await ledgers(held.order, { canceled: "1319.99" })
    await ledgers(captured.order, { captured: "1319.99", refunded: "1319.99" })
  })

  it("counts as refunded while the bank takes its time; a refund that fails in the end is corrected", async () => {
    await store.gateway.quirks({ payparts_refund: "later" })
    const { order, externalId } = await buyInParts(store)
    const payment = paymentOf(order)
    expect((await store.admin.refund(payment, 100)).status).toBe(200)
    await ledgers(order, { captured: "1319.99", refunded: "100.00" })
    await banksOf(store).endRefunds(externalId, "settle")
    await store.gateway.quiet()
    await ledgers(order, { captured: "1319.99", refunded: "100.00" })
    expect((await store.admin.refund(payment, 50)).status).toBe(200)
    await banksOf(store).endRefunds(externalId, "fail")
    await store.gateway.quiet()
    await ledgers(order, { captured: "1319.99", refunded: "100.00" })
  })

  it("waits for the merchant's balance, and the waiting refund is tried again or given up", async () => {
    const { order } = await buyInParts(store)
    const payment = paymentOf(order)
    await store.gateway.balance(MERCHANT.login, "0.00")
    expect((await store.admin.refund(payment, 200)).status).toBe(200)
    await store.gateway.balance(MERCHANT.login, null)
    expect((await store.admin.moveDeferredRefund(payment, "retry")).status).toBe(200)
    await store.gateway.quiet()
    await ledgers(order, { captured: "1319.99", refunded: "200.00" })
    await store.gateway.balance(MERCHANT.login, "0.00")
    expect((await store.admin.refund(payment, 300)).status).toBe(200)
    expect((await store.admin.moveDeferredRefund(payment, "cancel")).status).toBe(200)
    await store.gateway.quiet()
    await ledgers(order, { captured: "1319.99", refunded: "200.00" })
  })

  it("is recorded when it is moved in RozetkaPay's cabinet", async () => {
    const { order, externalId } = await buyInParts(store, { provider: HOLD })
    await banksOf(store).cabinet(externalId, "confirm")
    await store.gateway.quiet()
    await ledgers(order, { captured: "1319.99" })
    await banksOf(store).cabinet(externalId, "refund", 19.99)
    await store.gateway.quiet()
    await ledgers(order, { captured: "1319.99", refunded: "19.99" })
  })

  it("is found by reconciling when no callback came: the order, its refund, and what the report alone shows", async () => {
    await store.gateway.callbacks("lose")
    const { cart, externalId } = await askBank(store)
    await banksOf(store).customerAgrees(externalId)
    await reconcile(store)
    const order = await store.admin.theOrderOf(cart)
    await ledgers(order, { captured: "1319.99" })
    await banksOf(store).cabinet(externalId, "refund", 250)
    const { operations_compared, errors } = await reconcile(store, { report_days: 2 })
    expect(errors).toEqual([])
    expect(operations_compared).toBeGreaterThan(0)
    await ledgers(order, { captured: "1319.99", refunded: "250.00" })
  })

  it("is asked for once when the answer of the start is lost, and then follows as any other", async () => {
    await store.gateway.fault({ endpoint: "payparts_create", kind: "timeout_after", ms: 20_000 })
    const { session, cart, externalId } = await askBank(store)
    expect(session.data.checkout_url).toContain("/waiting/")
    await banksOf(store).customerAgrees(externalId)
    await store.gateway.quiet()
    await ledgers(await store.admin.theOrderOf(cart), { captured: "1319.99" })
  })

  it("is not asked for when another purchase waits at a bank that takes one at a time: in words", async () => {
    const code = "simultaneous_open_orders_not_supported_by_bank"
    await banksOf(store).bank("monobank", { refuse: code })
    const cart = await store.shopper.fillCart()
    const answer = await store.shopper.tryToOpenSession(cart, AT_ONCE_IN_PARTS, IN_APP)
    expect(answer).toMatchObject({ status: 422, json: { code } })
    expect(answer.text).toContain("інша покупка частинами")
    expect(await store.admin.ordersOf(cart)).toEqual([])
  })
})
