import { z } from "zod"
import { snakeKeys } from "../wire/camel-case"
import { amount, filledText, metadata, text, toWire, whole } from "../wire/request-fields"
import { customer, directCustomer } from "./customer"
import { products } from "./products"

/**
 * What begins a payment. Amounts are exact decimal strings ("1249.99"): they are written into the
 * request digit by digit, so no float ever touches them.
 */

const newPayment = {
  externalId: filledText(),
  amount,
  /** ISO 4217. */
  currency: filledText(),
  /** false: hold the amount now, capture it by `confirm` later. true: charge it at once, the gateway's default. */
  confirm: z.boolean(),
  callbackUrl: text,
  /** Where the shopper comes back to, from the hosted page or from 3-D Secure. */
  resultUrl: text,
  /** The same, from RozetkaPay's own page of thanks, where the project has one. */
  resultUrlSuccess: text,
  resultUrlFail: text,
  description: text,
  products,
  /** true: ask for a recurrent id (see `recurrentIdOf`), which can charge the same card again. */
  initRecurrentPayment: z.boolean().optional(),
  metadata,
  unifiedExternalId: text,
  payload: text,
}

/** A payment on RozetkaPay's own page. */
const pagePayment = z
  .object({
    ...newPayment,
    mode: z.enum(["hosted", "express_checkout"]),
    customer,
    checkoutTtlMinutes: whole.optional(),
  })
  .transform(({ checkoutTtlMinutes: checkoutTtl, ...fields }) =>
    snakeKeys({ ...fields, checkoutTtl }),
  )

/** A payment with what the shopper has already given in the store. */
const directPayment = toWire({
  ...newPayment,
  mode: z.literal("direct"),
  customer: directCustomer,
})

/** @see https://cdn.rozetkapay.com/public-docs/index.html#operation/createPayment */
export const createPayment = z.discriminatedUnion("mode", [pagePayment, directPayment])

export type PagePaymentRequest = z.input<typeof pagePayment>
export type DirectPaymentRequest = z.input<typeof directPayment>
export type CreatePaymentRequest = z.input<typeof createPayment>

/**
 * A charge without the shopper. It has no currency: that of the payment that gave the recurrent id counts.
 * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/createRecurrentPayment
 */
export const createRecurrentPayment = toWire({
  /** Charges a card: as secret as a password. */
  recurrentId: filledText(),
  externalId: newPayment.externalId,
  amount,
  confirm: newPayment.confirm,
  callbackUrl: text,
  payload: text,
  metadata,
  unifiedExternalId: text,
})

export type RecurrentPaymentRequest = z.input<typeof createRecurrentPayment>

const cardLookup = {
  callbackUrl: text,
  resultUrl: text,
  currency: text,
  description: text,
  payload: text,
}

/**
 * Verifies a card without charging it. The endpoint takes no external_id: know it by the answer's id.
 * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/cardLookup
 */
export const lookupCard = z.discriminatedUnion("mode", [
  toWire({ ...cardLookup, mode: z.literal("hosted"), customer }),
  toWire({ ...cardLookup, mode: z.literal("direct"), customer: directCustomer }),
])

export type CardLookupRequest = z.input<typeof lookupCard>
