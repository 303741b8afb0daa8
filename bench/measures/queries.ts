import { comeBack, openCheckout } from "../../integration-tests/drivers/checkout"
import type { Store } from "../../integration-tests/setup/store"
import { countQueries } from "../count-queries"
import { HOLD_FIRST } from "../open-store"
import { callbackOf, completeBarely, manualCheckout, paidCheckout } from "../paid-checkout"
import { spread } from "../spread"
import type { Row } from "../table"

const ROUNDS = 3

/** The statements of the latest round, for who looks for what could be asked less: BENCH_QUERIES=1. */
const areShown = process.env.BENCH_QUERIES === "1"

/** Questions to the database, which no load of the machine changes. */
export async function queries(store: Store): Promise<Row[]> {
  await store.gateway.callbacks("lose")
  const counts = new Map<string, number[]>()
  const texts = new Map<string, string[]>()
  const count = async (what: string, work: () => Promise<unknown>) => {
    const asked: string[] = []
    const number = await countQueries(store.container, work, (sql) => asked.push(sql))
    counts.set(what, [...(counts.get(what) ?? []), number])
    texts.set(what, asked)
  }
  for (let round = 0; round < ROUNDS; round++) {
    await count("filling a cart and opening its payment", () => openCheckout(store))
    const checkout = await paidCheckout(store)
    const post = await callbackOf(store, checkout.externalId)
    const cart = await manualCheckout(store)
    const held = await paidCheckout(store, HOLD_FIRST)
    const ofHold = await callbackOf(store, held.externalId)
    await count("bare complete-cart", () => completeBarely(store, cart))
    await count("callback of a hold that places the order", ofHold)
    await count("callback of a charge that places the order", post)
    await count("the shopper's return after it", () => comeBack(store, checkout))
    await count("repeated callback", post)
  }
  if (areShown) for (const [what, asked] of texts) console.log(`\n${what}\n${asked.join("\n")}`)
  return [...counts].map(([what, numbers]) => ({
    what: `${what}: queries`,
    value: spread(numbers),
    figures: "",
  }))
}
