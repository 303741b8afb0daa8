import type { ExternalId } from "./external-id"
import type { Ledger } from "./ledger"

/** What one seller has of a payment. */
export type SellerLedger = {
  /** The seller's key in the options; null when it is not there any more. */
  seller: string | null
  name: string | null
  externalId: ExternalId
  ledger: Ledger
  /** Why RozetkaPay's answer about this order can't be counted: then the sums are zero and mean nothing. */
  unclear: string | null
}
