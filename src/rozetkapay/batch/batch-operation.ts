import type { z } from "zod"
import { keepRecurrentId, operationDetails, recurrentIdOf } from "../payments/operation-details"
import { paymentMethodOrNull } from "../payments/payment-method"
import { actionOrNull } from "../payments/payment-operation"
import {
  carriesAnyOf,
  decimal,
  exactText,
  fromWire,
  fromWireOrNull,
  id,
  listOf,
  text,
  texts,
  yes,
} from "../wire/readers"

/**
 * What became of one order in a batch operation. `details` is what an order has in common with a
 * payment's; its `method` is create, confirm, refund or cancel, its currency the batch's.
 */
const order = fromWire({
  external_id: id,
  unified_external_id: id,
  description: text,
  recipient_iban: exactText,
  payload: exactText,
}).and(operationDetails.transform((details) => ({ details })))

export type BatchOrderResult = z.output<typeof order>

const orders = listOf(order)

/**
 * What a batch's create, confirm and cancel answer, and what its callbacks say. It has no `is_success`
 * and no status of the whole: what happened stands in `orders`, each for itself. The document calls the
 * list `order_details`, RozetkaPay's own mobile SDKs read `orders_details`: both are taken.
 * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/createBatchPayment (BatchPaymentOperationResult)
 * @see https://github.com/rozetkapay/ios-sdk (CreateBatchPaymentResponse)
 */
export const batchOperation = carriesAnyOf([
  "batch_external_id",
  "batch_details",
  "order_details",
  "orders_details",
]).pipe(
  fromWire({
    id,
    batch_external_id: id,
    action_required: yes,
    action: actionOrNull,
    /** What was written off in all, as far as the answer says. */
    batch_details: fromWireOrNull({ amount: decimal, currency: text, payload: exactText }),
    order_details: orders,
    orders_details: orders,
    receipt_url: exactText,
    metadata: texts,
    payment_method: paymentMethodOrNull,
  }).transform(({ batchDetails, orderDetails, ordersDetails, ...read }) => {
    const currency = batchDetails?.currency ?? null
    const listed = orderDetails.length > 0 ? orderDetails : ordersDetails
    return {
      ...read,
      amount: batchDetails?.amount ?? null,
      currency,
      payload: batchDetails?.payload ?? null,
      orders: listed.map((one) => inCurrency(one, currency)),
    }
  }),
)

export type BatchOperation = z.output<typeof batchOperation>

/** The wire names no currency beside an order: it is the batch's. */
function inCurrency(order: BatchOrderResult, currency: string | null): BatchOrderResult {
  const details = { ...order.details, currency: order.details.currency ?? currency }
  // The copy is another object, and the id is known by the object.
  return { ...order, details: keepRecurrentId(details, recurrentIdOf(order.details)) }
}
