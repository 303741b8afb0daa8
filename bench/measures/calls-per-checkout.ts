import { comeBack, openCheckout } from "../../integration-tests/drivers/checkout"
import type { Store } from "../../integration-tests/setup/store"
import { requireOrder } from "../paid-checkout"
import { spread } from "../spread"
import type { Row } from "../table"

const CHECKOUTS = 5

async function callsOf(store: Store, externalId: string): Promise<string[]> {
  const requests = await store.gateway.requests({ external_id: externalId })
  return requests.map(({ endpoint }) => endpoint)
}

const namesOf = (calls: string[]) => calls.join(", ")

/** What one checkout asks of the gateway, by the gateway's own log: from the session to the placed order. */
export async function callsPerCheckout(store: Store): Promise<Row[]> {
  await store.gateway.callbacks("normal")
  const ordered: string[][] = []
  const seen: string[][] = []
  for (let count = 0; count < CHECKOUTS; count++) {
    const checkout = await openCheckout(store)
    await store.gateway.pay(checkout.externalId)
    await store.gateway.quiet()
    await requireOrder(store, checkout.cart)
    ordered.push(await callsOf(store, checkout.externalId))
    await comeBack(store, checkout)
    seen.push(await callsOf(store, checkout.externalId))
  }
  return [
    {
      what: "gateway calls, session to placed order",
      value: spread(ordered.map(({ length }) => length)),
      target: "2",
      figures: [...new Set(ordered.map(namesOf))].join(" | "),
    },
    {
      what: "… and the shopper's browser coming back after it",
      value: spread(seen.map(({ length }) => length)),
      figures: [...new Set(seen.map(namesOf))].join(" | "),
    },
  ]
}
