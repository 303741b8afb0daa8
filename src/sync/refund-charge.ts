import type { MedusaContainer } from "@medusajs/framework/types"
import type { Amount } from "../core/money"
import { emitEvent } from "./emit-event"
import { refundOrderPayment } from "./refund-order-payment"
import type { Try } from "./snapshot"

/** Its refunds' author. */
const AUTHOR = "rozetkapay-return-charge"

/**
 * Refunds what a cancelled order still keeps. The core does this while it cancels,
 * but swallows the error when RozetkaPay can't be reached: the order would be gone
 * and the shopper's money stay.
 *
 * @throws when RozetkaPay did not return it: it is tried again with the next sync.
 */
export const refundCharge = async (
  container: MedusaContainer,
  tried: Try,
  amount: Amount,
): Promise<void> => {
  const { payment_id, order_id, situation } = tried
  if (!payment_id) return
  await refundOrderPayment(
    container,
    { payment_id, order_id, currency: situation.gateway.currency },
    amount,
    { note: "The order was cancelled", created_by: AUTHOR },
  )
  await emitEvent(container, tried, "rozetkapay.payment.returned", amount, "order_canceled")
}
