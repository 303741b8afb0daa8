import type { z } from "zod"
import { operationDetails } from "../payments/operation-details"
import { actionOrNull } from "../payments/payment-operation"
import { carriesAnyOf, exactText, flag, fromWire, id, text, texts, yes } from "../wire/readers"

/**
 * One step of an alternative payment: what it has in common with a payment's, and what only these have.
 * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/createAlternativePayment (AlternativePaymentOperationDetails)
 */
export const alternativeDetails = fromWire({
  /** Where the shopper goes on: the bank's, or the lender's, page. */
  action: actionOrNull,
  action_required: yes,
  receipt_url: exactText,
  /** blik, blik_paylater, leasing, …: an open list. */
  payment_method_type: text,
  /** true: with this step the money is the merchant's. */
  one_stage: flag,
}).and(operationDetails)

export type AlternativeDetails = z.output<typeof alternativeDetails>

/**
 * The answer to create, refund and operation info, and the body of every callback. It has no
 * `operation`: what was done is `details.method`. The document shows callbacks in the words of payments
 * in instalments, whose page and receipt stand beside the details: both places are read.
 * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/createAlternativePayment (AlternativePaymentOperationResult)
 */
export const alternativeOperation = carriesAnyOf(["id", "external_id", "details"]).pipe(
  fromWire({
    id,
    external_id: id,
    unified_external_id: id,
    details: alternativeDetails.nullable().catch(null),
    action: actionOrNull,
    receipt_url: exactText,
    /** Our own. Empty when the answer has none. */
    metadata: texts,
  }).transform(({ details, action, receiptUrl, ...read }) => ({
    ...read,
    details,
    action: details?.action ?? action,
    receiptUrl: details?.receiptUrl ?? receiptUrl,
  })),
)

export type AlternativeOperation = z.output<typeof alternativeOperation>
