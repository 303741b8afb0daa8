import { eventually } from "../../integration-tests/drivers/eventually"
import { ROZETKAPAY, type Store } from "../../integration-tests/setup/store"
import { HOLD_FIRST } from "../open-store"
import {
  CHARGING,
  completeBarely,
  isOrder,
  MANUAL,
  manualCheckout,
  paidCheckout,
} from "../paid-checkout"
import { ratios, spread, timed } from "../spread"
import { figures, type Row } from "../table"

const ROUNDS = 5
const AT_ONCE = 10

const each = <Item>(make: () => Promise<Item>): Promise<Item[]> =>
  Promise.all(Array.from({ length: AT_ONCE }, make))

/** The gateway's own process posts all of them at one moment. @returns orders a second */
async function byCallbacks(store: Store, provider: string): Promise<number> {
  const checkouts = await each(() => paidCheckout(store, provider))
  const took = await timed(() =>
    Promise.all(
      checkouts.map(async ({ externalId, cart }) => {
        await store.gateway.sendCallbacks({ external_id: externalId, copies: 1 })
        // On a machine that is too busy it is answered 503 after fifteen seconds, and what was begun goes on.
        await eventually("the order is placed", () => isOrder(store, cart))
      }),
    ),
  )
  return (AT_ONCE * 1000) / took
}

/** @returns orders a second */
async function byWorkflow(store: Store, provider: string): Promise<number> {
  const carts = await each(() => manualCheckout(store, provider))
  const took = await timed(() => Promise.all(carts.map((cart) => completeBarely(store, cart))))
  return (AT_ONCE * 1000) / took
}

const WAYS = {
  holds: (store: Store) => byCallbacks(store, HOLD_FIRST),
  charges: (store: Store) => byCallbacks(store, ROZETKAPAY),
  bare: (store: Store) => byWorkflow(store, MANUAL),
  bareCharges: (store: Store) => byWorkflow(store, CHARGING),
}
type Way = keyof typeof WAYS
const NAMES: Way[] = ["holds", "charges", "bare", "bareCharges"]

/** Orders that come at one moment: one Medusa process on one core places them. Who begins alternates. */
export async function ordersAtOnce(store: Store): Promise<Row[]> {
  await store.gateway.callbacks("lose")
  const rates: Record<Way, number[]> = { holds: [], charges: [], bare: [], bareCharges: [] }
  for (const name of NAMES) await WAYS[name](store)
  for (let round = 0; round < ROUNDS; round++) {
    const order = round % 2 === 0 ? NAMES : [...NAMES].reverse()
    for (const name of order) rates[name].push(await WAYS[name](store))
  }
  const row = (what: string, ours: Way, bare: Way): Row => ({
    what,
    value: ratios(rates[ours], rates[bare]),
    target: "≥ 0.9",
    figures: `${figures(spread(rates[ours]))} a second, bare ${figures(spread(rates[bare]))} a second`,
  })
  return [
    row(
      "holds: orders a second by callbacks, 10 at once / bare complete-cart, 10 at once",
      "holds",
      "bare",
    ),
    row("charges: orders a second by callbacks / bare complete-cart", "charges", "bare"),
    row(
      "charges: orders a second by callbacks / bare complete-cart of charges",
      "charges",
      "bareCharges",
    ),
  ]
}
