import type { BigNumberInput } from "@medusajs/framework/types"
import { emptyLedger, type Ledger } from "./ledger"
import { type Amount, amountOf, currencyCode, missing, sum, zero } from "./money"

/** The rows of Medusa's payment module that make up its ledger of one payment. */
export type StorePayment = {
  amount: BigNumberInput
  currency_code: string
  payment_collection_id?: string | null
  canceled_at?: string | Date | null
  captures?: { amount: BigNumberInput }[] | null
  refunds?: { amount: BigNumberInput; metadata?: Record<string, unknown> | null }[] | null
}

/**
 * Who a row was written by that only records what the gateway has already. Medusa's
 * routes write the id of whoever is logged in here, so no client can claim it.
 */
export const RECORDER = "RozetkaPay"

/** The mark on a recorded capture's row that the gateway's ledger covers it. */
export const CAPTURE_RECORDED = { rozetkapay_capture: "recorded" }

type WrittenRow = { created_by?: string | null; metadata?: Record<string, unknown> | null }

export const isRecord = (row: WrittenRow): boolean => row.created_by === RECORDER

/** A record that is still being compared with the gateway's ledger: it may yet go again, and counts for nobody else. */
export const isUnconfirmedRecord = (row: WrittenRow): boolean =>
  isRecord(row) &&
  !isRefundSent(row) &&
  row.metadata?.rozetkapay_capture !== CAPTURE_RECORDED.rozetkapay_capture

/** The mark on a canceled payment that only records what was canceled elsewhere. */
export const CANCEL_RECORDED = { rozetkapay_cancel: "recorded" }

/** The mark on a refund's row that the gateway has accepted it. */
export const REFUND_SENT = { rozetkapay_refund: "sent" }

export const isRefundSent = (row: { metadata?: Record<string, unknown> | null }): boolean =>
  row.metadata?.rozetkapay_refund === REFUND_SENT.rozetkapay_refund

/** Medusa's rows as a ledger. A canceled payment has canceled all that it had not captured. */
export const storeLedger = (payment: StorePayment): Ledger => {
  const currency = currencyCode(payment.currency_code)
  const total = (rows: { amount: BigNumberInput }[] | null | undefined) =>
    sum(
      (rows ?? []).map((row) => amountOf(row.amount, currency)),
      currency,
    )
  const authorized = amountOf(payment.amount, currency)
  const captured = total(payment.captures)
  const { canceled: nothing } = emptyLedger(currency)
  return {
    currency,
    authorized,
    captured,
    canceled: payment.canceled_at ? missing(authorized, captured) : nothing,
    refunded: total(payment.refunds),
  }
}

/** What Medusa begins its own provider's id with. */
const BY_HAND = "pp_system"

/**
 * A payment as far as somebody has paid by it. Medusa's own provider asks nobody for money: what it has
 * authorized the merchant is to collect by hand, and until that is captured Medusa calls it due.
 */
export const paidLedger = (payment: StorePayment & { provider_id: string }): Ledger => {
  const ledger = storeLedger(payment)
  return payment.provider_id.startsWith(BY_HAND)
    ? { ...ledger, authorized: ledger.captured, canceled: zero(ledger.currency) }
    : ledger
}

/** The refunds that the gateway had accepted at some time: what it lacks of these has failed since. */
export const refundsSent = (payment: StorePayment): Amount => {
  const sent = (payment.refunds ?? []).filter(isRefundSent)
  return storeLedger({ ...payment, refunds: sent }).refunded
}
