import type { ExternalId } from "./external-id"
import type { Amount } from "./money"

/** What a gateway says that it has paid out of one payment, or of a part of it. Null: it does not say. */
export type ReportedPayout = {
  externalId: ExternalId
  /** Before fees. */
  amount: Amount
  currency: string
  commission: Amount | null
  /** What the shopper paid on top. */
  payerFee: Amount | null
  paidOut: Amount | null
  /** In Kyiv; null: not yet. */
  day: string | null
  processedAt: Date | null
  /** "424242******4242" */
  card: string | null
}
