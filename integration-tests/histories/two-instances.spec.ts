import { z } from "zod"
import { deliver, signature } from "../drivers/callback-signer"
import { expectOperations } from "../drivers/gateway-operations"
import { send } from "../drivers/json-http"
import { decimal, kopiykas, sum } from "../drivers/kopiykas"
import type { Cart } from "../drivers/shopper"
import { expectBothLedgers, twoLedgers } from "../drivers/two-ledgers"
import { MERCHANT } from "../setup/store"
import { comeToRest } from "./quiet"
import { type OpenStore, openStore } from "./setup/open-store"
import { hasRedis, type Redis, startRedis } from "./setup/redis"
import { KINDS } from "./store-process/payment-kinds"

const several = hasRedis() ? describe : describe.skip

several("Two Medusa processes on one PostgreSQL and one Redis", () => {
  let redis: Redis
  let store: OpenStore

  beforeAll(async () => {
    redis = await startRedis()
    store = await openStore({ REDIS_URL: redis.url }, 2)
  }, 240_000)
  afterAll(async () => {
    await store?.close()
    await redis?.stop()
  }, 60_000)
  beforeEach(async () => {
    await store.gateway.clearFaults()
    await store.gateway.callbacks("normal")
  })

  const both = <Result>(
    work: (
      one: ReturnType<OpenStore["through"]> & { url: string },
      index: number,
    ) => Promise<Result>,
  ) =>
    Promise.all(
      store.processes.map(({ url }, index) => work({ url, ...store.through(url) }, index)),
    )

  async function paidButUntold(provider: string) {
    await store.gateway.callbacks("hold")
    const cart = await store.shopper.fillCart()
    const { id } = await store.shopper.openSession(cart, provider)
    await store.gateway.pay(id)
    return { cart, id }
  }

  async function order(provider: string) {
    const cart = await store.shopper.fillCart()
    const { id } = await store.shopper.openSession(cart, provider)
    await store.gateway.pay(id)
    await store.gateway.quiet()
    const placed = await store.admin.theOrderOf(cart)
    return { cart, id, order: placed, payment: store.admin.paymentOf(placed) }
  }

  /** The gateway's newest word about a payment, told to both processes several times at once. */
  async function tellBoth(id: string, copies: number): Promise<number[]> {
    const { url, body } = await store.gateway.newestCallback(id)
    const signed = { signature: signature(body, MERCHANT.password) }
    const path = new URL(url).pathname
    const answers = await both((one) =>
      Promise.all(Array.from({ length: copies }, () => deliver(`${one.url}${path}`, body, signed))),
    )
    return answers.flat().map(({ status }) => status)
  }

  /** How many payments there are at RozetkaPay in which a card was asked for money. */
  const charged = async () =>
    (await store.gateway.payments()).filter(({ operations }) => operations.length > 0).length

  async function rowsOf(cart: Cart) {
    const placed = await store.admin.theOrderOf(cart)
    const payment = store.admin.paymentOf(placed)
    return {
      captures: (payment.captures ?? []).map(({ amount }) => amount),
      refunds: (payment.refunds ?? []).map(({ amount }) => amount),
    }
  }

  test("The same callback at both, the shopper coming back to both and pressing 'place the order' at both make one order, one payment, one capture", async () => {
    const { cart, id } = await paidButUntold(KINDS.atOnce.provider)
    const back = new URL(String((await store.gateway.payment(id)).result_url)).pathname
    const [told] = await Promise.all([
      tellBoth(id, 5),
      both(({ url }) => send(`${url}${back}`)),
      both(({ shopper }) => shopper.complete(cart).catch((error: Error) => error.message)),
    ])
    // Whoever found the cart busy says so, and RozetkaPay calls again.
    expect(told.filter((status) => status !== 200 && status !== 503)).toEqual([])
    expect(await tellBoth(id, 2)).toEqual([200, 200, 200, 200])
    expect(await rowsOf(cart)).toEqual({ captures: [1319.99], refunds: [] })
    await expectBothLedgers(store.admin, store.gateway, await store.admin.theOrderOf(cart), {
      captured: "1319.99",
    })
    await expectOperations(store.gateway, id, {})
    const payments = await store.database.rows(
      z.unknown(),
      "select id from payment where payment_session_id = $1",
      [id],
    )
    expect(payments).toHaveLength(1)
  }, 120_000)

  test("A card that is charged in the store by both at the same instant is charged by one, and the other says so", async () => {
    const cart = await store.shopper.fillCart()
    await store.shopper.openSession(cart, KINDS.atOnce.provider)
    await store.gateway.callbacks("hold")
    await store.gateway.fault({ endpoint: "create", kind: "latency", ms: 500, times: 2 })
    const before = await charged()
    const answers = await both(async ({ shopper }) => {
      const token = await store.gateway.token("cc_token", "4111111111111111")
      const payment_method = { type: "cc_token", token }
      const data = { mode: "direct", payment_method }
      return shopper.tryToOpenSession(cart, KINDS.atOnce.provider, data)
    })
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
    expect(answers.map(({ text }) => text).join()).toMatch(/вже оплачено|уже оплачено/)
    expect((await charged()) - before).toBe(1)

    expect((await store.shopper.complete(cart)).order?.total).toBe(1319.99)
    await store.gateway.callbacks("normal")
    await store.gateway.flushCallbacks()
    await store.gateway.quiet()
    const placed = await store.admin.theOrderOf(cart)
    await expectBothLedgers(store.admin, store.gateway, placed, { captured: "1319.99" })
  }, 120_000)

  test("A capture that is pressed at both at once, beside its own callbacks, is made once", async () => {
    const { cart, id, payment } = await order(KINDS.holdFirst.provider)
    await both(({ admin }) => admin.capture(payment))
    await tellBoth(id, 3)
    await store.gateway.quiet()
    expect(await rowsOf(cart)).toEqual({ captures: [1319.99], refunds: [] })
    await expectBothLedgers(store.admin, store.gateway, await store.admin.theOrderOf(cart), {
      captured: "1319.99",
    })
    await expectOperations(store.gateway, id, { confirm: 1 })
  }, 120_000)

  test("Refunds of different amounts at both, with their answers lost and beside the cabinet, return what was asked for and not a kopiyka more", async () => {
    const { id, order: placed, payment } = await order(KINDS.atOnce.provider)
    await store.gateway.fault({ endpoint: "refund", kind: "drop_after", times: 2 })
    const amounts = [100.5, 200.25]
    await Promise.all([
      both(({ admin }, index) => admin.refund(payment, amounts[index] ?? 0)),
      store.gateway.cabinet(id, "refund", { amount: 50 }),
    ])
    await store.gateway.quiet()
    await tellBoth(id, 3)
    expect(await comeToRest(store)).toEqual([])
    const ledgers = await twoLedgers(store.admin, store.gateway, placed)
    expect(ledgers.store).toEqual(ledgers.gateway)
    const byTheStore = (await store.gateway.payment(id)).operations
      .filter(({ operation, by }) => operation === "refund" && by === "api")
      .map(({ amount }) => amount)
    expect(sum(byTheStore)).toBeLessThanOrEqual(sum(amounts))
    expect(kopiykas(ledgers.gateway.refunded)).toBe(kopiykas("50.00") + sum(byTheStore))
  }, 120_000)

  test("The whole amount refunded at both at once is returned once", async () => {
    const { cart, id, payment, order: placed } = await order(KINDS.atOnce.provider)
    const answers = await both(({ admin }) => admin.refund(payment, 1319.99))
    await tellBoth(id, 3)
    await store.gateway.quiet()
    expect(answers.map(({ status }) => status)).toContain(200)
    expect(decimal(sum((await rowsOf(cart)).refunds))).toBe("1319.99")
    await expectBothLedgers(store.admin, store.gateway, placed, {
      captured: "1319.99",
      refunded: "1319.99",
    })
    await expectOperations(store.gateway, id, { refund: 1 })
  }, 120_000)

  test("Reconciling at both at once places each order that callbacks missed once", async () => {
    const missed = []
    for (let made = 0; made < 4; made++) {
      missed.push(await paidButUntold(made % 2 ? KINDS.holdFirst.provider : KINDS.atOnce.provider))
    }
    const runs = await Promise.allSettled(store.processes.map((one) => one.reconcile()))
    expect(runs.map(({ status }) => status)).toContain("fulfilled")
    await store.process.reconcile()
    await store.gateway.flushCallbacks("shuffle")
    await store.gateway.quiet()
    for (const [index, { cart, id }] of missed.entries()) {
      const placed = await store.admin.theOrderOf(cart)
      const where = index % 2 ? { held: "1319.99" } : { captured: "1319.99" }
      await expectBothLedgers(store.admin, store.gateway, placed, where)
      await expectOperations(store.gateway, id, {})
    }
  }, 120_000)

  test("An order that is cancelled at both at once gives its money back once", async () => {
    const { id, order: placed } = await order(KINDS.atOnce.provider)
    await both(({ admin }) => admin.cancel(placed))
    expect(await comeToRest(store)).toEqual([])
    const after = await store.admin.order(placed.id)
    expect(after.status).toBe("canceled")
    await expectBothLedgers(store.admin, store.gateway, placed, {
      captured: "1319.99",
      refunded: "1319.99",
    })
    await expectOperations(store.gateway, id, { refund: 1 })
  }, 120_000)
})
