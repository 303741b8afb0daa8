import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { PlacedOrder } from "./place-order"
import { type Books, readBooks, readStore } from "./read-books"

export type RereadBooksInput = {
  before: Books | null
  placed: PlacedOrder | null
  /** The id of a Payment that was just created without a cart. */
  authorized: string | null
}

export const rereadBooksStepId = "rozetkapay-reread-books"

/**
 * The books after the order was placed, so that what the gateway showed beyond
 * it is still recorded in the same run. Its own book is read anew only when
 * placing failed: Medusa undoes a failed order, payment included.
 */
export const rereadBooksStep = createStep(
  rereadBooksStepId,
  async ({ before, placed, authorized }: RereadBooksInput, { container }) => {
    if (!before || (!placed && !authorized)) return new StepResponse(before)
    const { marks, situation } = before
    const { provider_id, external_id } = marks
    const books: Books | null = placed?.failed
      ? await readBooks(container, { provider_id, external_id, order_failed: true })
      : await readStore(container, { external_id, order_failed: false }, marks, situation.gateway)
    return new StepResponse(books)
  },
)
