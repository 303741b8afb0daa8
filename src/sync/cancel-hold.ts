import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { Amount } from "../core/money"
import { emitEvent } from "./emit-event"
import type { Try } from "./snapshot"

/**
 * Lets go what is still on hold for a cancelled order. The core never does this
 * after a partial capture, and swallows the error when it tries and fails.
 * Medusa's own cancel calls the provider, which cancels all that is held.
 *
 * @throws when RozetkaPay did not cancel it: it is tried again with the next sync.
 */
export const cancelHold = async (
  container: MedusaContainer,
  tried: Try,
  amount: Amount,
): Promise<void> => {
  if (!tried.payment_id) return
  await container.resolve(Modules.PAYMENT).cancelPayment(tried.payment_id)
  await emitEvent(container, tried, "rozetkapay.authorization.canceled", amount, "order_canceled")
}
