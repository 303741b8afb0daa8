import type { Decimal, OrderName } from "./sums"

/** `GET /admin/rozetkapay/payouts?provider_id=&from=&to=` (days, at most 31); `…/payouts/export` as CSV. */
export type Payouts = {
  provider_id: string
  from: string
  to: string
  /** Newest first. */
  payouts: Payout[]
  /** Captured in the period by the store's ledger, and in no payout that RozetkaPay shows. At most 500. */
  missing: {
    payment_id: string
    order: OrderName | null
    /** Captured less refunded. */
    amount: Decimal
    currency_code: string
    captured_on: string
  }[]
}

/** What RozetkaPay paid out on one day, in one currency. */
export type Payout = {
  /** "2026-11-26"; null: it is not paid out yet. */
  day: string | null
  currency_code: string
  /** Of the payments, before fees. */
  amount: Decimal
  commission: Decimal
  paid_out: Decimal
  rows: PayoutRow[]
}

export type PayoutRow = {
  external_id: string
  /** Null: the store does not know it. */
  payment_id: string | null
  order: OrderName | null
  amount: Decimal
  commission: Decimal | null
  payer_fee: Decimal | null
  paid_out: Decimal | null
  processed_at: string | null
  card: string | null
  /** When the store's captured less refunded sum is another: that sum. Null: it is the same, or not known. */
  store_amount: Decimal | null
}
