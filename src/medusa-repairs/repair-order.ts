import type { MedusaContainer } from "@medusajs/framework/types"
import { isSquareSummary, squareSummary } from "./order-summary"
import {
  deleteTransactions,
  isBeingWritten,
  isInterrupted,
  isSquareBook,
  type OrderBookOf,
  readOrderBook,
  square,
} from "./order-transactions"

/**
 * The order's transactions are a third book of the same money, from which its
 * totals are made. The core writes them last, so a crash, two refunds at once (the
 * second writes its own amount for the first one's row) or an open order edit
 * leave them wrong for good. Here each capture and refund gets exactly one
 * transaction, of its own amount, and the order's summary says what they add up to.
 */
export const squareOrder = async (container: MedusaContainer, of: OrderBookOf): Promise<void> => {
  const { movements, strays } = await readOrderBook(container, of)
  await deleteTransactions(container, of.order_id, strays)
  for (const movement of movements) {
    if (!isBeingWritten(movement) && !isInterrupted(movement)) await square(container, of, movement)
  }
  await squareSummary(container, of)
}

/** Reads only. */
export const isSquareOrder = async (
  container: MedusaContainer,
  of: OrderBookOf,
): Promise<boolean> =>
  isSquareBook(await readOrderBook(container, of), of.currency) &&
  (await isSquareSummary(container, of))
