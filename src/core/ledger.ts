import { type Amount, equals, missing, plus, zero } from "./money"

/**
 * What one book says about one payment. Four sums that only ever grow, in one
 * currency:
 * - `authorized`: what the payer's bank agreed to;
 * - `taken`: what was captured of it;
 * - `released`: what of the hold was given up without being captured;
 * - `returned`: what of the captured money went back (refunds on their way count).
 */
export type Ledger = {
  currency: string
  authorized: Amount
  taken: Amount
  released: Amount
  returned: Amount
}

export const emptyLedger = (currency: string): Ledger => ({
  currency,
  authorized: zero(currency),
  taken: zero(currency),
  released: zero(currency),
  returned: zero(currency),
})

/** Still on hold: authorized, neither captured nor released. */
export const held = (ledger: Ledger): Amount =>
  missing(missing(ledger.authorized, ledger.taken), ledger.released)

/** Captured and not given back: what the merchant has. */
export const kept = (ledger: Ledger): Amount => missing(ledger.taken, ledger.returned)

/** All that is still there of a payment, held or kept. */
export const whole = (ledger: Ledger): Amount => plus(held(ledger), kept(ledger))

/** The book as it was when the payer's bank had agreed: held whole, or taken whole at once. */
export const asAuthorized = <Book extends Ledger>(book: Book): Book => {
  const none = zero(book.currency)
  const taken = equals(book.taken, book.authorized) ? book.taken : none
  return { ...book, taken, released: none, returned: none }
}
