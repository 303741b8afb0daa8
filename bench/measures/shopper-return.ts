import { comeBack } from "../../integration-tests/drivers/checkout"
import { MERCHANT, type Store } from "../../integration-tests/setup/store"
import { BareGateway } from "../bare-gateway"
import { callbackOf, paidCheckout } from "../paid-checkout"
import { processorTime } from "../processor-time"
import { ratios, spread, timed } from "../spread"
import { figures, type Row } from "../table"

const ROUNDS = 15
const WARM_UP = 3
const BARE_CALLS = 5

/** The shopper's browser comes back from the gateway's page, once its callback has placed the order. */
export async function shopperReturn(store: Store): Promise<Row[]> {
  await store.gateway.callbacks("lose")
  const gateway = new BareGateway(store.gateway.url, MERCHANT)
  const [first, again, bare]: [number[], number[], number[]] = [[], [], []]
  const processor: number[] = []
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const checkout = await paidCheckout(store)
    const post = await callbackOf(store, checkout.externalId)
    await post()
    const infos: number[] = []
    for (let call = 0; call < BARE_CALLS; call++)
      infos.push(await gateway.info(checkout.externalId))
    const look = () => timed(() => comeBack(store, checkout))
    let one = Number.NaN
    const ms = await processorTime(async () => {
      one = await look()
    })
    const other = await look()
    if (round < WARM_UP) continue
    bare.push(spread(infos).median)
    first.push(one)
    processor.push(ms)
    again.push(other)
  }
  gateway.close()
  return [
    {
      what: "the shopper's return after the callback / one bare info call",
      value: ratios(first, bare),
      target: "≤ 10",
      figures: `${figures(spread(first))} ms (processor ${figures(spread(processor))} ms, the browser's side included), bare info ${figures(spread(bare))} ms`,
    },
    {
      what: "… the page's address once more at once / one bare info call",
      value: ratios(again, bare),
      figures: `${figures(spread(again))} ms`,
    },
  ]
}
