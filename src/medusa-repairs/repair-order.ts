import type { MedusaContainer } from "@medusajs/framework/types"
import type { TransactionsOf } from "../core/movement-row"
import { isRightSummary, repairSummary } from "./order-summary"
import {
  addUp,
  deleteTransactions,
  isBeingWritten,
  isInterrupted,
  readOrderTransactions,
  repairTransactions,
} from "./order-transactions"

/**
 * The order's transactions are a third ledger of the same money, from which its
 * totals are made. The core writes them last, so a crash, two refunds at once (the
 * second writes its own amount for the first one's row) or an open order edit
 * leave them wrong for good. Here each capture and refund gets exactly one
 * transaction, of its own amount, and the order's summary says what they add up to.
 */
export const repairOrder = async (
  container: MedusaContainer,
  of: TransactionsOf,
): Promise<void> => {
  const { movements, strays } = await readOrderTransactions(container, of)
  await deleteTransactions(container, of.order_id, strays)
  for (const movement of movements) {
    if (!isBeingWritten(movement) && !isInterrupted(movement))
      await repairTransactions(container, of, movement)
  }
  await repairSummary(container, of)
}

/** Reads only. */
export const isRightOrder = async (
  container: MedusaContainer,
  of: TransactionsOf,
): Promise<boolean> =>
  addUp(await readOrderTransactions(container, of), of.currency) &&
  (await isRightSummary(container, of))
