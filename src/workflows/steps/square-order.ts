import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { squareOrder } from "../square-order"
import { type Books, mayHaveTransactions, movementsIn } from "./read-books"

export const squareOrderStepId = "rozetkapay-square-order"

/** After everything else was written: the order shows what the payment's captures and refunds add up to. */
export const squareOrderStep = createStep(
  squareOrderStepId,
  async (books: Books | null, { container }) => {
    const of = books && movementsIn(books)
    // The rows are as they were before something was recorded.
    if (of && (mayHaveTransactions(books) || !books.actions.every(isIdle))) {
      await squareOrder(container, of)
    }
    return new StepResponse(void 0)
  },
)

const isIdle = ({ do: what }: Books["actions"][number]) => what === "nothing"
