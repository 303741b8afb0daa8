import type { Decimal, OrderName, Time } from "./sums"

export const ATTENTION_KINDS = [
  "difference",
  "unexplained",
  "refund_failed",
  "hold_lapsing",
  "chargeback",
  "hold_lost_by_edit",
  "waiting_long",
  "paid_and_canceled",
] as const

/**
 * - `difference`: the ledgers differ and reconciling could not close it;
 * - `unexplained`: money that the store can't place;
 * - `refund_failed`: a deferred refund that failed;
 * - `hold_lapsing`: a hold that the bank is about to let go (`until`);
 * - `chargeback`: the payer's bank took money back;
 * - `hold_lost_by_edit`: a hold that an order's edit has canceled;
 * - `waiting_long`: a payment that is neither paid nor refused for long;
 * - `paid_and_canceled`: the order is canceled, and money of it is still held or kept.
 */
export type AttentionKind = (typeof ATTENTION_KINDS)[number]

export type AttentionItem = {
  /** Stays the same for the same trouble. */
  id: string
  kind: AttentionKind
  since: Time
  until: Time | null
  amount: Decimal | null
  currency_code: string | null
  order: OrderName | null
  payment_id: string | null
  provider_id: string
  external_id: string
  /** RozetkaPay's or Medusa's words, for support. */
  detail: string | null
  /** Of unexplained money: the order that it seems to belong to. */
  belongs_to: OrderName | null
}

/** `GET /admin/rozetkapay/attention?kind=&offset=&limit=`: newest trouble first. */
export type Attention = {
  items: AttentionItem[]
  counts: Record<AttentionKind, number>
  count: number
  offset: number
  limit: number
}
