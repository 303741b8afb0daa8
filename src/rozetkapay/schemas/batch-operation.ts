import { z } from "zod"
import type { BatchOperation, BatchOrderResult } from "../batch-results"
import { keepRecurrentId, recurrentIdOf } from "../recurrent-id"
import { actionOrNull } from "./action"
import { carriesAnyOf } from "./carries-any-of"
import { decimal, exactText, flag, id, objectOrNull, text } from "./lenient"
import { metadata } from "./metadata"
import { operationDetails } from "./operation-details"
import { paymentMethodOrNull } from "./payment-method"

/** `operationDetails` reads what an order has in common with a payment's details. */
const order = z
  .object({
    external_id: id,
    unified_external_id: id,
    description: text,
    recipient_iban: exactText,
    payload: exactText,
  })
  .and(operationDetails.transform((details) => ({ details })))

type OrderOnTheWire = z.output<typeof order>

const orderOrNull = order.nullable().catch(null)

const orders = z
  .array(orderOrNull)
  .catch([])
  .transform((items) => items.filter((item) => item !== null))

/**
 * What a batch's create, confirm and cancel answer, and what its callbacks say. The document calls the
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
  z
    .object({
      id,
      batch_external_id: id,
      action_required: flag,
      action: actionOrNull,
      batch_details: objectOrNull({
        amount: decimal,
        currency: text,
        payload: exactText,
      }).optional(),
      order_details: orders.optional(),
      orders_details: orders.optional(),
      receipt_url: exactText,
      metadata,
      payment_method: paymentMethodOrNull,
    })
    .transform((wire): BatchOperation => {
      const currency = wire.batch_details?.currency ?? null
      const listed = wire.order_details?.length ? wire.order_details : wire.orders_details
      return {
        id: wire.id,
        batchExternalId: wire.batch_external_id,
        actionRequired: wire.action_required === true,
        action: wire.action,
        amount: wire.batch_details?.amount ?? null,
        currency,
        payload: wire.batch_details?.payload ?? null,
        orders: (listed ?? []).map((one) => orderResult(one, currency)),
        receiptUrl: wire.receipt_url,
        metadata: wire.metadata,
        paymentMethod: wire.payment_method,
      }
    }),
)

function orderResult(wire: OrderOnTheWire, currency: string | null): BatchOrderResult {
  const details = { ...wire.details, currency: wire.details.currency ?? currency }
  return {
    externalId: wire.external_id,
    unifiedExternalId: wire.unified_external_id,
    description: wire.description,
    recipientIban: wire.recipient_iban,
    payload: wire.payload,
    // The copy with the currency is another object, and the id is known by the object.
    details: keepRecurrentId(details, recurrentIdOf(wire.details)),
  }
}
