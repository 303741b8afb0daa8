import { z } from "zod"
import type { ChangePaymentRequest } from "../payments/change-payment"
import { customer, directCustomer } from "../payments/customer"
import { products } from "../payments/products"
import { snakeKeys } from "../wire/camel-case"
import { amount, filledText, metadata, text, toWire, whole } from "../wire/request-fields"

/**
 * What can be asked of RozetkaPay's batch API: one payment by the shopper, split into orders, each
 * into the project of its seller. Amounts are exact decimal strings.
 *
 * @see https://cdn.rozetkapay.com/public-docs/index.html#tag/batch
 */

/** One seller's part of a batch. */
const order = z.object({
  /** Of the seller's project, which the money goes to. */
  apiKey: filledText(),
  amount,
  /** Names the order for ever: info, refunds and callbacks of one seller go by it. */
  externalId: filledText(),
  description: filledText(),
  products,
  unifiedExternalId: text,
  /** At most 4096 characters; comes back in the order's details. */
  payload: text,
  /** true: ask for a recurrent id of this order (see `recurrentIdOf`). One order of a batch at most. */
  initRecurrent: z.boolean().optional(),
})

export type BatchOrder = z.input<typeof order>

/** The document's `maxItems` of a create and of a confirm. */
const MOST_ORDERS = 10
const MOST_ORDERS_TO_CONFIRM = 40

const orders = z
  .array(order)
  .refine(({ length }) => length > 0 && length <= MOST_ORDERS, {
    error: `a batch has one to ${MOST_ORDERS} orders`,
  })
  .refine((all) => new Set(all.map(({ externalId }) => externalId)).size === all.length, {
    error: "two orders have the same id",
    path: ["externalId"],
  })
  .refine((all) => all.filter(({ initRecurrent }) => initRecurrent).length <= 1, {
    error: "only one order of a batch may ask for it",
    path: ["initRecurrent"],
  })
  .transform((all) => all.map((one) => snakeKeys(one)))

const newBatch = <Mode extends string>(mode: Mode) => ({
  /** Unique within the platform's project. */
  batchExternalId: filledText(),
  /** ISO 4217. */
  currency: filledText(),
  mode: z.literal(mode),
  /** false: hold the amounts now, capture them by `confirm` later. true: charge them at once, the gateway's default. */
  confirm: z.boolean(),
  /** One to ten. */
  orders,
  callbackUrl: text,
  /** Where the shopper comes back to, from the hosted page or from 3-D Secure. */
  resultUrl: text,
})

const hostedBatch = z
  .object({
    ...newBatch("hosted"),
    customer,
    /** 5 to 720 minutes. */
    checkoutTtlMinutes: whole.optional(),
    metadata,
    payload: text,
  })
  .transform(({ checkoutTtlMinutes: checkoutTtl, metadata, payload, ...fields }) =>
    snakeKeys({ ...fields, checkoutTtl, metadata, payload }),
  )

const directBatch = toWire({
  ...newBatch("direct"),
  customer: directCustomer,
  metadata,
  payload: text,
})

/** @see https://cdn.rozetkapay.com/public-docs/index.html#operation/createBatchPayment */
export const createBatch = z.discriminatedUnion("mode", [hostedBatch, directBatch])

export type HostedBatchRequest = z.input<typeof hostedBatch>
export type DirectBatchRequest = z.input<typeof directBatch>
export type CreateBatchRequest = z.input<typeof createBatch>

/** What to capture of one order; `amount` absent means all that it holds. */
const orderToConfirm = toWire({
  apiKey: filledText(),
  externalId: filledText(),
  amount: amount.optional(),
})

export type BatchConfirmOrder = z.input<typeof orderToConfirm>

/** @see https://cdn.rozetkapay.com/public-docs/index.html#operation/confirmBatchPayment */
export const confirmBatch = toWire({
  batchExternalId: filledText(),
  currency: filledText(),
  /** The orders to capture, 40 entries at most; orders that are not named stay held. Absent: all of them, in full. */
  orders: z
    .array(orderToConfirm)
    // An empty list may be read as "all of them", like an absent one: the opposite of what it says.
    .refine(({ length }) => length > 0 && length <= MOST_ORDERS_TO_CONFIRM, {
      error: `one to ${MOST_ORDERS_TO_CONFIRM} orders can be named`,
    })
    .optional(),
  callbackUrl: text,
  payload: text,
})

export type ConfirmBatchRequest = z.input<typeof confirmBatch>

/**
 * Names no order and no amount: the API cancels a batch as a whole.
 * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/cancelBatchPayment
 */
export const cancelBatch = toWire({
  batchExternalId: filledText(),
  callbackUrl: text,
  payload: text,
})

export type CancelBatchRequest = z.input<typeof cancelBatch>

/** One order of a batch, for what is done to a single seller's money. */
export type BatchOrderReference = { externalId: string; apiKey: string }

/** A cancel or a refund of one order; `amount` absent means all of it. */
export type ChangeBatchOrderRequest = BatchOrderReference & ChangePaymentRequest
