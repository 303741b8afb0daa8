import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { placeOrder } from "../drivers/checkout"
import { appears, bell, goes, needsAttention, rings } from "../drivers/needs-attention"
import { editOrder, linkOf, sendLink } from "../drivers/payment-link"
import { witnessOf } from "../drivers/witness"
import { reconcile, settle } from "../drivers/workflows"
import { AT_ONCE, BOTH_KINDS, HOLD_FIRST } from "../setup/both-kinds"
import { runStore } from "../setup/run-store"
import { MERCHANT } from "../setup/store"

runStore("What needs the staff's attention", BOTH_KINDS, (store) => {
  const witness = witnessOf(store)
  const sql = (text: string, values: string[] = []) =>
    store.container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(text, values)

  it("is nothing as long as all is well", async () => {
    await placeOrder(store, AT_ONCE)
    await placeOrder(store, HOLD_FIRST)
    await reconcile(store)
    const { items, counts, count } = await needsAttention(store)
    expect({ items, count }).toEqual({ items: [], count: 0 })
    expect(Object.values(counts)).toEqual(Array(8).fill(0))
    expect(await bell(store)).toEqual([])
  })

  it("refuses a question that it can't read, and names what is wrong with it", async () => {
    const answer = await store.admin.api.call(
      "GET",
      "/admin/rozetkapay/attention?kind=weather&limit=9000",
    )
    expect(answer.status).toBe(400)
    expect(answer.json).toMatchObject({ code: "query_unreadable" })
    expect(answer.text).toContain("kind, limit")
  })

  it("is unexplained money, with the order that it seems to belong to, until it was returned", async () => {
    const { externalId } = await placeOrder(store, AT_ONCE)
    await sql(
      `truncate payment_collection, payment_session, payment, capture, refund, cart, "order",
       cart_payment_collection, order_cart, order_payment_collection cascade`,
    )
    await store.gateway.sendCallbacks({ external_id: externalId })
    const found = await appears(store, "unexplained")
    expect(found).toMatchObject({
      external_id: externalId,
      amount: "1319.99",
      currency_code: "uah",
      order: null,
      belongs_to: null,
    })
    await rings(store, "Гроші надійшли, а за що – невідомо")

    // Staff enter the order anew.
    const { order } = await sendLink(store)
    const { belongs_to } = await appears(store, "unexplained")
    expect(belongs_to).toEqual({ id: order.id, display_id: order.display_id })
    // A second one of the same sum: it might be either.
    const another = await sendLink(store)
    expect((await appears(store, "unexplained")).belongs_to).toBeNull()
    await store.admin.cancel(another.order)

    await store.admin.api.attempt(`/admin/rozetkapay/unexplained/${externalId}/return`)
    expect((await needsAttention(store)).items).toEqual([])
  })

  it("is a deferred refund that failed, until it is made anew", async () => {
    const { order, externalId } = await placeOrder(store, AT_ONCE)
    const payment = store.admin.paymentOf(order)
    await store.gateway.balance(MERCHANT.login, "0.00")
    expect((await store.admin.refund(payment, 500)).status).toBe(200)
    await store.gateway.quiet()
    expect((await needsAttention(store)).items).toEqual([])
    await store.gateway.endRefunds(externalId, "fail")
    expect(await appears(store, "refund_failed")).toMatchObject({
      order: { id: order.id },
      payment_id: payment.id,
      amount: "500.00",
      detail: expect.stringContaining("refund_is_cancelled_by_system"),
    })
    expect((await rings(store, "Повернення не відбулося")).resource_id).toBe(order.id)

    await store.gateway.balance(MERCHANT.login, null)
    expect((await store.admin.refund(payment, 500)).status).toBe(200)
    await goes(store, "refund_failed")
  })

  it("is not a refund that staff have called off themselves", async () => {
    const { order, externalId } = await placeOrder(store, AT_ONCE)
    const payment = store.admin.paymentOf(order)
    await store.gateway.balance(MERCHANT.login, "0.00")
    expect((await store.admin.refund(payment, 500)).status).toBe(200)
    expect((await store.admin.moveDeferredRefund(payment, "cancel")).status).toBe(200)
    await store.gateway.quiet()
    await witness.hears("rozetkapay.payment.failed", externalId)
    expect((await needsAttention(store)).items).toEqual([])
  })

  it("is a chargeback, told to the store's own subscribers once, until the dispute is won", async () => {
    const { order, externalId } = await placeOrder(store, AT_ONCE)
    await store.gateway.bank(externalId, "chargeback", { amount: 60 })
    expect(await appears(store, "chargeback")).toMatchObject({
      order: { id: order.id },
      amount: "60.00",
      until: null,
    })
    await store.gateway.sendCallbacks({ external_id: externalId, copies: 3, concurrently: true })
    await store.gateway.quiet()
    await reconcile(store)
    const charged = witness.told(externalId).filter(({ name }) => name.endsWith("charged_back"))
    expect(charged).toEqual([
      { name: "rozetkapay.payment.charged_back", amount: "60.00", reason: "chargeback" },
    ])
    // The name that another secret of the store's had given the note.
    await sql(
      `update payment_collection set id = 'pay_col_rozetkapay_trouble_' || md5(id)
       where id like 'pay_col_rozetkapay_trouble%'`,
    )
    await store.gateway.sendCallbacks({ external_id: externalId })
    await store.gateway.quiet()
    await reconcile(store)
    expect((await needsAttention(store)).count).toBe(1)
    expect(witness.logged("payment.charged_back", externalId)).toHaveLength(1)
    await store.gateway.bank(externalId, "representment", { amount: 60 })
    await goes(store, "chargeback")
  })

  it("is a difference that no sync can close, once it is half an hour old, until the ledgers agree", async () => {
    const { order, externalId } = await placeOrder(store, AT_ONCE)
    const { id } = store.admin.paymentOf(order)
    const writeCaptured = (amount: string) =>
      sql(
        `update capture set amount = ?::numeric,
         raw_amount = jsonb_build_object('value', ?::text, 'precision', 20) where payment_id = ?`,
        [amount, amount, id],
      )
    await writeCaptured("1400")
    await settle(store, AT_ONCE.provider, externalId)
    expect((await needsAttention(store)).items).toEqual([])
    await sql(
      `update payment_collection
       set metadata = jsonb_set(metadata, '{rozetkapay_trouble,since}', to_jsonb(?::text))
       where id like 'pay_col_rozetkapay_trouble%'`,
      [new Date(Date.now() - 3_600_000).toISOString()],
    )
    expect(await appears(store, "difference")).toMatchObject({
      amount: "80.01",
      detail: "captured: store 1400.00, RozetkaPay 1319.99",
      order: { id: order.id },
    })
    await writeCaptured("1319.99")
    await reconcile(store)
    await goes(store, "difference")
  })

  it("is a hold that an order's edit has canceled, until the order is paid or held for again", async () => {
    const { order, cart } = await placeOrder(store, HOLD_FIRST)
    await editOrder(store, order.id, { shirts: 2 })
    const lost = await appears(store, "hold_lost_by_edit")
    expect(lost).toMatchObject({ order: { id: order.id }, amount: "1319.99" })
    const { data } = await rings(store, "Зміна замовлення скасувала блокування коштів")
    expect(data.description).toBe(`Замовлення №${lost.order?.display_id} · 1319.99 UAH`)

    const collectionId = await linkOf(store, order.id)
    const session = await store.shopper.openSession({ ...cart, collectionId }, HOLD_FIRST.provider)
    await store.gateway.pay(String(session.data.external_id))
    await goes(store, "hold_lost_by_edit")
  })

  it("is the rest of a partly captured hold that an edit has canceled, and not one that staff gave up before", async () => {
    const kept = await placeOrder(store, HOLD_FIRST)
    const given = await placeOrder(store, HOLD_FIRST)
    for (const { order } of [kept, given]) {
      expect((await store.admin.capture(store.admin.paymentOf(order), 500)).status).toBe(200)
    }
    const givenUp = await store.admin.release(store.admin.paymentOf(given.order))
    expect(givenUp.status).toBe(200)
    await editOrder(store, given.order.id, { shirts: 2 })
    await editOrder(store, kept.order.id, { shirts: 2 })
    expect(await appears(store, "hold_lost_by_edit")).toMatchObject({
      order: { id: kept.order.id },
      amount: "819.99",
    })
    expect((await needsAttention(store)).counts.hold_lost_by_edit).toBe(1)
  })

  it("is a hold that the bank is about to let go, with the day, until it is captured", async () => {
    const { order } = await placeOrder(store, HOLD_FIRST)
    const payment = store.admin.paymentOf(order)
    await sql(`update payment set created_at = now() - interval '6 days' where id = ?`, [
      payment.id,
    ])
    const { until, since } = await appears(store, "hold_lapsing")
    const hours = (Date.parse(until ?? "") - Date.now()) / 3_600_000
    expect(hours).toBeGreaterThan(22)
    expect(hours).toBeLessThan(25)
    expect(Date.parse(since)).toBeLessThan(Date.now())
    expect((await store.admin.capture(payment)).status).toBe(200)
    await goes(store, "hold_lapsing")
  })

  it("is an order that was canceled with its money still there, rung for once by two runs at one moment, until the money is gone", async () => {
    const { order } = await placeOrder(store, HOLD_FIRST)
    await store.gateway.fault({ endpoint: "cancel", kind: "500_before", times: 100 })
    expect((await store.admin.cancel(order)).status).toBe(200)
    expect(await appears(store, "paid_and_canceled")).toMatchObject({
      order: { id: order.id },
      amount: "1319.99",
    })
    await Promise.allSettled([reconcile(store), reconcile(store)])
    await reconcile(store)
    const { count } = await needsAttention(store, "?kind=paid_and_canceled&limit=1")
    expect(count).toBe(1)
    expect((await bell(store)).map(({ data }) => data.title)).toEqual([
      "Замовлення скасовано, а гроші не повернуто",
    ])
    await store.gateway.clearFaults()
    await reconcile(store)
    await goes(store, "paid_and_canceled")
  })
})
