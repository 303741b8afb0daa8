import { z } from "zod"
import type { PaymentOperation } from "../results"
import { actionOrNull } from "./action"
import { carriesAnyOf } from "./carries-any-of"
import { exactText, flag, id, text } from "./lenient"
import { metadata } from "./metadata"
import { operationDetailsOrNull } from "./operation-details"
import { paymentMethodOrNull } from "./payment-method"

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
  z
    .object({
      id,
      external_id: id,
      operation: text,
      is_success: flag,
      action_required: flag,
      action: actionOrNull,
      details: operationDetailsOrNull,
      receipt_url: exactText,
      metadata,
      payment_method: paymentMethodOrNull,
    })
    .transform(
      (wire): PaymentOperation => ({
        id: wire.id,
        externalId: wire.external_id,
        operation: wire.operation,
        isSuccess: wire.is_success === true,
        actionRequired: wire.action_required === true,
        action: wire.action,
        details: wire.details,
        receiptUrl: wire.receipt_url,
        metadata: wire.metadata,
        paymentMethod: wire.payment_method,
      }),
    ),
)
