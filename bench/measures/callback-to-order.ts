import { Modules } from "@medusajs/framework/utils"
import { deliver, signature } from "../../integration-tests/drivers/callback-signer"
import { openCheckout } from "../../integration-tests/drivers/checkout"
import { MERCHANT, type Store } from "../../integration-tests/setup/store"
import { ratios, spread } from "../spread"
import { figures, type Row } from "../table"

const ROUNDS = 6
/** The built-in route waits five seconds before it looks. */
const PATIENCE_MS = 30_000

/** Resolves with the moment at which Medusa next says that an order was placed. */
function nextOrder(store: Store): Promise<number> {
  const events = store.container.resolve(Modules.EVENT_BUS)
  return new Promise((resolve, reject) => {
    const subscriber = async () => {
      end()
      resolve(performance.now())
    }
    const clock = setTimeout(() => {
      end()
      reject(new Error("No order was placed"))
    }, PATIENCE_MS)
    const end = () => {
      clearTimeout(clock)
      events.unsubscribe("order.placed", subscriber, { subscriberId: "bench" })
    }
    events.subscribe("order.placed", subscriber, { subscriberId: "bench" })
  })
}

/** A paid checkout of its own; the callback's bytes go to `route`. @returns milliseconds to the order, and to the answer */
async function once(store: Store, route?: string): Promise<{ order: number; answer: number }> {
  const checkout = await openCheckout(store)
  await store.gateway.pay(checkout.externalId)
  const { url, body } = await store.gateway.newestCallback(checkout.externalId)
  const order = nextOrder(store)
  const begun = performance.now()
  const answer = await deliver(route ?? url, body, {
    signature: signature(body, MERCHANT.password),
  })
  const answered = performance.now() - begun
  if (answer.status !== 200) throw new Error(`The callback was answered ${answer.status}`)
  const placed = (await order) - begun
  await store.admin.theOrderOf(checkout.cart)
  return { order: placed, answer: answered }
}

/** From the callback's first byte to Medusa's event `order.placed`, on both routes in turn. */
export async function callbackToOrder(store: Store): Promise<Row[]> {
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
