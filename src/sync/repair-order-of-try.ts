import type { MedusaContainer } from "@medusajs/framework/types"
import { squareOrder } from "../medusa-repairs/repair-order"
import { type Books, mayHaveTransactions, movementsIn } from "./snapshot"

/** After everything else was written: the order shows what the payment's captures and refunds add up to. */
export const squareOrderOf = async (container: MedusaContainer, books: Books): Promise<void> => {
  const of = movementsIn(books)
  // The rows are as they were before something was recorded.
  if (of && (mayHaveTransactions(books) || !books.actions.every(isIdle))) {
    await squareOrder(container, of)
  }
}

const isIdle = ({ do: what }: Books["actions"][number]) => what === "nothing"
