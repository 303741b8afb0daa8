import { type Minor, sum } from "./money"
import { ledgerOf, type Operation, type Payment } from "./payment"

const DAY_MS = 86_400_000

/** What RozetkaPay keeps of what was captured, in hundredths of a percent: a likely one. */
const COMMISSION = 150n

/** Of one payment, rounded half up. */
export const commissionOf = (amount: Minor): Minor => (amount * COMMISSION + 5_000n) / 10_000n

/** What the cabinet has said of a payment's payout; else it comes by itself, the day after the capture (UTC). */
export type PayoutTerms = { left_out: boolean; day: string | null; amount: Minor | null }

export type Payout = {
  payment: Payment
  amount: Minor
  commission: Minor
  paid_out: Minor
  /** YYYY-MM-DD */
  day: string
  processed_at: string
}

/** What the merchant has got on their account. */
export class Payouts {
  private readonly terms = new Map<string, PayoutTerms>()

  say(payment: Payment, terms: PayoutTerms): void {
    this.terms.set(payment.id, terms)
  }

  /** Null: not yet, or left out. */
  of(payment: Payment, today: string): Payout | null {
    const captures = payment.operations.filter(isCapture)
    const last = captures.at(-1)
    if (payment.kind === "batch" || !last) return null
    const terms = this.terms.get(payment.id)
    if (terms?.left_out) return null
    const processed_at = last.processed_at ?? last.at
    const day = terms?.day ?? dayOf(Date.parse(processed_at) + DAY_MS)
    const amount = terms?.amount ?? captured(captures) - refundedBefore(payment, day)
    if (day > today || amount <= 0n) return null
    const commission = commissionOf(amount)
    return { payment, amount, commission, paid_out: amount - commission, day, processed_at }
  }

  clear(): void {
    this.terms.clear()
  }
}

export const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10)

export const isCapture = (one: Operation): boolean =>
  one.status === "success" && (one.method === "purchase" || one.method === "capture")

const captured = (captures: Operation[]): Minor => sum(captures.map(({ amount }) => amount))

/** What went back afterwards is settled with the merchant elsewhere. */
const refundedBefore = (payment: Payment, day: string): Minor => {
  const operations = payment.operations.filter(({ at }) => dayOf(Date.parse(at)) < day)
  return ledgerOf({ ...payment, operations }).refunded
}
