import type { Store } from "../../integration-tests/setup/store"
import { nextOrder } from "../next-order"
import { callbackOf, paidCheckout, requireOrder } from "../paid-checkout"
import { ratios, spread } from "../spread"
import { figures, type Row } from "../table"

const ROUNDS = 5

/** A paid checkout of its own; the callback's bytes go to `route`. @returns milliseconds to the order, and to the answer */
async function once(store: Store, route?: string): Promise<{ order: number; answer: number }> {
  const checkout = await paidCheckout(store)
  const post = await callbackOf(store, checkout.externalId, route)
  const order = nextOrder(store)
  const begun = performance.now()
  await post()
  const answer = performance.now() - begun
  const placed = (await order) - begun
  await requireOrder(store, checkout.cart)
  return { order: placed, answer }
}

/** From the callback's first byte to Medusa's event `order.placed`, on both routes in turn. */
export async function builtInRoute(store: Store): Promise<Row[]> {
  await store.gateway.callbacks("lose")
  const builtIn = `${store.url}/hooks/payment/rozetkapay_rozetkapay`
  const [ours, answers, theirs]: [number[], number[], number[]] = [[], [], []]
  await once(store)
  for (let round = 0; round < ROUNDS; round++) {
    const own = await once(store)
    ours.push(own.order)
    answers.push(own.answer)
    theirs.push((await once(store, builtIn)).order)
  }
  return [
    {
      what: "callback to placed order / Medusa's built-in route",
      value: ratios(ours, theirs),
      target: "≤ 0.10",
      figures: `${figures(spread(ours))} ms, built-in ${figures(spread(theirs))} ms; answered 200 after ${figures(spread(answers))} ms`,
    },
  ]
}
