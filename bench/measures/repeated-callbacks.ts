import { openCheckout } from "../../integration-tests/drivers/checkout"
import { MERCHANT, type Store } from "../../integration-tests/setup/store"
import { BareGateway } from "../bare-gateway"
import { processorTime } from "../processor-time"
import { ratios, spread, timed } from "../spread"
import { figures, type Row } from "../table"

const ROUNDS = 6
const AT_ONCE = 10
const COPIES = 10
/** Of each of ten payments. */
const FEW = 3
const BARE_CALLS = 20

async function syncedPayment(store: Store): Promise<string> {
  const { externalId } = await openCheckout(store)
  await store.gateway.pay(externalId)
  await store.gateway.quiet()
  return externalId
}

/** Callbacks of synced payments, sent by the gateway's own process. @returns milliseconds per callback */
async function send(
  store: Store,
  payments: string[],
  { copies, concurrently }: { copies: number; concurrently: boolean },
): Promise<number> {
  const took = await timed(async () => {
    const sent = await Promise.all(
      payments.map((external_id) =>
        store.gateway.sendCallbacks({ external_id, copies, concurrently }),
      ),
    )
    const failed = sent.flat().find(({ status }) => status !== 200)
    if (failed) throw new Error(`A repeated callback was answered ${failed.status}`)
  })
  return took / (payments.length * copies)
}

const perSecond = (ms: number[]) => `${figures(spread(ms.map((one) => 1000 / one)))} a second`

/** Callbacks of payments that are synced already; each still reads both ledgers once. */
export async function repeatedCallbacks(store: Store): Promise<Row[]> {
  await store.gateway.callbacks("normal")
  const payments: string[] = []
  for (let count = 0; count < AT_ONCE; count++) payments.push(await syncedPayment(store))
  const [first] = payments
  if (!first) throw new Error("No payment was synced")
  const bareGateway = new BareGateway(store.gateway.url, MERCHANT)

  const bare: number[] = []
  const alone: number[] = []
  const processor: number[] = []
  const same: number[] = []
  const different: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const calls: number[] = []
    for (let call = 0; call < BARE_CALLS; call++) calls.push(await bareGateway.info(first))
    bare.push(spread(calls).median)
    const ms = await processorTime(async () => {
      alone.push(await send(store, [first], { copies: COPIES, concurrently: false }))
    })
    processor.push(ms / COPIES)
    same.push(await send(store, [first], { copies: AT_ONCE, concurrently: true }))
    different.push(await send(store, payments, { copies: FEW, concurrently: false }))
  }
  bareGateway.close()
  return [
    {
      what: "repeated callback, one at a time / one bare info call",
      value: ratios(alone, bare),
      target: "≤ 10",
      figures: `${perSecond(alone)}; ${figures(spread(alone))} ms each (processor ${figures(spread(processor))} ms), bare info ${figures(spread(bare))} ms`,
    },
    {
      what: "… 10 at once, of 10 payments / one at a time",
      value: ratios(different, alone),
      figures: perSecond(different),
    },
    {
      what: "… 10 at once, of one payment / one at a time",
      value: ratios(same, alone),
      figures: perSecond(same),
    },
  ]
}
