import type { ExternalId } from "./external-id"
import { foldLedger } from "./fold-ledger"
import { held, kept, type Ledger } from "./ledger"
import { exceeds, isKnownCurrency, isPositive } from "./money"
import type { Operation } from "./operation"

/** An operation in a gateway's report of all that moved on its login. */
export type ReportedOperation = Operation & {
  externalId: ExternalId
  currency: string
  /** When it was; absent: the report does not say. */
  at?: Date | null
  /** What the merchant pays for it, in its currency; absent: the report does not say. */
  fee?: string | null
}

/**
 * The operations of a period by payment. Part of a payment may lie before it, so these sums only ever
 * fall short. null: what can't be added up (a currency that nobody knows), to be looked at one by one.
 */
export const ledgersOf = (operations: ReportedOperation[]): Map<ExternalId, Ledger | null> => {
  const byPayment = new Map<ExternalId, [ReportedOperation, ...ReportedOperation[]]>()
  for (const one of operations) {
    const others = byPayment.get(one.externalId)
    if (others) others.push(one)
    else byPayment.set(one.externalId, [one])
  }
  return new Map([...byPayment].map(([externalId, own]) => [externalId, ledgerOf(own)]))
}

const ledgerOf = (operations: [ReportedOperation, ...ReportedOperation[]]): Ledger | null => {
  const [{ currency }] = operations
  if (!isKnownCurrency(currency)) return null
  const ledger = foldLedger(operations, { currency })
  return ledger.unclear === null ? ledger : null
}

/** Whether RozetkaPay's ledgers tell of more than the store's. */
export const showsMore = (reported: Ledger, store: Ledger): boolean =>
  exceeds(reported.captured, store.captured) ||
  exceeds(reported.refunded, store.refunded) ||
  (isPositive(reported.canceled) && isPositive(held(store)))

/** Whether anything of it is still held or kept. */
export const hasMoney = (reported: Ledger): boolean =>
  isPositive(held(reported)) || isPositive(kept(reported))
