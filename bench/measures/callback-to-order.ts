import type { Cart } from "../../integration-tests/drivers/shopper"
import { MERCHANT, type Store } from "../../integration-tests/setup/store"
import { BareGateway } from "../bare-gateway"
import { nextOrder } from "../next-order"
import {
  callbackOf,
  completeBarely,
  manualCheckout,
  paidCheckout,
  requireOrder,
} from "../paid-checkout"
import { ratios, spread } from "../spread"
import { figures, type Row } from "../table"

const ROUNDS = 9
const WARM_UP = 2

/** @returns milliseconds to Medusa's event `order.placed` */
async function toOrder(store: Store, work: () => Promise<void>): Promise<number> {
  const order = nextOrder(store)
  const begun = performance.now()
  await work()
  return (await order) - begun
}

/** What the same takes without a plugin: the shopper's "place the order", with a payment that is made by a word. */
async function bare(store: Store, how: (cart: Cart) => Promise<void>): Promise<number> {
  const cart = await manualCheckout(store)
  return toOrder(store, () => how(cart))
}

type Sample = { ours: number; workflow: number; route: number; info: number }

async function round(store: Store, gateway: BareGateway, isFirst: boolean): Promise<Sample> {
  const checkout = await paidCheckout(store)
  const post = await callbackOf(store, checkout.externalId)
  const workflow = () => bare(store, (cart) => completeBarely(store, cart))
  const before = isFirst ? await workflow() : null
  const own = await toOrder(store, post)
  await requireOrder(store, checkout.cart)
  return {
    ours: own,
    workflow: before ?? (await workflow()),
    route: await bare(store, async (cart) => {
      const { order, reason } = await store.shopper.complete(cart)
      if (!order) throw new Error(`Medusa placed no order: ${reason}`)
    }),
    info: await gateway.info(checkout.externalId),
  }
}

/**
 * From the callback's first byte to Medusa's event `order.placed`, beside what nobody can do without: Medusa's own
 * complete-cart of the same goods, run as a workflow, and one question to the gateway. Who begins alternates.
 */
export async function callbackToOrder(store: Store): Promise<Row[]> {
  await store.gateway.callbacks("lose")
  const gateway = new BareGateway(store.gateway.url, MERCHANT)
  const samples: Sample[] = []
  for (let number = 0; number < WARM_UP + ROUNDS; number++) {
    const sample = await round(store, gateway, number % 2 === 1)
    if (number >= WARM_UP) samples.push(sample)
  }
  gateway.close()
  const all = (of: (sample: Sample) => number) => samples.map(of)
  const ours = all((one) => one.ours)
  const limit = all((one) => one.workflow + one.info)
  const route = all((one) => one.route + one.info)
  const own = ours.map((ms, at) => ms - (limit[at] ?? Number.NaN))
  return [
    {
      what: "callback to placed order / (bare complete-cart + one bare info)",
      value: ratios(ours, limit),
      target: "≤ 1.10",
      figures: `${figures(spread(ours))} ms, of it more than the limit ${figures(spread(own))} ms; complete-cart ${figures(spread(all((one) => one.workflow)))} ms, info ${figures(spread(all((one) => one.info)))} ms`,
    },
    {
      what: "… / (complete-cart by Medusa's own route + one bare info)",
      value: ratios(ours, route),
      figures: `that route ${figures(spread(all((one) => one.route)))} ms`,
    },
  ]
}
