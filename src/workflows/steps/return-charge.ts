import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { refundOrderPayment } from "../refund-order-payment"
import type { Books } from "./read-books"
import { tell } from "./tell"

export const returnChargeStepId = "rozetkapay-return-charge"

/**
 * Refunds what a cancelled order still keeps. The core does this while it cancels,
 * but swallows the error when RozetkaPay can't be reached: the order would be gone
 * and the shopper's money stay.
 *
 * @throws when RozetkaPay did not return it: it is tried again with the next settling.
 */
export const returnChargeStep = createStep(
  returnChargeStepId,
  async (books: Books | null, { container }) => {
    const action = books?.actions.find((one) => one.do === "return_charge")
    if (!books?.payment_id || !action) return new StepResponse(void 0)
    const { payment_id, order_id, situation } = books
    await refundOrderPayment(
      container,
      { payment_id, order_id, currency: situation.gateway.currency },
      action.amount,
      { note: "The order was cancelled", created_by: returnChargeStepId },
    )
    await tell(container, books, "rozetkapay.payment.returned", action.amount, "order_canceled")
    return new StepResponse(void 0)
  },
)
