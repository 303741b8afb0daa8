import type { MedusaContainer } from "@medusajs/framework/types"
import type { PaymentOfOrder } from "../../../../../admin-client/order-payments"
import { staffError } from "../../../../../errors"
import { purposeOf } from "../../../../../provider/start/purpose"
import { findOwnPayment } from "../../../../../workflows/steps/find-own-payment"
import { atGateway, shown } from "./order-payments"
import { readPaymentRow } from "./order-rows"

/**
 * One payment as its order's page shows it, also of one that has no order.
 *
 * @throws MedusaError NOT_FOUND when the store has no such payment
 */
export const paymentAsItIs = async (
  container: MedusaContainer,
  payment_id: string,
): Promise<PaymentOfOrder> => {
  const {
    provider,
    data: terms,
    payment_collection_id,
  } = await findOwnPayment(container, payment_id)
  const read = await atGateway({ provider, terms })
  const [row, purpose] = await Promise.all([
    readPaymentRow(container, payment_id),
    purposeOf(container, payment_collection_id),
  ])
  if (!row) throw staffError("no_such_payment")
  const [payment] = await shown(
    container,
    [
      {
        row,
        terms,
        provider,
        purpose: purpose.cart_id === null ? "link" : "cart",
        isOrderCanceled: purpose.order_canceled,
        collectionId: payment_collection_id,
      },
    ],
    [read],
  )
  if (!payment) throw staffError("no_such_payment")
  return payment
}
