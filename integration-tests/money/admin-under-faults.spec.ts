import { placeOrder } from "../drivers/checkout"
import { eventually } from "../drivers/eventually"
import { expectOperations } from "../drivers/gateway-operations"
import type { Answer } from "../drivers/json-http"
import { minus } from "../drivers/kopiykas"
import { bothLedgersBecome, expectBothLedgers } from "../drivers/two-ledgers"
import { witnessOf } from "../drivers/witness"
import { everyKind, SYSTEM_KINDS } from "../setup/kinds"
import { runStore } from "../setup/run-store"

/** Long enough for a busy machine's honest answers. */
const TIMEOUT_MS = 4_000

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

/** One of each sort: all systems judge an answer by the same rules, and each moves money its own way. */
const FEW_FAULTS = FAULTS.filter(({ kind }) => /^(drop|429|malformed)/.test(kind))

const setup = everyKind({ timeoutMs: TIMEOUT_MS })

runStore("An admin whose requests meet every fault of the gateway", setup, (store) => {
  const witness = witnessOf(store)

  /** Medusa adds to it by reading first, and two who do so at once are put right by the look that follows a movement. */
  const orderShows = (
    { id }: { id: string },
    sum: "paid_total" | "refunded_total",
    value: number,
  ) =>
    eventually(`the order shows a ${sum} of ${value}`, async () => {
      const { summary } = await store.admin.order(id)
      return summary?.[sum] === value
    })

  describe.each(SYSTEM_KINDS)("of $system", ({ system, atOnce, holdFirst }) => {
    const faults = system === "rozetkapay" ? FAULTS : FEW_FAULTS

    it("captures part after part, each once, however often each is tried", async () => {
      const { order, externalId } = await placeOrder(store, holdFirst)
      const payment = store.admin.paymentOf(order)
      for (const [index, fault] of faults.entries()) {
        await store.gateway.fault({ ...fault, endpoint: holdFirst.endpoints.confirm })
        const first = await store.admin.capture(payment, 100)
        expectTruth(fault.kind, first)
        if (first.status !== 200) {
          expect((await store.admin.capture(payment, 100)).status).toBe(200)
        }
        await store.gateway.quiet()
        const captured = (index + 1) * 100
        await expectBothLedgers(store.admin, store.gateway, order, {
          captured: `${captured}.00`,
          held: minus(holdFirst.total, captured),
        })
        await orderShows(order, "paid_total", captured)
      }
      const confirm = faults.length * holdFirst.orders
      await expectOperations(store.gateway, externalId, { confirm })
      expect(witness.told(externalId)).toEqual([])
    })

    it("refunds part after part, each once, however often each is tried", async () => {
      const { order, externalId } = await placeOrder(store, atOnce)
      const payment = store.admin.paymentOf(order)
      for (const [index, fault] of faults.entries()) {
        await store.gateway.fault({ ...fault, endpoint: atOnce.endpoints.refund })
        const refunded = (index + 1) * 100
        const first = await store.admin.refund(payment, 100)
        expectTruth(fault.kind, first)
        await store.gateway.quiet()
        if (first.status !== 200) {
          // Of several sellers the others' parts may be made: the order shows what is still to do.
          const { summary } = await store.admin.order(order.id)
          const rest = Number(minus(refunded, summary?.refunded_total ?? 0))
          expect((await store.admin.refund(payment, rest)).status).toBe(200)
          await store.gateway.quiet()
        }
        await expectBothLedgers(store.admin, store.gateway, order, {
          captured: atOnce.total,
          refunded: `${refunded}.00`,
        })
        await orderShows(order, "refunded_total", refunded)
      }
      // The one part that was made beside another whose request was lost, before the rest of both.
      const besides = atOnce.orders - 1
      const refund = faults.length * atOnce.orders + besides
      await expectOperations(store.gateway, externalId, { refund })
      const told = witness.told(externalId).map(({ name }) => name)
      expect(told).toEqual(Array(besides).fill("rozetkapay.refund.recorded"))
    })

    it("cancels orders, and each hold is canceled once without being asked for again", async () => {
      for (const fault of faults) {
        const { order, externalId } = await placeOrder(store, holdFirst)
        await store.gateway.fault({ ...fault, endpoint: holdFirst.endpoints.cancel })
        expect((await store.admin.cancel(order)).status).toBe(200)
        await bothLedgersBecome(store.admin, store.gateway, order, { canceled: holdFirst.total })
        await store.gateway.quiet()
        await expectOperations(store.gateway, externalId, { cancel: holdFirst.orders })
        expect((await store.admin.order(order.id)).status).toBe("canceled")
        expect(witness.logged("cancel", externalId)).not.toEqual([])
      }
    })

    it("cancels orders that were paid, and the money of each goes back once", async () => {
      for (const fault of FEW_FAULTS) {
        const { order, externalId } = await placeOrder(store, atOnce)
        await store.gateway.fault({ ...fault, endpoint: atOnce.endpoints.refund })
        expect((await store.admin.cancel(order)).status).toBe(200)
        await bothLedgersBecome(store.admin, store.gateway, order, {
          captured: atOnce.total,
          refunded: atOnce.total,
        })
        await store.gateway.quiet()
        await expectOperations(store.gateway, externalId, { refund: atOnce.orders })
        const { status, summary } = await store.admin.order(order.id)
        expect({ kind: fault.kind, status, refunded: summary?.refunded_total }).toEqual({
          kind: fault.kind,
          status: "canceled",
          refunded: Number(atOnce.total),
        })
      }
    })
  })
})
