import { MERCHANT, ROZETKAPAY, type Store } from "../../integration-tests/setup/store"
import { BareGateway } from "../bare-gateway"
import { nextOrder } from "../next-order"
import { HOLD_FIRST } from "../open-store"
import {
  CHARGING,
  callbackOf,
  completeBarely,
  MANUAL,
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

/** Milliseconds of one round. */
type Sample = Record<"hold" | "charge" | "complete" | "chargedComplete" | "info", number>

async function byCallback(store: Store, provider: string): Promise<[ms: number, id: string]> {
  const { externalId, cart } = await paidCheckout(store, provider)
  const ms = await toOrder(store, await callbackOf(store, externalId))
  await requireOrder(store, cart)
  return [ms, externalId]
}

async function round(store: Store, gateway: BareGateway, isBareFirst: boolean): Promise<Sample> {
  const bareOf = async (provider: string) => {
    const cart = await manualCheckout(store, provider)
    return toOrder(store, () => completeBarely(store, cart))
  }
  const bare = async () => ({
    complete: await bareOf(MANUAL),
    chargedComplete: await bareOf(CHARGING),
  })
  const before = isBareFirst ? await bare() : null
  const [hold] = await byCallback(store, HOLD_FIRST)
  const [charge, id] = await byCallback(store, ROZETKAPAY)
  return { hold, charge, ...(before ?? (await bare())), info: await gateway.info(id) }
}

/**
 * From the callback's first byte to Medusa's event `order.placed`, beside what nobody can do without: Medusa's own
 * complete-cart of the same goods, run as a workflow, and one question to the gateway. Who begins alternates.
 * Medusa's own provider holds money; of a charge Medusa writes the capture as well, so a charge stands beside a bare
 * charge, too.
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
  const ms = (of: (sample: Sample) => number) => `${figures(spread(all(of)))} ms`
  const row = (
    what: string,
    ours: (sample: Sample) => number,
    bare: "complete" | "chargedComplete",
  ): Row => {
    const limit = (sample: Sample) => sample[bare] + sample.info
    return {
      what,
      value: ratios(all(ours), all(limit)),
      target: "≤ 1.10",
      figures: `${ms(ours)}, of it more than the limit ${ms((one) => ours(one) - limit(one))}; complete-cart ${ms((one) => one[bare])}, info ${ms(({ info }) => info)}`,
    }
  }
  const of = (what: string) =>
    `callback of a ${what} to placed order / (bare complete-cart + one bare info)`
  return [
    row(of("hold"), ({ hold }) => hold, "complete"),
    row(of("charge"), ({ charge }) => charge, "complete"),
    row(
      "… / (bare complete-cart of a charge + one bare info)",
      ({ charge }) => charge,
      "chargedComplete",
    ),
  ]
}
