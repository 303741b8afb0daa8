import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { Amount } from "../core/money"
import { tell } from "./emit-event"
import type { Books } from "./snapshot"

/**
 * Lets go what is still on hold for a cancelled order. The core never does this
 * after a partial capture, and swallows the error when it tries and fails.
 * Medusa's own cancel calls the provider, which releases all that is held.
 *
 * @throws when RozetkaPay did not release it: it is tried again with the next sync.
 */
export const releaseHold = async (
  container: MedusaContainer,
  books: Books,
  amount: Amount,
): Promise<void> => {
  if (!books.payment_id) return
  await container.resolve(Modules.PAYMENT).cancelPayment(books.payment_id)
  await tell(container, books, "rozetkapay.authorization.canceled", amount, "order_canceled")
}
