import type { MoneyMover } from "./move-money"
import type { PaymentReference } from "./payment-gateway"
import type { RecentEvents } from "./recent-events"
import type { PaymentTerms } from "./session-data"
import type { StoreOptions } from "./store-options"

/**
 * What syncing wants of a payment's provider: its gateway's ledger, and money moved there. Nothing in it
 * is Medusa's, so that another process than a store's can have one.
 */
export interface SyncedProvider extends MoneyMover {
  readonly options: Pick<
    StoreOptions,
    "backendUrl" | "formerBackendUrls" | "orderRetryMinutes" | "mostReturnsPerRun"
  >
  /** What signed callbacks have told lately. */
  readonly events: Pick<RecentEvents, "remember" | "of">
  reference(terms: PaymentTerms): PaymentReference
}
