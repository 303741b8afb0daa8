import type { Store } from "../../integration-tests/setup/store"
import { countPayments, findPayments } from "../../src/api/admin/rozetkapay/payments/find-payments"
import type { PaymentsFilter } from "../../src/api/admin/rozetkapay/payments/read-payments-query"
import { readRows } from "../../src/api/admin/rozetkapay/payments/read-rows"
import { fillWithPayments, MANY } from "../many-payments"
import { ratios, spread, timed } from "../spread"
import { figures, type Row } from "../table"

const ROUNDS = 7
const PAGE = 50
const MEGABYTE = 1024 * 1024
/** One in the middle of them. */
const SOUGHT = 54_321

const RRN = String(SOUGHT * 7919).padStart(12, "3")

type Look = { what: string; filter: PaymentsFilter; offset?: number }

const LOOKS: Look[] = [
  { what: "the first page", filter: {} },
  { what: "a page in the middle", filter: {}, offset: MANY / 2 },
  { what: "the last page", filter: {}, offset: MANY - PAGE },
  { what: "a month", filter: { from: monthsAgo(6), to: monthsAgo(5) } },
  { what: "held ones", filter: { state: "held" } },
  { what: "captured ones", filter: { state: "captured" } },
  { what: "partly captured ones", filter: { state: "partly_captured" } },
  { what: "partly refunded ones", filter: { state: "partly_refunded" } },
  { what: "canceled ones", filter: { state: "canceled" } },
  { what: "by an order's number", filter: { q: String(10_000_000 + SOUGHT) } },
  { what: "by four digits of a card", filter: { q: "4321" } },
  { what: "by RRN", filter: { q: RRN } },
  { what: "by an e-mail address", filter: { q: `shopper-${SOUGHT}@mail.example` } },
  { what: "by a part of one", filter: { q: "SHOPPER-543" } },
  { what: "by nothing that is there", filter: { q: "nobody@nowhere.example" } },
]

function monthsAgo(months: number): string {
  return new Date(Date.now() - months * 30 * 86_400_000).toISOString().slice(0, 10)
}

/**
 * What the table's route does for each look, with its count, beside the first page: that is read by an
 * index alone. Then all of them as the export reads them.
 */
export async function paymentsTable(store: Store): Promise<Row[]> {
  const { container } = store
  await fillWithPayments(container)
  const [found] = await findPayments(container, { q: RRN }, { limit: 1 })
  const [sought] = await readRows(container, found ? [found] : [])
  if (!sought) throw new Error("The payment that is sought was not found")
  const looks = [...LOOKS, { what: "by external id", filter: { q: sought.external_id } }]
  const look = async ({ filter, offset = 0 }: Look) => {
    const found = findPayments(container, filter, { offset, limit: PAGE })
    const [count, rows] = await Promise.all([
      countPayments(container, filter),
      found.then((ids) => readRows(container, ids)),
    ])
    return { count, rows: rows.length }
  }
  const times = looks.map((): number[] => [])
  const counts = looks.map(() => 0)
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [at, one] of looks.entries()) {
      const took = await timed(async () => {
        counts[at] = (await look(one)).count
      })
      times[at]?.push(took)
    }
  }
  const first = times[0] ?? []
  return [
    ...looks.map(({ what }, at) => ({
      what: `${what} / the first page`,
      value: ratios(times[at] ?? [], first),
      figures: `${figures(spread(times[at] ?? []))} ms, ${counts[at]} found`,
    })),
    await wholeExport(store, first),
  ]
}

async function wholeExport({ container }: Store, first: number[]): Promise<Row> {
  for (let count = 0; count < 3; count++) global.gc?.()
  const before = process.memoryUsage().heapUsed
  let peak = before
  let rows = 0
  const took = await timed(async () => {
    let after: string | undefined
    do {
      const found = await findPayments(container, {}, { limit: 500, after })
      rows += (await readRows(container, found)).length
      after = found.at(-1)?.key
      peak = Math.max(peak, process.memoryUsage().heapUsed)
    } while (after !== undefined)
  })
  const { median } = spread(first)
  return {
    what: "all of them, as the export reads them / the first page",
    value: spread([took / median]),
    figures: `${(took / 1000).toFixed(1)} s, ${rows} rows, memory grew by at most ${((peak - before) / MEGABYTE).toFixed(0)} MB, garbage included`,
  }
}
