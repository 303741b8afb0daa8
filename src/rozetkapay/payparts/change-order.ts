import type { z } from "zod"
import { amount, filledText, text, toWire } from "../wire/request-fields"
import { orderProducts } from "./order-products"

/**
 * A confirm or a cancel. Neither names an amount: an order is confirmed and canceled as a whole.
 * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/payPartsConfirmOrder
 */
export const changeOrder = toWire({ externalId: filledText(), callbackUrl: text, payload: text })

export type ChangePayPartsOrderRequest = z.input<typeof changeOrder>

/**
 * `amount` absent means all of it; else at least 1.
 * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/payPartsRefund
 */
export const refundOrder = toWire({
  externalId: filledText(),
  amount: amount.optional(),
  currency: text,
  callbackUrl: text,
  payload: text,
  /** Required by the gateway for a part of a payment on a fiscalised project. */
  products: orderProducts,
})

export type RefundPayPartsOrderRequest = z.input<typeof refundOrder>

/** One operation of an order, by RozetkaPay's id of it. */
export type PayPartsOperationReference = { externalId: string; operationId: string }

/** The document's words are the payments endpoints', on which a create is a "payment". */
export type ResendPayPartsCallbackRequest = {
  externalId: string
  /** Absent: the callback of the last operation. */
  operation?: "payment" | "confirm" | "cancel" | "refund"
}
