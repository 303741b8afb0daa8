import { z } from "zod"
import { carriesAnyOf, exactText, fromWire, id, text, texts, yes } from "../wire/readers"
import { operationDetailsOrNull } from "./operation-details"
import { paymentMethodOrNull } from "./payment-method"

/** Where to send the shopper next: `{type: "url", value}`, or null. */
export const actionOrNull = z
  .object({ type: z.string().min(1), value: z.string().min(1) })
  .nullable()
  .catch(null)

export type Action = NonNullable<z.output<typeof actionOrNull>>

/**
 * The answer to create, confirm, cancel and refund, and the body of every payment callback.
 * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/createPayment (PaymentOperationResult)
 */
export const paymentOperation = carriesAnyOf([
  "id",
  "external_id",
  "operation",
  "is_success",
  "details",
  "action",
  "payment_method",
]).pipe(
  fromWire({
    id,
    external_id: id,
    /** payment, confirm, cancel, refund, lookup, recurrent, …; some products' callbacks have none. */
    operation: text,
    /** The request was accepted. It does NOT mean that anybody has paid. */
    is_success: yes,
    action_required: yes,
    action: actionOrNull,
    details: operationDetailsOrNull,
    receipt_url: exactText,
    /** Our own marks. Empty when the answer has none. */
    metadata: texts,
    payment_method: paymentMethodOrNull,
  }),
)

export type PaymentOperation = z.output<typeof paymentOperation>
