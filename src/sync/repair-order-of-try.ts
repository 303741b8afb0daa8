import { mayHaveTransactions, movementsIn, type Try } from "./snapshot"
import type { Store } from "./store"

/** After everything else was written: the order shows what the payment's captures and refunds add up to. */
export const repairOrderOf = async (store: Store, tried: Try): Promise<void> => {
  const of = movementsIn(tried)
  // The rows are as they were before something was recorded.
  if (of && (mayHaveTransactions(tried) || !tried.actions.every(isIdle))) {
    await store.repairOrder(of)
  }
}

const isIdle = ({ do: what }: Try["actions"][number]) => what === "nothing"
