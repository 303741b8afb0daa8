import { Modules } from "@medusajs/framework/utils"
import { placeOrder } from "../drivers/checkout"
import { eventually } from "../drivers/eventually"
import { expectAsked, expectOperations } from "../drivers/gateway-operations"
import { send } from "../drivers/json-http"
import { expectBothLedgers } from "../drivers/two-ledgers"
import { witnessOf } from "../drivers/witness"
import { reconcile, settle } from "../drivers/workflows"
import { runStore } from "../setup/run-store"
import { ROZETKAPAY } from "../setup/store"

/** Long enough for a busy machine's honest answers. */
const TIMEOUT_MS = 4_000

const setup = { capture: false, options: { timeoutMs: TIMEOUT_MS } }

runStore("A store that holds money first", setup, (store) => {
  const witness = witnessOf(store)
  const rest = { captured: "1000.00", canceled: "319.99" }

  const partlyCaptured = async () => {
    const placed = await placeOrder(store)
    const payment = store.admin.paymentOf(placed.order)
    expect((await store.admin.capture(payment, 1000)).status).toBe(200)
    return { ...placed, payment }
  }

  it("returns what was captured and cancels the rest when a partly captured order is cancelled", async () => {
    const { order, externalId } = await partlyCaptured()
    expect((await store.admin.cancel(order)).status).toBe(200)
    const { ledger } = await eventually("the rest of the hold is canceled", async () => {
      const payment = await store.gateway.payment(externalId)
      return payment.ledger.held === "0.00" && payment
    })
    expect(ledger).toMatchObject({ captured: "1000.00", canceled: "319.99", refunded: "1000.00" })
  })

  it("cancels the rest of a partly captured hold when the admin asks for it, once, and keeps the part", async () => {
    const { order, externalId, payment } = await partlyCaptured()
    for (const _ of ["asked", "asked again"]) {
      const { status, json } = await store.admin.release(payment)
      expect({ status, json }).toEqual({
        status: 200,
        json: {
          payment_id: payment.id,
          canceled: "319.99",
          currency_code: "uah",
          ledger: {
            authorized: "1319.99",
            captured: "1000.00",
            canceled: "319.99",
            refunded: "0.00",
          },
        },
      })
    }
    await store.gateway.quiet()
    await expectBothLedgers(store.admin, store.gateway, order, rest)
    await expectAsked(store.gateway, externalId, { confirm: 1, cancel: 1 })

    // Both ledgers agree: nothing is left to sync, and nobody is told of a cancellation made elsewhere.
    await settle(store, ROZETKAPAY, externalId)
    expect((await reconcile(store)).differences).toEqual([])
    expect(witness.told(externalId)).toEqual([])
    const { summary, status, total } = await store.admin.order(order.id)
    expect({ ...summary, status, total }).toMatchObject({
      paid_total: 1000,
      refunded_total: 0,
      status: "pending",
      total: 1319.99,
    })

    const capture = await store.admin.capture(payment, 100)
    expect(capture.status).toBe(400)
    expect(capture.text).toMatch(/has been canceled/)
    expect((await store.admin.refund(payment, 1000)).status).toBe(200)
    await expectBothLedgers(store.admin, store.gateway, order, { ...rest, refunded: "1000.00" })
    await expectOperations(store.gateway, externalId, { confirm: 1, cancel: 1, refund: 1 })
  })

  it("cancels the rest once, whatever goes wrong with RozetkaPay's answer, and never says that it did when it did not", async () => {
    for (const fault of [
      { kind: "drop_before" },
      { kind: "drop_after" },
      { kind: "timeout_after", ms: TIMEOUT_MS + 1000 },
      { kind: "429", reset: 60 },
      { kind: "500_before" },
      { kind: "500_after" },
      { kind: "malformed_after" },
    ]) {
      const { order, externalId, payment } = await partlyCaptured()
      await store.gateway.fault({ endpoint: "cancel", ...fault })
      const { status, text } = await store.admin.release(payment)
      const isDone = fault.kind.endsWith("_after")
      expect({ ...fault, status }).toEqual({ ...fault, status: isDone ? 200 : 400 })
      if (!isDone) {
        expect(text).toMatch(/cancellation of 319\.99 UAH/)
        expect(witness.logged("the rest of a hold was not canceled", externalId)).toHaveLength(1)
        await expectBothLedgers(store.admin, store.gateway, order, {
          captured: "1000.00",
          held: "319.99",
        })
      }
      expect((await store.admin.release(payment)).status).toBe(200)
      await store.gateway.quiet()
      await expectBothLedgers(store.admin, store.gateway, order, rest)
      await expectOperations(store.gateway, externalId, { confirm: 1, cancel: 1 })
      expect(witness.told(externalId)).toEqual([])
    }
  })

  it("says so in a sentence when RozetkaPay does not answer at all", async () => {
    const { order, payment } = await partlyCaptured()
    await store.gateway.fault({ endpoint: "info", kind: "500_before", times: 0 })
    const { status, text } = await store.admin.release(payment)
    expect(status).toBe(400)
    expect(text).toMatch(/RozetkaPay/)
    await store.gateway.clearFaults()
    await expectBothLedgers(store.admin, store.gateway, order, {
      captured: "1000.00",
      held: "319.99",
    })
  })

  it("cancels once when two admins ask at the same moment", async () => {
    const { order, externalId, payment } = await partlyCaptured()
    const answers = await Promise.all([store.admin.release(payment), store.admin.release(payment)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    await store.gateway.quiet()
    await expectBothLedgers(store.admin, store.gateway, order, rest)
    await expectAsked(store.gateway, externalId, { confirm: 1, cancel: 1 })
  })

  it("first records a capture that was made in the cabinet and not heard of", async () => {
    const { order, externalId } = await placeOrder(store)
    await store.gateway.callbacks("lose")
    await store.gateway.cabinet(externalId, "confirm", { amount: 1000 })
    expect((await store.admin.release(store.admin.paymentOf(order))).status).toBe(200)
    await expectBothLedgers(store.admin, store.gateway, order, rest)
    expect((await store.admin.order(order.id)).summary?.paid_total).toBe(1000)
  })

  it("can be asked for by the workflow's id", async () => {
    const { order, payment } = await partlyCaptured()
    const { result } = await store.container
      .resolve(Modules.WORKFLOW_ENGINE)
      .run("rozetkapay-cancel-remainder", { input: { payment_id: payment.id } })
    expect(result).toMatchObject({ canceled: "319.99" })
    await expectBothLedgers(store.admin, store.gateway, order, rest)
  })

  it("refuses with a sentence what is no remainder, and touches no money", async () => {
    const { order, externalId } = await placeOrder(store)
    const payment = store.admin.paymentOf(order)
    const untouched = await store.admin.release(payment)
    expect(untouched.status).toBe(400)
    expect(untouched.text).toMatch(/cancel the order instead/)
    await store.admin.capture(payment)
    const whole = await store.admin.release(payment)
    expect(whole.status).toBe(400)
    expect(whole.text).toMatch(/Nothing is held/)
    await expectAsked(store.gateway, externalId, { confirm: 1 })
  })

  it("does not know payments of others, and lets in nobody without a login", async () => {
    const { payment, externalId } = await partlyCaptured()
    const cart = await store.shopper.fillCart()
    await store.shopper.openSession(cart, "pp_system_default")
    await store.shopper.complete(cart)
    const others = store.admin.paymentOf(await store.admin.theOrderOf(cart))
    for (const id of [others.id, "pay_unknown", "..%2f", "%00"]) {
      const { status, text } = await store.admin.release({ id })
      expect({ id, status }).toEqual({ id, status: 404 })
      expect(text).toMatch(/made through RozetkaPay/)
    }
    const stranger = await send(
      `${store.url}/admin/rozetkapay/payments/${payment.id}/cancel-remainder`,
      {
        method: "POST",
        body: {},
      },
    )
    expect(stranger.status).toBe(401)
    await expectAsked(store.gateway, externalId, { confirm: 1 })
  })
})
