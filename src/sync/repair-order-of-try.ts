import type { MedusaContainer } from "@medusajs/framework/types"
import { repairOrder } from "../medusa-repairs/repair-order"
import { mayHaveTransactions, movementsIn, type Try } from "./snapshot"

/** After everything else was written: the order shows what the payment's captures and refunds add up to. */
export const repairOrderOf = async (container: MedusaContainer, tried: Try): Promise<void> => {
  const of = movementsIn(tried)
  // The rows are as they were before something was recorded.
  if (of && (mayHaveTransactions(tried) || !tried.actions.every(isIdle))) {
    await repairOrder(container, of)
  }
}

const isIdle = ({ do: what }: Try["actions"][number]) => what === "nothing"
