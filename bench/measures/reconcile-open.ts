import { MERCHANT, ROZETKAPAY, type Store } from "../../integration-tests/setup/store"
import { reconcilePaymentsWorkflow } from "../../src/workflows/reconcile-payments"
import { BareGateway } from "../bare-gateway"
import { countCalls } from "../count-calls"
import { growthDuring } from "../memory-growth"
import { fillWithOpenSessions } from "../open-sessions"
import { type Spread, spread, timed } from "../spread"
import { figures, type Row } from "../table"
import { withoutPace } from "../without-pace"

/** Looked at in one run; the next one goes on. */
const RUN = 1_000
/** So many runs at least, that the noise is seen. */
const LEAST_RUNS = 5
const BARE_CALLS = 50

type Reconciled = { sessions: number; own: Spread; growth: number; calls: number; bare: Spread }

/** One run as an operator would start it. @returns milliseconds for each payment that was looked at */
async function run(store: Store): Promise<{ ms: number; checked: number; hasMore: boolean }> {
  let [checked, hasMore] = [0, false]
  const took = await timed(() =>
    withoutPace(async () => {
      const { result } = await reconcilePaymentsWorkflow(store.container).run({
        input: { provider_id: ROZETKAPAY, min_age_minutes: 0, report_days: 0 },
      })
      checked = result.checked
      hasMore = result.has_more
      if (result.differences.length > 0) {
        throw new Error(
          `Ledgers that agree were found to differ: ${JSON.stringify(result.differences[0])}`,
        )
      }
    }),
  )
  return { ms: took / checked, checked, hasMore }
}

async function reconcile(store: Store, sessions: number): Promise<Reconciled> {
  await fillWithOpenSessions(store.container, { sessions, backendUrl: store.url })
  const gateway = new BareGateway(store.gateway.url, MERCHANT)
  const bare: number[] = []
  for (let call = 0; call < BARE_CALLS; call++) bare.push(await gateway.info("payses_nobody", 400))
  gateway.close()
  const own: number[] = []
  let [checked, runs] = [0, 0]
  const all = async () => {
    for (let hasMore = true; hasMore || runs < LEAST_RUNS; runs++) {
      const one = await run(store)
      hasMore = one.hasMore
      checked += one.checked
      own.push(one.ms)
    }
  }
  let growth = 0
  const calls = await countCalls(async () => {
    growth = await growthDuring(all)
  })
  const least = Math.max(sessions, Math.min(sessions, RUN) * LEAST_RUNS)
  if (checked < least) throw new Error(`${checked} payments were looked at, not ${least}`)
  return { sessions, own: spread(own), growth, calls: calls / checked, bare: spread(bare) }
}

/** All open sessions of a store, in runs of 1,000 as the plugin makes them, without the pace that it keeps by design. */
export async function reconcileOpen(store: Store, counts: number[]): Promise<Row[]> {
  const all: Reconciled[] = []
  await fillWithOpenSessions(store.container, { sessions: 100, backendUrl: store.url })
  await run(store)
  for (const count of counts) all.push(await reconcile(store, count))
  const [first] = all
  if (!first) throw new Error("BENCH_SESSIONS names no number")
  return all.flatMap(({ sessions, own, growth, calls, bare }): Row[] => [
    {
      what: `${sessions} open sessions: own time for each / of ${first.sessions}`,
      value: {
        min: own.min / first.own.median,
        median: own.median / first.own.median,
        max: own.max / first.own.median,
      },
      target: "flat: ≤ 1.2",
      figures: `${figures(own)} ms for each, of it one bare info ${figures(bare)} ms; ${calls.toFixed(2)} calls for each`,
    },
    {
      what: "… growth of the process's memory at its peak, MB",
      value: spread([growth]),
      target: "≤ 50",
      figures: "over all runs together, garbage included",
    },
  ])
}
