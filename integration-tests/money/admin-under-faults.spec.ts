import { placeOrder } from "../drivers/checkout"
import { expectOperations } from "../drivers/gateway-operations"
import type { Answer } from "../drivers/json-http"
import { bothLedgersBecome, expectBothLedgers } from "../drivers/two-ledgers"
import { witnessOf } from "../drivers/witness"
import { BOTH_KINDS, HOLD_FIRST } from "../setup/both-kinds"
import { runStore } from "../setup/run-store"

/** Long enough for a busy machine's honest answers. */
const TIMEOUT_MS = 1500

/** Every way in which an answer can go wrong: before the work was done, and after it. */
const FAULTS = [
  { kind: "drop_before" },
  { kind: "drop_after" },
  { kind: "timeout_before", ms: TIMEOUT_MS + 1000 },
  { kind: "timeout_after", ms: TIMEOUT_MS + 1000 },
  { kind: "429", reset: 60 },
  { kind: "500_before" },
  { kind: "500_after" },
  { kind: "502_before" },
  { kind: "502_after" },
  { kind: "malformed_after" },
]

/** Done although the answer was lost: success. Not done: one sentence why, never a bare "unknown error". */
function expectTruth(kind: string, { status, text }: Answer): void {
  expect({ kind, status }).toEqual({ kind, status: kind.endsWith("_after") ? 200 : 400 })
  if (status === 400) expect(text).toMatch(/RozetkaPay/)
}

const setup = { ...BOTH_KINDS, options: { timeoutMs: TIMEOUT_MS } }

runStore("An admin whose requests meet every fault of the gateway", setup, (store) => {
  const witness = witnessOf(store)

  it("captures part after part, each once, however often each is tried", async () => {
    const { order, externalId } = await placeOrder(store, HOLD_FIRST)
    const payment = store.admin.paymentOf(order)
    for (const [index, fault] of FAULTS.entries()) {
      await store.gateway.fault({ endpoint: "confirm", ...fault })
      const first = await store.admin.capture(payment, 100)
      expectTruth(fault.kind, first)
      if (first.status !== 200) {
        expect((await store.admin.capture(payment, 100)).status).toBe(200)
      }
      await store.gateway.quiet()
      const taken = (index + 1) * 100
      await expectBothLedgers(store.admin, store.gateway, order, {
        taken: `${taken}.00`,
        held: (1319.99 - taken).toFixed(2),
      })
      expect((await store.admin.order(order.id)).summary?.paid_total).toBe(taken)
    }
    await expectOperations(store.gateway, externalId, { confirm: FAULTS.length })
    expect(witness.told(externalId)).toEqual([])
  })

  it("refunds part after part, each once, however often each is tried", async () => {
    const { order, externalId } = await placeOrder(store)
    const payment = store.admin.paymentOf(order)
    for (const [index, fault] of FAULTS.entries()) {
      await store.gateway.fault({ endpoint: "refund", ...fault })
      const first = await store.admin.refund(payment, 100)
      expectTruth(fault.kind, first)
      if (first.status !== 200) {
        expect((await store.admin.refund(payment, 100)).status).toBe(200)
      }
      await store.gateway.quiet()
      const returned = (index + 1) * 100
      await expectBothLedgers(store.admin, store.gateway, order, {
        taken: "1319.99",
        returned: `${returned}.00`,
      })
      expect((await store.admin.order(order.id)).summary?.refunded_total).toBe(returned)
    }
    await expectOperations(store.gateway, externalId, { refund: FAULTS.length })
    expect(witness.told(externalId)).toEqual([])
  })

  it("cancels orders, and each hold is released once without being asked for again", async () => {
    for (const fault of FAULTS) {
      const { order, externalId } = await placeOrder(store, HOLD_FIRST)
      await store.gateway.fault({ endpoint: "cancel", ...fault })
      expect((await store.admin.cancel(order)).status).toBe(200)
      await bothLedgersBecome(store.admin, store.gateway, order, { released: "1319.99" })
      await store.gateway.quiet()
      await expectOperations(store.gateway, externalId, { cancel: 1 })
      expect((await store.admin.order(order.id)).status).toBe("canceled")
      expect(witness.logged("release", externalId)).not.toEqual([])
    }
  })

  it("cancels orders that were paid, and the money of each goes back once", async () => {
    for (const fault of FAULTS.filter(({ kind }) => /^(drop|429|malformed)/.test(kind))) {
      const { order, externalId } = await placeOrder(store)
      await store.gateway.fault({ endpoint: "refund", ...fault })
      expect((await store.admin.cancel(order)).status).toBe(200)
      await bothLedgersBecome(store.admin, store.gateway, order, {
        taken: "1319.99",
        returned: "1319.99",
      })
      await store.gateway.quiet()
      await expectOperations(store.gateway, externalId, { refund: 1 })
      const { status, summary } = await store.admin.order(order.id)
      expect({ kind: fault.kind, status, refunded: summary?.refunded_total }).toEqual({
        kind: fault.kind,
        status: "canceled",
        refunded: 1319.99,
      })
    }
  })
})
