import type { GatewayOperation } from "../provider/payment-gateway"
import { emptyLedger, held, kept, type Ledger } from "./ledger"
import { type Amount, exceeds, isPositive, plus } from "./money"

/**
 * The operations of a period by payment. Part of a payment may lie before it, so these sums only ever
 * fall short. null: a currency that can't be added up, to be looked at one by one.
 */
export const booksOf = (operations: GatewayOperation[]): Map<string, Ledger | null> => {
  const books = new Map<string, Ledger | null>()
  for (const { externalId, kind, money } of operations) {
    const before = books.get(externalId)
    const book = before === undefined && money ? emptyLedger(money.currency) : before
    books.set(externalId, book && money ? withOperation(book, kind, money.amount) : null)
  }
  return books
}

const withOperation = (book: Ledger, kind: GatewayOperation["kind"], amount: Amount): Ledger => {
  switch (kind) {
    case "auth":
      return { ...book, authorized: plus(book.authorized, amount) }
    case "purchase":
      return {
        ...book,
        authorized: plus(book.authorized, amount),
        taken: plus(book.taken, amount),
      }
    case "capture":
      return { ...book, taken: plus(book.taken, amount) }
    case "void":
      return { ...book, released: plus(book.released, amount) }
    case "refund":
      return { ...book, returned: plus(book.returned, amount) }
  }
}

/** Whether RozetkaPay's books tell of more than the store's. */
export const showsMore = (reported: Ledger, store: Ledger): boolean =>
  exceeds(reported.taken, store.taken) ||
  exceeds(reported.returned, store.returned) ||
  (isPositive(reported.released) && isPositive(held(store)))

/** Whether anything of it is still held or kept. */
export const hasMoney = (reported: Ledger): boolean =>
  isPositive(held(reported)) || isPositive(kept(reported))
