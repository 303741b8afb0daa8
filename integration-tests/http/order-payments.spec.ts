import { openCheckout, placeOrder } from "../drivers/checkout"
import { expectAsked } from "../drivers/gateway-operations"
import { endsOf, orderPage } from "../drivers/order-page"
import { editOrder, orderByTelephone } from "../drivers/payment-link"
import { receiptOf } from "../drivers/receipt"
import { expectBothLedgers } from "../drivers/two-ledgers"
import { AT_ONCE, BOTH_KINDS, HOLD_FIRST } from "../setup/both-kinds"
import { runStore } from "../setup/run-store"

const DECLINED = "4444333322221111"
const STAFF = { is: "admin", name: "admin@example.com" }
const CABINET = { is: "cabinet", name: null }
const PLUGIN = { is: "plugin", name: null }
const SHOPPER = { is: "shopper", name: null }

runStore("Staff on an order's page", BOTH_KINDS, (store) => {
  const page = () => orderPage(store.admin.api)
  const pageOf = async ({ id }: { id: string }) => {
    const shown = await page().orderPayments(id)
    const [payment] = shown.payments
    if (!payment || shown.payments.length > 1) throw new Error("The page does not show one payment")
    return { ...shown, payment }
  }
  const linesOf = (timeline: { kind: string; status: string; amount: unknown; by: object }[]) =>
    timeline.map(({ kind, status, amount, by }) => [kind, status, amount, by])

  it("captures a part once when two windows press at one moment, and tells the second that it moved", async () => {
    const { order, externalId } = await placeOrder(store, { provider: HOLD_FIRST.provider })
    const { payment, holds_lost_by_edit } = await pageOf(order)
    expect(payment.actions.capture).toEqual({ is: true, most: "1319.99", whole_only: false })
    expect(holds_lost_by_edit).toMatchObject([{ amount: "1319.99" }])
    const body = { amount: "100.00", seen: { captured: payment.store.captured } }
    const presses = [body, body].map((one) => page().capture(payment.payment_id, one))
    expect(endsOf(await Promise.allSettled(presses))).toEqual([200, "409 moved_meanwhile"])
    await store.gateway.quiet()
    await expectAsked(store.gateway, externalId, { confirm: 1 })
    await expectBothLedgers(store.admin, store.gateway, order, {
      captured: "100.00",
      held: "1219.99",
    })
    // Medusa's own button in one window, ours in the other: what was not seen is not added to.
    await store.admin.capture(store.admin.paymentOf(order), 19.99)
    const late = page().capture(payment.payment_id, {
      amount: "10.00",
      seen: { captured: "100.00" },
    })
    await expect(late).rejects.toMatchObject({ status: 409, code: "moved_meanwhile" })

    await page().cancelRemainder(payment.payment_id)
    const after = (await pageOf(order)).payment
    expect(after.agreement).toEqual({ is: "agrees" })
    expect(linesOf(after.timeline)).toEqual([
      ["cancel", "success", "1200.00", STAFF],
      ["capture", "success", "19.99", STAFF],
      ["capture", "success", "100.00", STAFF],
      ["payment", "success", "1319.99", SHOPPER],
    ])
    expect(after.hold_until).toBeNull()
    expect(after.actions.capture).toEqual({ is: false, why: "nothing_held" })
  })

  it("refunds nothing by what was seen before, and once what two windows ask for, with the goods that staff chose", async () => {
    const goods = { shirt: 1, socks: 2 }
    const { order, externalId } = await placeOrder(store, { provider: AT_ONCE.provider, goods })
    const { payment } = await pageOf(order)
    const id = payment.payment_id
    const outdated = page().refund(id, { amount: "10.00", seen: { refunded: "10.00" } })
    await expect(outdated).rejects.toMatchObject({ status: 409, code: "moved_meanwhile" })
    for (const amount of ["0.00", "-1.00", "1.001", "1e3", "all"]) {
      const unreadable = page().refund(id, { amount, seen: { refunded: "0.00" } })
      await expect(unreadable).rejects.toMatchObject({ status: 400, code: "amount_too_exact" })
    }
    const strangers = [{ item_id: "ordli_of_another", quantity: 1 }]
    await expect(
      page().refund(id, { amount: "1.00", seen: { refunded: "0.00" }, items: strangers }),
    ).rejects.toMatchObject({ status: 400, code: "goods_not_of_order" })
    await expectAsked(store.gateway, externalId, {})

    const items = await socksOf(order)
    const body = { amount: "200.00", seen: { refunded: "0.00" }, note: "A hole", items }
    const presses = [body, body].map((one) => page().refund(id, one))
    expect(endsOf(await Promise.allSettled(presses))).toEqual([200, "409 moved_meanwhile"])
    await store.gateway.quiet()
    await expectAsked(store.gateway, externalId, { refund: 1 })
    const [request] = await store.gateway.requests({ endpoint: "refund", external_id: externalId })
    const { total, products } = receiptOf(request?.body)
    expect({ total, names: products.map(({ name }) => name) }).toEqual({
      total: "200.00",
      names: [expect.stringMatching(/^Шкарпетки/)],
    })
    const { timeline, store: sums } = (await pageOf(order)).payment
    expect(sums.refunded).toBe("200.00")
    const more = { ...body, seen: { refunded: "200.00" }, items: [...items, ...items] }
    await expect(page().refund(id, more)).rejects.toMatchObject({ code: "goods_not_of_order" })
    expect(timeline[0]).toMatchObject({ kind: "refund", by: STAFF, note: "A hole" })
  })

  const socksOf = async ({ id }: { id: string }) => {
    const { items } = await itemsOf(id)
    const socks = items.find(({ quantity }) => quantity === 2)
    if (!socks) throw new Error("The order has no socks")
    return [{ item_id: socks.id, quantity: 1 }]
  }
  const itemsOf = async (id: string) => {
    const [{ items = [] }] = await store.container
      .resolve("order")
      .listOrders({ id }, { relations: ["items"] })
    return { items: items.map((one) => ({ id: one.id, quantity: Number(one.quantity) })) }
  }

  it("shows what the cabinet did as a difference, refunds nothing on top of it, and agrees once synced", async () => {
    const { order, externalId } = await placeOrder(store, { provider: AT_ONCE.provider })
    const { payment_id: id } = (await pageOf(order)).payment
    await store.gateway.callbacks("lose")
    await store.gateway.cabinet(externalId, "refund", { amount: 100 })
    const { agreement, actions } = (await pageOf(order)).payment
    expect(agreement).toEqual({
      is: "differs",
      differences: [{ sum: "refunded", store: "0.00", gateway: "100.00" }],
      since: expect.stringMatching(/^\d{4}-/),
      next: "will_sync",
    })
    expect(actions.refund).toEqual({ is: false, why: "differs" })
    const onTop = page().refund(id, { amount: "100.00", seen: { refunded: "0.00" } })
    await expect(onTop).rejects.toMatchObject({ status: 409, code: "moved_meanwhile" })
    await expectAsked(store.gateway, externalId, {})
    expect((await pageOf(order)).payment.agreement).toEqual({ is: "agrees" })

    await store.gateway.cabinet(externalId, "refund", { amount: 20 })
    expect((await pageOf(order)).payment.agreement).toMatchObject({ is: "differs" })
    await page().sync(id)
    const synced = (await pageOf(order)).payment
    expect(synced.agreement).toEqual({ is: "agrees" })
    expect(linesOf(synced.timeline).map(([kind, , amount, by]) => [kind, amount, by])).toEqual([
      ["action", null, STAFF],
      ["refund", "20.00", CABINET],
      ["refund", "100.00", CABINET],
      ["payment", "1319.99", SHOPPER],
    ])
    expect(synced.timeline[0]).toMatchObject({ action: "sync", status: "success" })
  })

  it("shows a shopper's refused cards beside the one that paid, and the page that they left", async () => {
    const left = await openCheckout(store, { provider: HOLD_FIRST.provider })
    await store.gateway.pay(left.externalId, { card: DECLINED })
    await store.gateway.quiet()
    const { id: externalId } = await store.shopper.openSession(left.cart, AT_ONCE.provider)
    await store.gateway.pay(externalId, { card: DECLINED })
    await store.gateway.pay(externalId)
    await store.gateway.quiet()
    const { payment, tries } = await pageOf(await store.admin.theOrderOf(left.cart))
    expect(payment.paid_with).toMatchObject({
      kind: "card",
      mask: expect.stringMatching(/^\d{4} \d\d[*]{2} /),
      brand: "visa",
    })
    expect(linesOf(payment.timeline)).toEqual([
      ["payment", "success", "1319.99", SHOPPER],
      ["payment", "failure", "1319.99", SHOPPER],
    ])
    expect(payment.timeline[1]).toMatchObject({ code: expect.any(String) })
    expect(tries).toMatchObject([
      { session_id: left.externalId, is: "declined", code: expect.any(String), amount: "1319.99" },
    ])
  })

  it("shows the page while RozetkaPay does not answer, and says that its ledger is not known", async () => {
    const { order } = await placeOrder(store, { provider: HOLD_FIRST.provider })
    await store.admin.capture(store.admin.paymentOf(order), 100)
    await store.gateway.fault({ endpoint: "info", kind: "500_before", times: 0 })
    const { payment } = await pageOf(order)
    expect(payment).toMatchObject({
      gateway: null,
      agreement: { is: "unknown", code: "gateway_down" },
      store: { captured: "100.00", held: "1219.99" },
      actions: { capture: { is: false, why: "gateway_unknown" }, sync: { is: true } },
    })
    expect(linesOf(payment.timeline)).toEqual([
      ["capture", "success", "100.00", STAFF],
      ["payment", "success", "1319.99", SHOPPER],
    ])
    const press = { amount: "1.00", seen: { captured: "100.00" } }
    await expect(page().capture(payment.payment_id, press)).rejects.toMatchObject({ status: 400 })
    await store.gateway.clearFaults()
    expect((await pageOf(order)).payment.store.captured).toBe("100.00")
  })

  it("makes one payment link of what is due, however many ask for it, and shows who sent it once it is paid", async () => {
    const { order } = await orderByTelephone(store)
    const before = await page().orderPayments(order.id)
    expect(before).toMatchObject({
      payments: [],
      outstanding: { amount: "1319.99", link_url: null, can_make_link: { is: true } },
    })
    const links = await Promise.all([1, 2].map(() => page().makePaymentLink(order.id)))
    const [link] = links
    expect(links).toEqual([link, link])
    expect(link?.url).toMatch(/\/payment-collection\/pay_col_\w+\?order_id=order_\w+$/)
    expect((await store.admin.order(order.id)).payment_collections).toHaveLength(1)
    expect((await page().orderPayments(order.id)).outstanding?.link_url).toBe(link?.url)

    const [{ external_id: externalId }] = await store.gateway.payments()
    await store.gateway.pay(externalId)
    await store.gateway.quiet()
    const { payment, outstanding, holds_lost_by_edit } = await pageOf(order)
    expect(outstanding).toBeNull()
    expect(payment.purpose).toBe("link")
    expect(payment.timeline.filter(({ action }) => action === "payment_link")).toMatchObject([
      { by: STAFF },
      { by: STAFF },
    ])
    await expect(page().makePaymentLink(order.id)).rejects.toMatchObject({
      code: "nothing_outstanding",
    })
    // Medusa gives the hold up with an edit, as staff are warned: the next link asks for all of it.
    expect(holds_lost_by_edit).toMatchObject([{ payment_id: payment.payment_id }])
    await editOrder(store, order.id, { shirts: 2 })
    expect(await page().makePaymentLink(order.id)).toMatchObject({ amount: "2639.98" })
    const given = (await pageOf(order)).payment
    expect(given.agreement).toEqual({ is: "agrees" })
    expect(linesOf(given.timeline)[0]).toEqual(["cancel", "success", "1319.99", PLUGIN])
  })
})
