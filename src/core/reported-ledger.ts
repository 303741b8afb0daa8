import type { GatewayOperation } from "../provider/payment-gateway"
import { emptyLedger, held, kept, type Ledger } from "./ledger"
import { type Amount, exceeds, isPositive, plus } from "./money"

/**
 * The operations of a period by payment. Part of a payment may lie before it, so these sums only ever
 * fall short. null: a currency that can't be added up, to be looked at one by one.
 */
export const ledgersOf = (operations: GatewayOperation[]): Map<string, Ledger | null> => {
  const ledgers = new Map<string, Ledger | null>()
  for (const { externalId, kind, money } of operations) {
    const before = ledgers.get(externalId)
    const ledger = before === undefined && money ? emptyLedger(money.currency) : before
    ledgers.set(externalId, ledger && money ? withOperation(ledger, kind, money.amount) : null)
  }
  return ledgers
}

const withOperation = (ledger: Ledger, kind: GatewayOperation["kind"], amount: Amount): Ledger => {
  switch (kind) {
    case "auth":
      return { ...ledger, authorized: plus(ledger.authorized, amount) }
    case "purchase":
      return {
        ...ledger,
        authorized: plus(ledger.authorized, amount),
        captured: plus(ledger.captured, amount),
      }
    case "capture":
      return { ...ledger, captured: plus(ledger.captured, amount) }
    case "void":
      return { ...ledger, canceled: plus(ledger.canceled, amount) }
    case "refund":
      return { ...ledger, refunded: plus(ledger.refunded, amount) }
  }
}

/** Whether RozetkaPay's ledgers tell of more than the store's. */
export const showsMore = (reported: Ledger, store: Ledger): boolean =>
  exceeds(reported.captured, store.captured) ||
  exceeds(reported.refunded, store.refunded) ||
  (isPositive(reported.canceled) && isPositive(held(store)))

/** Whether anything of it is still held or kept. */
export const hasMoney = (reported: Ledger): boolean =>
  isPositive(held(reported)) || isPositive(kept(reported))
