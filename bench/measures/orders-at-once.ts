import { eventually } from "../../integration-tests/drivers/eventually"
import type { Store } from "../../integration-tests/setup/store"
import { completeBarely, isOrder, manualCheckout, paidCheckout } from "../paid-checkout"
import { ratios, spread, timed } from "../spread"
import { figures, type Row } from "../table"

const ROUNDS = 5
const AT_ONCE = 10

const each = <Item>(make: () => Promise<Item>): Promise<Item[]> =>
  Promise.all(Array.from({ length: AT_ONCE }, make))

/** The gateway's own process posts all of them at one moment. @returns orders a second */
async function byCallbacks(store: Store): Promise<number> {
  const checkouts = await each(() => paidCheckout(store))
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
async function byWorkflow(store: Store): Promise<number> {
  const carts = await each(() => manualCheckout(store))
  const took = await timed(() => Promise.all(carts.map((cart) => completeBarely(store, cart))))
  return (AT_ONCE * 1000) / took
}

/** Orders that come at one moment: one Medusa process on one core places them. */
export async function ordersAtOnce(store: Store): Promise<Row[]> {
  await store.gateway.callbacks("lose")
  await byCallbacks(store)
  await byWorkflow(store)
  const [ours, bare]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS; round++) {
    if (round % 2 === 1) bare.push(await byWorkflow(store))
    ours.push(await byCallbacks(store))
    if (round % 2 === 0) bare.push(await byWorkflow(store))
  }
  return [
    {
      what: "orders a second by callbacks, 10 at once / bare complete-cart, 10 at once",
      value: ratios(ours, bare),
      target: "≥ 0.9",
      figures: `${figures(spread(ours))} a second, bare ${figures(spread(bare))} a second`,
    },
  ]
}
