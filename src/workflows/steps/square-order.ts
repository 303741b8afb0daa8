import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { isBeingWritten, isInterrupted, readMovements, square } from "../order-book"
import { type Books, movementsIn } from "./read-books"

export const squareOrderStepId = "rozetkapay-square-order"

/**
 * The order's transactions are a third book of the same money, from which its
 * totals are made. The core writes them last, so a crash, two refunds at once (the
 * second writes its own amount for the first one's row) or an open order edit
 * leave them wrong for good. Here each capture and refund gets exactly one
 * transaction, of its own amount.
 */
export const squareOrderStep = createStep(
  squareOrderStepId,
  async (books: Books | null, { container }) => {
    const of = books && movementsIn(books)
    if (!of) return new StepResponse(void 0)
    for (const movement of await readMovements(container, of)) {
      if (!isBeingWritten(movement) && !isInterrupted(movement)) {
        await square(container, of, movement)
      }
    }
    return new StepResponse(void 0)
  },
)
