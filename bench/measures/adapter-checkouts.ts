import { z } from "zod"
import { BY_PAGE } from "../../integration-tests/drivers/alternative-checkout"
import { IN_APP } from "../../integration-tests/drivers/instalments"
import { type Goods, Shopper } from "../../integration-tests/drivers/shopper"
import { MARKET, OLD, PARTS, POLISH } from "../../integration-tests/setup/further-instances"
import { idOfSecond } from "../../integration-tests/setup/second-instance"
import { POLAND, seedPlace } from "../../integration-tests/setup/seed-store"
import { ROZETKAPAY, type Store } from "../../integration-tests/setup/store"
import { findProvider } from "../../src/provider/find-provider"
import { hmacOf } from "../../src/rozetkapay-legacy/transport/request-signing"
import { type HookTime, HookWatch } from "../hook-watch"
import { SameRequest, type SentRequest } from "../same-request"
import { ratios, spread } from "../spread"
import { figures, type Row } from "../table"

const ROUNDS = 7
const WARM_UP = 2

type Adapter = {
  what: string
  provider: string
  data?: Record<string, unknown>
  goods?: Goods
  shopper: Shopper
}

const SELLERS_GOODS: Goods = { shirt: 1, socks: 1 }

/** Each by the shopper's way that opens a page, or has the bank ask. */
async function adaptersOf(store: Store): Promise<Adapter[]> {
  const { shopper } = store
  const other = idOfSecond(POLISH)
  const poland = await seedPlace(store.admin.api, POLAND, store.seed, [other])
  return [
    { what: "cards", provider: ROZETKAPAY, shopper },
    { what: "a marketplace's batch", provider: idOfSecond(MARKET), goods: SELLERS_GOODS, shopper },
    { what: "the legacy API", provider: idOfSecond(OLD), shopper },
    { what: "instalments", provider: idOfSecond(PARTS), data: IN_APP, shopper },
    {
      what: "alternative payments",
      provider: other,
      data: BY_PAGE,
      shopper: new Shopper(store.url, poland),
    },
  ]
}

const objectBody = z.record(z.string(), z.unknown())

/** The same for another payment: what names this one is replaced, and signed anew where the API signs bodies. */
function forAnother(sent: SentRequest, sessionId: string, round: number): SentRequest {
  const mark = `BARE${String(round).padStart(4, "0")}`
  const body = sent.body.replaceAll(sessionId, `${sessionId.slice(0, -mark.length)}${mark}`)
  const auth = sent.headers["x-api-auth"]
  const [apiKey] = auth?.split(":") ?? []
  return {
    ...sent,
    body,
    headers: {
      ...sent.headers,
      ...(apiKey && { "x-api-auth": `${apiKey}:${hmacOf(OLD.apiSecret, body)}` }),
    },
  }
}

async function measure(store: Store, adapter: Adapter): Promise<Row> {
  const { what, provider, data, goods, shopper } = adapter
  const found = await findProvider(store.container, provider)
  if (!found) throw new Error(`There is no provider ${provider}`)
  const watch = new HookWatch(found.provider)
  const same = new SameRequest(store.gateway.url)

  const open = async (): Promise<{ hook: HookTime; sessionId: string }> => {
    const cart = await shopper.fillCart(goods)
    const session = await shopper.openSession(cart, provider, data)
    return { hook: watch.latest("initiatePayment"), sessionId: session.id }
  }
  const sentBy = async (sessionId: string): Promise<SentRequest> => {
    const request = watch.latestRequest()
    const logged = (await store.gateway.requests())
      .filter(({ body }) => JSON.stringify(body ?? null).includes(sessionId))
      .at(-1)
    return { ...request, body: JSON.stringify(objectBody.parse(logged?.body)) }
  }

  const first = await open()
  const sent = await sentBy(first.sessionId)
  const [hooks, bare]: [HookTime[], number[]] = [[], []]
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const call = () => same.send(forAnother(sent, first.sessionId, round))
    const before = round % 2 === 1 ? await call() : null
    const { hook } = await open()
    const ms = before ?? (await call())
    if (round < WARM_UP) continue
    hooks.push(hook)
    bare.push(ms)
  }
  same.close()
  watch.close()
  const calls = spread(hooks.map((one) => one.calls)).max
  const all = hooks.map((one) => one.all)
  return {
    what: `${what}: initiate / one bare call`,
    value: ratios(all, bare),
    target: "≤ 1.05",
    figures: `${figures(spread(all))} ms, of it own ${figures(spread(hooks.map((one) => one.all - one.atGateway)))} ms (processor ${figures(spread(hooks.map((one) => one.processor)))} ms); bare ${figures(spread(bare))} ms; calls: ${calls}`,
  }
}

/** What opening a payment takes by each of RozetkaPay's APIs, beside the very request that it sends. */
export async function adapterCheckouts(store: Store): Promise<Row[]> {
  await store.gateway.callbacks("lose")
  const rows: Row[] = []
  for (const adapter of await adaptersOf(store)) rows.push(await measure(store, adapter))
  return rows
}
