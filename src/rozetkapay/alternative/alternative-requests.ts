import { z } from "zod"
import { refundOrder } from "../payparts/change-order"
import { snakeKeys } from "../wire/camel-case"
import {
  amount,
  exactNumber,
  filledText,
  metadata,
  text,
  toWire,
  whole,
} from "../wire/request-fields"

/**
 * What can be asked of RozetkaPay's alternative payments: those of Polish banks and lenders. Amounts are
 * exact decimal strings; on the wire they are JSON numbers, and so are quantities and prices (strings are
 * answered with 400 invalid_request_body).
 *
 * @see https://cdn.rozetkapay.com/public-docs/index.html#tag/alternative-payment
 */

export const ALTERNATIVE_PROVIDERS = ["imoje", "leaselink", "santander", "przelewy24"] as const

export type AlternativeProvider = (typeof ALTERNATIVE_PROVIDERS)[number]

/** One kind of goods. */
const product = toWire({
  name: filledText("products.name"),
  quantity: whole,
  /** For one piece, in the major unit. */
  price: exactNumber(),
  category: text,
  netAmount: exactNumber().optional(),
  vatAmount: exactNumber().optional(),
  taxCategory: text,
})

export type AlternativeProduct = z.input<typeof product>

/** From the bank's app, good for one payment and some two minutes. As secret as a token. */
const blikCode = z.string({ error: "it must be six digits" }).regex(/^\d{6}$/, {
  error: "it must be six digits",
})

/** Required of imoje and leaselink. */
const paymentMethod = z.discriminatedUnion("type", [
  z
    .object({ type: z.literal("blik"), code: blikCode })
    .transform(({ type, code }) => ({ type, blik: snakeKeys({ blikCode: code }) })),
  toWire({ type: z.enum(["blik_paylater", "leasing"]) }),
])

export type AlternativePaymentMethod = z.input<typeof paymentMethod>

/** Which of these must be there depends on the provider and the method: see the document. */
const customer = toWire({
  externalId: text,
  firstName: text,
  lastName: text,
  phone: text,
  email: text,
  ipAddress: text,
  /** ISO 3166-1 alpha-2. */
  country: text,
  address: text,
  city: text,
  postalCode: text,
  paymentMethod: paymentMethod.optional(),
})

/** @see https://cdn.rozetkapay.com/public-docs/index.html#operation/createAlternativePayment */
export const createAlternativePayment = toWire({
  provider: z.enum(ALTERNATIVE_PROVIDERS),
  externalId: filledText(),
  unifiedExternalId: text,
  /** At least 1. */
  amount,
  /** ISO 4217; PLN for every payment method that is named. */
  currency: filledText(),
  /** 1 to 256 characters. */
  description: filledText(),
  payload: text,
  /** The document requires the field of all, and lines of santander. */
  products: z.array(product),
  resultUrl: text,
  callbackUrl: text,
  customer,
  metadata,
})

export type CreateAlternativePaymentRequest = z.input<typeof createAlternativePayment>

/**
 * As an order's in instalments.
 * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/alternativePaymentRefund
 */
export const refundAlternativePayment = refundOrder

export type RefundAlternativePaymentRequest = z.input<typeof refundAlternativePayment>

/** @see https://cdn.rozetkapay.com/public-docs/index.html#operation/resendAlternativePaymentCallback */
export const resendAlternativeCallback = toWire({
  externalId: filledText(),
  /** Absent: the callback of the last operation. */
  operation: z.enum(["create", "refund"]).optional(),
})

export type ResendAlternativeCallbackRequest = z.input<typeof resendAlternativeCallback>

export type AlternativePaymentReference = { externalId: string }

/** One operation of a payment, by RozetkaPay's id of it. */
export type AlternativeOperationReference = AlternativePaymentReference & { operationId: string }
