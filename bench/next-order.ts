import { Modules } from "@medusajs/framework/utils"
import type { Store } from "../integration-tests/setup/store"

/** Medusa's built-in route waits five seconds before it looks. */
const PATIENCE_MS = 30_000

/** Resolves with the moment at which Medusa next says that an order was placed. */
export function nextOrder(store: Store): Promise<number> {
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
