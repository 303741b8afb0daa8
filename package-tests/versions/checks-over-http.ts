import assert from "node:assert/strict"
import { z } from "zod"
import { deliver, retell, signature } from "../../integration-tests/drivers/callback-signer"
import { comeBack, placeOrder } from "../../integration-tests/drivers/checkout"
import { eventually } from "../../integration-tests/drivers/eventually"
import { type Answer, send } from "../../integration-tests/drivers/json-http"
import { LinkPage, waysIn } from "../../integration-tests/drivers/link-page"
import { orderByTelephone, paymentsOf } from "../../integration-tests/drivers/payment-link"
import { theseDays } from "../../integration-tests/drivers/staff-pages"
import { type Ledger, twoLedgers } from "../../integration-tests/drivers/two-ledgers"
import { PRICES } from "../../integration-tests/setup/seed-store"
import { MERCHANT, ROZETKAPAY } from "../../integration-tests/setup/store"
import type { OpenStore } from "./store-of-version"

type Sale = Awaited<ReturnType<typeof placeOrder>>

const NOTHING = { held: "0.00", captured: "0.00", canceled: "0.00", refunded: "0.00" }

/** Both ledgers of the order's payment come to say this; a moment later is soon enough. */
async function ledgersBecome(store: OpenStore, order: { id: string }, expected: Partial<Ledger>) {
  const wanted = { ...NOTHING, ...expected }
  let last: unknown
  const agree = async () => {
    const both = await twoLedgers(store.admin, store.gateway, order).catch(String)
    last = both
    return JSON.stringify(both) === JSON.stringify({ store: wanted, gateway: wanted })
  }
  await eventually("the ledgers", agree, 30_000).catch(() =>
    assert.deepEqual(last, { store: wanted, gateway: wanted }),
  )
}

const done = async (answer: Promise<Answer>): Promise<Answer> => {
  const { status, text, ...more } = await answer
  if (status >= 300) throw new Error(`It answered ${status}: ${text}`)
  return { status, text, ...more }
}

/** A cart, its session, RozetkaPay's page, the signed callback, the order, and the way back to it. */
export async function purchase(store: OpenStore): Promise<Sale> {
  const sale = await placeOrder(store)
  const page = await send(String(sale.session.data.checkout_url))
  assert.equal(page.status, 200)
  await ledgersBecome(store, sale.order, { held: PRICES.shirt })
  const back = await comeBack(store, sale)
  assert.ok(back.href.includes(sale.order.id), `the shopper was led to ${back.href}`)
  return sale
}

/** One after the other; each gets its order. */
export async function severalPurchases(store: OpenStore): Promise<void> {
  for (let count = 0; count < 5; count += 1) {
    const { order } = await placeOrder(store)
    await ledgersBecome(store, order, { held: PRICES.shirt })
  }
}

/** What staff do with Medusa's own buttons. */
export async function captureAndRefund(store: OpenStore, { order }: Sale): Promise<void> {
  const payment = store.admin.paymentOf(order)
  await done(store.admin.capture(payment))
  await ledgersBecome(store, order, { captured: PRICES.shirt })
  await done(store.admin.refund(payment, 100))
  await ledgersBecome(store, order, { captured: PRICES.shirt, refunded: "100.00" })
  await store.gateway.quiet()
  const { payment_status: status, summary } = await store.admin.order(order.id)
  assert.equal(status, "partially_refunded")
  assert.equal(summary?.refunded_total, 100)
}

/** Holds are given up when the order is cancelled. */
export async function cancelOrder(store: OpenStore): Promise<void> {
  const { order } = await placeOrder(store)
  await done(store.admin.cancel(order))
  await ledgersBecome(store, order, { canceled: PRICES.shirt })
}

export async function refuseForged(store: OpenStore, { order, externalId }: Sale): Promise<void> {
  const before = await twoLedgers(store.admin, store.gateway, order)
  const newest = await store.gateway.newestCallback(externalId)
  const forged = signature(newest.body, "another password")
  assert.equal((await deliver(newest.url, newest.body, { signature: forged })).status, 401)
  assert.equal((await deliver(newest.url, newest.body, {})).status, 401)
  assert.equal((await retell(newest, MERCHANT.password)).status, 200)
  assert.deepEqual(await twoLedgers(store.admin, store.gateway, order), before)
}

/** The plugin's own routes for staff: what they read, and what they move. */
export async function adminRoutes(store: OpenStore): Promise<void> {
  const { order, externalId } = await placeOrder(store)
  const { id } = store.admin.paymentOf(order)
  const { api } = store.admin
  const post = (path: string, body: object) =>
    done(api.attempt(`/admin/rozetkapay/payments/${id}/${path}`, body))
  await post("capture", { amount: "1000.00", seen: { captured: "0.00" } })
  await post("refund", { amount: "200.00", seen: { refunded: "0.00" }, note: "A hole" })
  await done(store.admin.release({ id }))
  const moved = { captured: "1000.00", refunded: "200.00", canceled: "319.99" }
  await ledgersBecome(store, order, moved)
  await post("sync", {})
  await ledgersBecome(store, order, moved)

  const seen = await store.admin.atRozetkaPay({ id })
  assert.equal(seen.external_id, externalId)
  const agreement = z.object({
    payments: z
      .array(z.object({ payment_id: z.string(), agreement: z.object({ is: z.string() }) }))
      .length(1),
  })
  const ofOrder = await api.get(agreement, `/admin/rozetkapay/orders/${order.id}`)
  assert.deepEqual(ofOrder.payments, [{ payment_id: id, agreement: { is: "agrees" } }])

  const days = theseDays(ROZETKAPAY)
  for (const path of [
    "providers?check=true",
    "attention",
    `payments?q=${encodeURIComponent(externalId)}`,
    "payments/export",
    `payouts${days}`,
    `payouts/export${days}`,
    `days${days}`,
    `days/export${days}`,
    "unexplained",
  ]) {
    const { status, text } = await api.call("GET", `/admin/rozetkapay/${path}`)
    assert.equal(status, 200, `${path} answered ${status}: ${text}`)
  }
}

/** An order that came by telephone is paid on the page of its link. */
export async function paymentLink(store: OpenStore): Promise<void> {
  const { order, email } = await orderByTelephone(store)
  const known = (await store.gateway.payments()).map(({ external_id }) => external_id)
  const shape = z.object({ url: z.string(), amount: z.string() })
  const path = `/admin/rozetkapay/orders/${order.id}/payment-link`
  const { url, amount } = await store.admin.api.post(shape, path)
  assert.equal(amount, PRICES.shirt)
  const collectionId = /payment-collection\/(\w+)/.exec(url)?.[1]
  const page = new LinkPage(store, { order, cart: { id: order.id, email, collectionId } })
  const before = await page.open(url)
  assert.equal(before.status, 200)
  const [way = ""] = waysIn(before)
  const pressed = await page.choose(way, {}, { address: url })
  assert.equal(pressed.status, 303, pressed.text.slice(0, 500))
  const opened = await store.gateway.payments()
  const payment = opened.filter(({ external_id }) => !known.includes(external_id)).pop()
  if (!payment) throw new Error("RozetkaPay knows no payment of the link")
  await store.gateway.pay(payment.external_id)
  await store.gateway.quiet()
  await ledgersBecome(store, order, { held: PRICES.shirt })
  assert.equal(paymentsOf(await store.admin.order(order.id)).length, 1)
  assert.deepEqual(waysIn(await page.open(url)), [])
}
