import type { z } from "zod"
import { operationDetails } from "../payments/operation-details"
import { actionOrNull } from "../payments/payment-operation"
import { carriesAnyOf, exactText, fromWire, id, text, texts, yes } from "../wire/readers"

/**
 * One step of an order: what it has in common with a payment's, and the bank's key. Its `method` is
 * create, confirm, cancel or refund.
 * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/payPartsCreateOrder (PayPartsOperationDetails)
 */
export const orderDetails = fromWire({ bank_key: text }).and(operationDetails)

export type PayPartsDetails = z.output<typeof orderDetails>

/**
 * The answer to create, confirm, cancel, refund and operation info, and the body of every callback. It
 * has no `operation`: what was done is `details.method`.
 * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/payPartsCreateOrder (PayPartsOperationResult)
 */
export const orderOperation = carriesAnyOf(["id", "external_id", "details", "action"]).pipe(
  fromWire({
    id,
    external_id: id,
    unified_external_id: id,
    /** The request was accepted. It does NOT mean that the customer has signed. */
    is_success: yes,
    details: orderDetails.nullable().catch(null),
    action_required: yes,
    /** The bank's page; null: the customer is asked in the bank's app. */
    action: actionOrNull,
    receipt_url: exactText,
    /** Our own. Empty when the answer has none. */
    metadata: texts,
  }),
)

export type PayPartsOperation = z.output<typeof orderOperation>
