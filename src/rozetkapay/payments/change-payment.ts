import type { z } from "zod"
import { amount, filledText, text, toWire } from "../wire/request-fields"
import { products } from "./products"

/**
 * A confirm, a cancel or a refund; `amount` absent means all of it.
 * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/refundPayment
 */
export const changePayment = toWire({
  externalId: filledText(),
  amount: amount.optional(),
  currency: text,
  callbackUrl: text,
  /** Required by the gateway for a part of a payment on a fiscalised project. */
  products,
})

export type ChangePaymentRequest = z.input<typeof changePayment>

/** @see https://cdn.rozetkapay.com/public-docs/index.html#operation/retryRefund */
export const paymentReference = toWire({ externalId: filledText() })

export type PaymentReference = z.input<typeof paymentReference>

/** @see https://cdn.rozetkapay.com/public-docs/index.html#operation/resendCallback */
export const resendCallback = toWire({
  externalId: filledText(),
  /** Which callback: "payment", "confirm", "cancel", "refund". Absent: the gateway's choice. */
  operation: text,
})

export type ResendCallbackRequest = z.input<typeof resendCallback>
