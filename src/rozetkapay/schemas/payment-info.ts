import { z } from "zod"
import type { PaymentInfo } from "../results"
import { actionOrNull } from "./action"
import { carriesAnyOf } from "./carries-any-of"
import { decimal, exactText, flag, id, objectOrNull, text } from "./lenient"
import { operationDetailsList } from "./operation-details"
import { paymentMethodOrNull } from "./payment-method"

/**
 * The gateway's ledger of one payment. It has no status of its own.
 * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/paymentInfo (PaymentStatusResult)
 */
export const paymentInfo = carriesAnyOf([
  "id",
  "external_id",
  "amount",
  "purchased",
  "purchase_details",
]).pipe(
  z
    .object({
      id,
      external_id: id,
      amount: decimal,
      currency: text,
      amount_confirmed: decimal,
      amount_canceled: decimal,
      amount_refunded: decimal,
      purchased: flag,
      confirmed: flag,
      canceled: flag,
      refunded: flag,
      purchase_details: operationDetailsList,
      confirmation_details: operationDetailsList,
      cancellation_details: operationDetailsList,
      refund_details: operationDetailsList,
      action: actionOrNull,
      action_required: flag,
      receipt_url: exactText,
      created_at: exactText,
      // Of the customer no more than this: the store has its own.
      customer: objectOrNull({ payment_method: paymentMethodOrNull }),
    })
    .transform(
      (wire): PaymentInfo => ({
        id: wire.id,
        externalId: wire.external_id,
        amount: wire.amount,
        currency: wire.currency,
        amountConfirmed: wire.amount_confirmed,
        amountCanceled: wire.amount_canceled,
        amountRefunded: wire.amount_refunded,
        purchased: wire.purchased,
        confirmed: wire.confirmed,
        canceled: wire.canceled,
        refunded: wire.refunded,
        purchaseDetails: wire.purchase_details,
        confirmationDetails: wire.confirmation_details,
        cancellationDetails: wire.cancellation_details,
        refundDetails: wire.refund_details,
        action: wire.action,
        actionRequired: wire.action_required === true,
        receiptUrl: wire.receipt_url,
        createdAt: wire.created_at,
        paymentMethod: wire.customer?.payment_method ?? null,
      }),
    ),
)
