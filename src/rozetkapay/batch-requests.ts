import type { Customer, DirectCustomer, Product } from "./requests"

/**
 * What can be asked of RozetkaPay's batch API: one payment by the shopper, split into orders, each
 * into the project of its seller. Amounts are exact decimal strings.
 *
 * @see https://cdn.rozetkapay.com/public-docs/index.html#tag/batch
 */

/** One seller's part of a batch. */
export type BatchOrder = {
  /** Of the seller's project, which the money goes to. */
  apiKey: string
  /** Names the order for ever: info, refunds and callbacks of one seller go by it. */
  externalId: string
  amount: string
  description: string
  products?: Product[]
  unifiedExternalId?: string
  /** At most 4096 characters; comes back in the order's details. */
  payload?: string
  /** true: ask for a recurrent id of this order (see `recurrentIdOf`). One order of a batch at most. */
  initRecurrent?: boolean
}

type NewBatch = {
  /** Unique within the platform's project. */
  batchExternalId: string
  /** ISO 4217. */
  currency: string
  /** false: hold the amounts now, take them by `confirm` later. true: take them at once. */
  confirm: boolean
  /** One to ten. */
  orders: BatchOrder[]
  callbackUrl?: string
  /** Where the shopper comes back to, from the hosted page or from 3-D Secure. */
  resultUrl?: string
  payload?: string
  /** At most 10 keys of 30 characters, with values of 200 characters. */
  metadata?: Record<string, string>
}

export type HostedBatchRequest = NewBatch & {
  mode: "hosted"
  customer?: Customer
  /** 5 to 720 minutes. */
  checkoutTtlMinutes?: number
}

export type DirectBatchRequest = NewBatch & { mode: "direct"; customer: DirectCustomer }

export type CreateBatchRequest = HostedBatchRequest | DirectBatchRequest

/** What to take of one order; `amount` absent means all that it holds. */
export type BatchConfirmOrder = { apiKey: string; externalId: string; amount?: string }

export type ConfirmBatchRequest = {
  batchExternalId: string
  currency: string
  /** The orders to take, 40 entries at most; orders that are not named stay held. Absent: all of them, in full. */
  orders?: BatchConfirmOrder[]
  callbackUrl?: string
  payload?: string
}

/** Names no order and no amount: the API cancels a batch as a whole. */
export type CancelBatchRequest = {
  batchExternalId: string
  callbackUrl?: string
  payload?: string
}

/** One order of a batch, for what is done to a single seller's money. */
export type BatchOrderReference = { externalId: string; apiKey: string }

/** A cancel or a refund of one order; `amount` absent means all of it. */
export type ChangeBatchOrderRequest = BatchOrderReference & {
  amount?: string
  currency?: string
  callbackUrl?: string
  /** Required by the gateway for a part of an order on a fiscalised project. */
  products?: Product[]
}
