import type { Decimal, OrderName, Page, Sums, Time } from "./sums"

export const PAYMENT_STATES = [
  "held",
  "captured",
  "partly_captured",
  "refunded",
  "partly_refunded",
  "canceled",
  "waiting",
] as const

/** By the store's ledger. `waiting`: a session that is not paid yet, or agreed on delivery. */
export type PaymentState = (typeof PAYMENT_STATES)[number]

/** `GET /admin/rozetkapay/payments`; `…/payments/export` answers the same rows as CSV (UTF-8 with BOM). */
export type PaymentsQuery = {
  /** Order's number, RRN, external id, RozetkaPay's id, a card's last four digits, or an e-mail address. */
  q?: string
  state?: PaymentState
  provider_id?: string
  /** Days in Kyiv's time, both included: "2026-11-26". */
  from?: string
  to?: string
  offset?: number
  limit?: number
}

export type PaymentRow = {
  /** Of one that is `waiting`, the session's. */
  payment_id: string
  provider_id: string
  external_id: string
  rozetkapay_id: string | null
  created_at: Time
  state: PaymentState
  amount: Decimal
  currency_code: string
  sums: Sums
  order: OrderName | null
  email: string | null
  /** How it was paid, as far as it was noted when it was synced. */
  mask: string | null
  brand: string | null
  method: string | null
  rrn: string | null
}

export type PaymentsTable = Page & { payments: PaymentRow[] }
