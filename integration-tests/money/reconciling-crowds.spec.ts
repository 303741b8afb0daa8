import { Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import reconcilePayments from "../../src/jobs/reconcile-payments"
import { openMemory } from "../../src/workflows/reconcile/reconcile-memory"
import { type FindCandidatesInput, findCandidates } from "../../src/workflows/steps/find-candidates"
import { openCheckout } from "../drivers/checkout"
import { eventually } from "../drivers/eventually"
import { expectAsked } from "../drivers/gateway-operations"
import { witnessOf } from "../drivers/witness"
import { reconcile } from "../drivers/workflows"
import { runStore } from "../setup/run-store"
import { ROZETKAPAY } from "../setup/store"

const CROWD = 20_000
const MOST_RETURNS = 2

runStore(
  "A store with more open payments than one run looks at",
  { capture: true, options: { mostReturnsPerRun: MOST_RETURNS } },
  (store) => {
    const witness = witnessOf(store)
    const database = () => store.container.resolve("__pg_connection__")
    beforeEach(() => store.gateway.callbacks("lose"))

    /** Checkouts that were opened over the last 13 days and left, like this one. */
    const crowdLike = async (externalId: string) => {
      await database().raw(
        `insert into payment_session
           (id, currency_code, amount, raw_amount, provider_id, data, status, payment_collection_id, created_at, updated_at)
         select c.id, currency_code, amount, raw_amount, provider_id,
                data || jsonb_build_object('external_id', c.id), status, payment_collection_id, c.at, c.at
         from payment_session s, lateral (
           select 'payses_00' || lpad(n::text, 24, '0') as id,
                  now() - interval '25 hours' - (? - n) * interval '15 hours' / 1000 as at
           from generate_series(1, ?) n
         ) c
         where s.id = ?`,
        [CROWD, CROWD, externalId],
      )
      // As PostgreSQL does by itself after a while: without, it knows nothing of rows that came at once.
      await database().raw("analyze payment_session")
    }

    const age = (externalId: string, minutes: number) =>
      database().raw(
        "update payment_session set created_at = now() - ? * interval '1 minute' where id = ?",
        [minutes, externalId],
      )

    /** Rows of sessions that PostgreSQL has read, as far as its processes have told. */
    const rowsRead = async (): Promise<number> => {
      const { rows } = await database().raw(
        "select seq_tup_read + idx_tup_fetch as count from pg_stat_user_tables where relname = 'payment_session'",
      )
      return z.array(z.object({ count: z.coerce.number() })).parse(rows)[0]?.count ?? 0
    }

    /** The first so many payments that a run of the job, or of an operator, would look at. */
    const candidates = async (count: number, asked: FindCandidatesInput = {}) => {
      const memory = await openMemory(store.container, ROZETKAPAY, true)
      const captured: string[] = []
      const found = findCandidates(store.container, ROZETKAPAY, asked, memory)
      for await (const { external_id } of found) {
        captured.push(external_id)
        if (captured.length === count) break
      }
      return captured
    }

    it("places the order that was just paid although 20,000 checkouts were left open before it", async () => {
      const abandoned = await openCheckout(store)
      await crowdLike(abandoned.externalId)
      const { cart, externalId } = await openCheckout(store)
      await store.gateway.pay(externalId)
      await age(externalId, 6)
      expect((await candidates(10)).indexOf(externalId)).toBeLessThan(3)

      const run = reconcilePayments(store.container)
      await eventually("the order", async () => (await store.admin.ordersOf(cart)).at(0))
      // Nobody waits for the rest of this run.
      await database().raw("delete from payment_session where id like 'payses_00%'")
      await run
    })

    it("goes through 20,000 left checkouts page by page, each run from where the last one stopped, and each once", async () => {
      const { externalId } = await openCheckout(store)
      await crowdLike(externalId)
      const before = await rowsRead()
      const first = await candidates(700)
      const second = await candidates(1_500)
      const rest = await candidates(CROWD)
      const crowd = [...first, ...second, ...rest].filter((id) => id.startsWith("payses_00"))
      // Who had been yielded last is not known to be finished with, and comes again.
      expect(crowd.length).toBeLessThanOrEqual(CROWD + 2)
      expect(new Set(crowd).size).toBe(CROWD)
      // The round is done: the next one begins tomorrow.
      expect((await candidates(10)).filter((id) => id.startsWith("payses_00"))).toEqual([])

      // A page costs about a page, wherever it is: with a sorted or counted list each costs the whole list.
      const read = await eventually("PostgreSQL's own count of what was read", async () => {
        const count = (await rowsRead()) - before
        return count > CROWD && count
      })
      expect(read).toBeLessThan(30 * CROWD)
    })

    it("comes to an end for an operator who wants all looked at, run by run, while the job is amid its own round", async () => {
      const { externalId } = await openCheckout(store)
      await crowdLike(externalId)
      await candidates(700)
      const runs: string[][] = []
      for (let left = true; left && runs.length < 6; left = runs.at(-1)?.length === 8_000) {
        runs.push(await candidates(8_000, { min_age_minutes: 0 }))
      }
      expect(runs).toHaveLength(3)
      const crowd = runs.flat().filter((id) => id.startsWith("payses_00"))
      expect(new Set(crowd).size).toBe(CROWD)
    })

    it("finds its own lost payment the first night among 120 newer ones of another shop that can't be asked for", async () => {
      const orphan = await openCheckout(store)
      await store.gateway.pay(orphan.externalId)
      await store.shopper.addToCart(orphan.cart, "socks")
      const foreign = Array.from(
        { length: 120 },
        (_, count) => `payses_7ZZZZZZZZZZZZZZZZZZZZZZ${String(count).padStart(3, "0")}`,
      )
      for (const external_id of foreign) {
        const shop = { external_id, amount: 55.5, currency: "UAH", state: "captured" as const }
        await store.gateway.paymentBySomebodyElse(shop)
      }
      await store.gateway.callbacks("normal")
      const night = await reconcile(store, { report_days: 14 })
      expect(night.errors).toEqual([])
      expect(night.announced).toEqual([{ external_id: orphan.externalId }])
      expect(await witness.hears("rozetkapay.payment.returned", orphan.externalId)).toMatchObject({
        reason: "orphaned",
      })
      const asked = async () => (await store.gateway.requests({ endpoint: "resend" })).length
      expect(await asked()).toBe(121)

      await reconcile(store, { report_days: 14 })
      expect(await asked()).toBe(121)
    })

    it("compares RozetkaPay's ledgers once a night, later when the lock is held, and again when that failed", async () => {
      const reports = async () => (await store.gateway.requests({ endpoint: "reports" })).length
      const runAt = (time: string) =>
        reconcilePayments(store.container, { scheduledFor: new Date(`2026-01-${time}Z`) })
      const locking = store.container.resolve(Modules.LOCKING)
      await locking.acquire("rozetkapay-reconcile", { ownerId: "an operator", expire: 600 })
      for (const minute of ["01T02:00:00", "01T02:01:00", "01T02:02:00"]) await runAt(minute)
      expect(await reports()).toBe(0)
      expect(witness.logged("rozetkapay", "under way")).toHaveLength(1)
      expect(witness.logged("rozetkapay", "not reconciled")).toEqual([])
      await locking.release("rozetkapay-reconcile", { ownerId: "an operator" })

      await runAt("01T02:03:00")
      expect(await reports()).toBe(1)
      for (const later of ["01T02:04:00", "01T12:00:00", "02T01:59:00"]) await runAt(later)
      expect(await reports()).toBe(1)

      await store.gateway.fault({ endpoint: "reports", kind: "500_before", times: 0 })
      await runAt("02T02:17:00")
      const failed = await reports()
      expect(failed).toBeGreaterThan(1)
      await store.gateway.clearFaults()
      await runAt("02T02:18:00")
      expect(await reports()).toBe(failed)
      await runAt("02T02:47:00")
      expect(await reports()).toBe(failed + 1)
      await runAt("02T02:48:00")
      expect(await reports()).toBe(failed + 1)
    })

    it("stops a run that would return more payments than the merchant allows, with one line, and goes on the next time", async () => {
      const paid: string[] = []
      for (let count = 0; count < MOST_RETURNS + 1; count += 1) {
        const { externalId } = await openCheckout(store)
        await store.gateway.pay(externalId)
        // What was asked for is no longer what was paid.
        await database().raw(
          `update payment_session set amount = amount + 1, raw_amount =
             jsonb_set(raw_amount, '{value}', to_jsonb((amount + 1)::text)) where id = ?`,
          [externalId],
        )
        paid.push(externalId)
      }
      const back = async () => {
        const ledgers = await Promise.all(paid.map((one) => store.gateway.payment(one)))
        return ledgers.filter(({ ledger }) => ledger.refunded !== "0.00").length
      }
      const first = await reconcile(store)
      expect(await back()).toBe(MOST_RETURNS)
      expect(first.errors).toEqual([expect.stringContaining("mostReturnsPerRun (2)")])
      expect(witness.logged("mostReturnsPerRun")).toHaveLength(1)

      expect((await reconcile(store)).errors).toEqual([])
      expect(await back()).toBe(paid.length)
      for (const one of paid) await expectAsked(store.gateway, one, { refund: 1 })
    })
  },
)
