import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  deleteTransactions,
  isBeingWritten,
  isInterrupted,
  readOrderBook,
  square,
} from "../order-book"
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
    // Without captures and refunds there is nothing to stand for: neither before nor by what was just recorded.
    if (!of || (books.rows.length === 0 && books.actions.every(isIdle))) {
      return new StepResponse(void 0)
    }
    const { movements, strays } = await readOrderBook(container, of)
    await deleteTransactions(container, of.order_id, strays)
    for (const movement of movements) {
      if (!isBeingWritten(movement) && !isInterrupted(movement)) {
        await square(container, of, movement)
      }
    }
    return new StepResponse(void 0)
  },
)

const isIdle = ({ do: what }: Books["actions"][number]) => what === "nothing"
