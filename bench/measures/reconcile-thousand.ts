import { Modules } from "@medusajs/framework/utils"
import { ROZETKAPAY, type Store } from "../../integration-tests/setup/store"
import { externalId } from "../../src/core/external-id"
import { storeIn } from "../../src/medusa-store/store-in"
import { readSnapshot } from "../../src/sync/snapshot"
import { reconcilePaymentsWorkflow } from "../../src/workflows/reconcile-payments"
import { spread, timed } from "../spread"
import { figures, type Row } from "../table"

const SESSIONS = 1_000
/** Sessions opened at once while the store is being filled. */
const AT_ONCE = 8
const UNPACED = 100
const MEGABYTE = 1024 * 1024
/** What sync-candidates.ts allows itself, by design. */
const PACED_SECONDS = SESSIONS / 10

/** Checkouts that were opened and left: the gateway knows each, nobody has paid. @returns their ids */
async function openSessions(store: Store): Promise<string[]> {
  const payments = store.container.resolve(Modules.PAYMENT)
  const money = { currency_code: "uah", amount: 1319.99 }
  const ids: string[] = []
  let left = SESSIONS
  const open = async () => {
    while (left-- > 0) {
      const [collection] = await payments.createPaymentCollections([money])
      if (!collection) throw new Error("Medusa made no payment collection")
      const session = await payments.createPaymentSession(collection.id, {
        ...money,
        provider_id: ROZETKAPAY,
        data: {},
      })
      ids.push(session.id)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, open))
  return ids
}

/** Runs `work` and watches how far this process grows above where it stood. @returns megabytes */
async function growthDuring(work: () => Promise<unknown>): Promise<number> {
  for (let count = 0; count < 3; count++) global.gc?.()
  const before = process.memoryUsage.rss()
  let peak = before
  const look = () => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }
  const sampler = setInterval(look, 50)
  try {
    await work()
  } finally {
    clearInterval(sampler)
  }
  look()
  return (peak - before) / MEGABYTE
}

/** One reconciling of 1,000 checkouts that nobody paid, as an operator would start it. */
export async function reconcileThousand(store: Store): Promise<Row[]> {
  const ids = await openSessions(store)
  const reads: number[] = []
  for (const id of ids.slice(0, UNPACED)) {
    const input = { provider_id: ROZETKAPAY, external_id: externalId(id) }
    reads.push(await timed(() => readSnapshot(storeIn(store.container), input)))
  }

  const infos = async () => (await store.gateway.requests({ endpoint: "info" })).length
  const all = async () => (await store.gateway.requests()).length
  const [infosBefore, allBefore] = [await infos(), await all()]
  let seconds = 0
  let checked = 0
  const growth = await growthDuring(async () => {
    seconds =
      (await timed(async () => {
        const { result } = await reconcilePaymentsWorkflow(store.container).run({
          input: { provider_id: ROZETKAPAY, min_age_minutes: 0, report_days: 0 },
        })
        checked = result.checked
        if (result.differences.length > 0)
          throw new Error("Ledgers that agree were found to differ")
      })) / 1000
  })
  const [calls, others] = [(await infos()) - infosBefore, (await all()) - allBefore]
  if (checked !== SESSIONS) throw new Error(`${checked} payments were looked at, not ${SESSIONS}`)
  const once = (value: number) => ({ min: value, median: value, max: value })
  const own = spread(reads)
  return [
    {
      what: "1,000 open sessions: gateway calls / sessions",
      value: once(others / SESSIONS),
      figures: `${others} calls, ${calls} of them info`,
    },
    {
      what: "… time / the pace of 10 a second that it keeps by design",
      value: once(seconds / PACED_SECONDS),
      figures: `${seconds.toFixed(1)} s; without the pace ${((own.median * SESSIONS) / 1000).toFixed(1)} s (${figures(own)} ms a session)`,
    },
    {
      what: "… growth of the process's memory at its peak, MB",
      value: once(growth),
      figures: `${((growth * 1024) / SESSIONS).toFixed(1)} KB a session`,
    },
  ]
}
