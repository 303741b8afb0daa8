import fc from "fast-check"
import { z } from "zod"
import { signature } from "../drivers/callback-signer"
import { MERCHANT } from "../setup/store"
import { type Malformed, malformedCallbacks, malformedReturns } from "./malformed"
import { type RawAnswer, type RawRequest, sendRaw } from "./raw-request"
import { type OpenStore, openStore } from "./setup/open-store"
import { KINDS } from "./store-process/payment-kinds"

const SEED = Number(process.env.FUZZ_SEED ?? 20264)
const CALLBACKS = Number(process.env.FUZZ_CALLBACKS ?? 3_000)
const RETURNS = Number(process.env.FUZZ_RETURNS ?? 600)
const AT_ONCE = 8
/** So many are made at a time: some are megabytes long, and a soak sends a hundred thousand. */
const BATCH = 1_000
/** Milliseconds for one request, on a machine that has others to do. */
const LONGEST = 100
/** Bytes that the heap may grow between a third of the requests and the last of them. */
const MOST_GROWTH = 32 * 1024 * 1024

const BOOKS = [
  "payment_collection",
  "payment_session",
  "payment",
  "capture",
  "refund",
  "cart",
  "order",
  "order_transaction",
  "order_summary",
]

let store: OpenStore
let knownIds: string[]

beforeAll(async () => {
  store = await openStore()
  const open = await store.shopper.fillCart()
  const waiting = await store.shopper.openSession(open, KINDS.atOnce.provider)
  const paid = await store.shopper.fillCart({ shirt: 1, socks: 1 })
  const synced = await store.shopper.openSession(paid, KINDS.holdFirst.provider)
  await store.gateway.pay(synced.id)
  await store.gateway.quiet()
  await store.admin.theOrderOf(paid)
  knownIds = [waiting.id, synced.id]
}, 180_000)
afterAll(() => store?.close(), 60_000)

/** When a provider's last callback came, for staff, is kept in a collection that nobody pays. */
const OF_A_LEDGER = "not coalesce(to_jsonb(t)->'metadata' ? 'rozetkapay_last_callback', false)"

/** Every row of both ledgers, as one word for each table. */
async function ledgers(): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const table of BOOKS) {
    const [row] = await store.database.rows(
      z.object({ word: z.string() }),
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t.id)), '-') as word from "${table}" t where ${OF_A_LEDGER}`,
    )
    found[table] = row?.word ?? "unread"
  }
  return found
}

/** One of each address and status, so that one mistake does not hide another. */
function ofEachKind(wrong: Wrong[]): string[] {
  const kinds = new Map<string, string>()
  for (const { kind, told } of wrong) if (!kinds.has(kind)) kinds.set(kind, told)
  return [...kinds.values()]
}

type Wrong = { kind: string; told: string }

const shown = ({ method, path, headers, body }: RawRequest, answer: RawAnswer | Error) =>
  JSON.stringify({
    method,
    path: path.slice(0, 200),
    headers,
    bytes: body?.length,
    body: body?.subarray(0, 300).toString("latin1"),
    answer: answer instanceof Error ? answer.message : answer,
  }).slice(0, 1_500)

/** Sends all, a few at a time. @returns what got an answer that it must not get. */
async function wrongAnswers<One>(
  all: One[],
  requestOf: (one: One) => RawRequest,
  isRight: (one: One, status: number) => boolean,
): Promise<Wrong[]> {
  const wrong: Wrong[] = []
  for (let from = 0; from < all.length; from += AT_ONCE) {
    await Promise.all(
      all.slice(from, from + AT_ONCE).map(async (one) => {
        const request = requestOf(one)
        // A server may end the connection under a body that it does not want: that is an answer too.
        const answer = await sendRaw(store.process.url, request).catch((error: Error) => error)
        const isCut = answer instanceof Error && (request.body?.length ?? 0) > 256 * 1024
        if (isCut) return
        if (answer instanceof Error || !isRight(one, answer.status))
          wrong.push({
            kind: `${request.path.slice(0, 60)} ${answer instanceof Error ? answer.message : answer.status}`,
            told: shown(request, answer),
          })
      }),
    )
  }
  return wrong
}

const isRightAnswer = ({ isGenuine, isKnownProvider }: Malformed, status: number): boolean => {
  if (!isKnownProvider) return [400, 404, 413, 415].includes(status)
  return isGenuine ? [200, 400, 413, 415].includes(status) : [401, 413, 415].includes(status)
}

/** So many of each, made and sent a batch after the other. @returns what got an answer that it must not get */
async function sendCallbacks(batches: Batch[]): Promise<Wrong[]> {
  const wrong: Wrong[] = []
  for (const { seed, numRuns } of batches) {
    const some = fc.sample(malformedCallbacks(knownIds), { seed, numRuns })
    wrong.push(...(await wrongAnswers(some, ({ request }) => request, isRightAnswer)))
  }
  return wrong
}

type Batch = { seed: number; numRuns: number }

const batchesOf = (callbacks: number): Batch[] =>
  Array.from({ length: Math.ceil(callbacks / BATCH) }, (_, at) => ({
    seed: SEED + at,
    numRuns: Math.min(BATCH, callbacks - at * BATCH),
  }))

test(
  `${CALLBACKS} malformed callbacks and ${RETURNS} returns are refused without an error of the server, a changed row or growing memory (seed ${SEED})`,
  async () => {
    const batches = batchesOf(CALLBACKS)
    const returns = fc.sample(malformedReturns(knownIds), { seed: SEED, numRuns: RETURNS })
    const before = await ledgers()

    const third = Math.ceil(batches.length / 3)
    const isShopperAnswer = (_: RawRequest, status: number) => status < 500
    const wrong = await sendCallbacks(batches.slice(0, third))
    wrong.push(...(await wrongAnswers(returns, (one) => one, isShopperAnswer)))
    const warm = await store.process.memory()
    wrong.push(...(await sendCallbacks(batches.slice(third))))
    const end = await store.process.memory()

    process.stdout.write(
      `fuzz: ${CALLBACKS} callbacks, ${returns.length} returns, heap ${Math.round(warm.heapUsed / 2 ** 20)} -> ${Math.round(end.heapUsed / 2 ** 20)} MiB\n`,
    )
    expect({ count: wrong.length, some: ofEachKind(wrong).slice(0, 12) }).toEqual({
      count: 0,
      some: [],
    })
    expect(await ledgers()).toEqual(before)
    expect(end.heapUsed - warm.heapUsed).toBeLessThan(MOST_GROWTH)
  },
  Math.max(600_000, (CALLBACKS + RETURNS) * LONGEST),
)

test("While the gateway is down a genuine callback is asked for again, and nothing is half recorded", async () => {
  const before = await ledgers()
  await store.gateway.fault({ endpoint: "*", kind: "500_before", times: 0 })
  const [openId = ""] = knownIds
  const body = Buffer.from(
    JSON.stringify({ external_id: openId, operation: "payment", details: {} }),
  )
  const { status } = await sendRaw(store.process.url, {
    method: "POST",
    path: "/hooks/rozetkapay/rozetkapay",
    headers: {
      "content-type": "application/json",
      "x-rozetkapay-signature": signature(body, MERCHANT.password),
    },
    body,
  })
  await store.gateway.clearFaults()
  expect(status).toBe(503)
  expect(await ledgers()).toEqual(before)
}, 60_000)
