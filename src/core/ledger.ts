import { type Amount, equals, missing, plus, zero } from "./money"

/**
 * What one ledger says about one payment. Four sums that only ever grow, in one
 * currency:
 * - `authorized`: what the payer's bank agreed to;
 * - `captured`: what of it the merchant claimed;
 * - `canceled`: what of the hold was given up without being captured;
 * - `refunded`: what of the captured money went back (refunds on their way count).
 */
export type Ledger = {
  currency: string
  authorized: Amount
  captured: Amount
  canceled: Amount
  refunded: Amount
}

export const emptyLedger = (currency: string): Ledger => ({
  currency,
  authorized: zero(currency),
  captured: zero(currency),
  canceled: zero(currency),
  refunded: zero(currency),
})

/** Still on hold: authorized, neither captured nor canceled. */
export const held = (ledger: Ledger): Amount =>
  missing(missing(ledger.authorized, ledger.captured), ledger.canceled)

/** Captured and not returned: what the merchant has. */
export const kept = (ledger: Ledger): Amount => missing(ledger.captured, ledger.refunded)

/** All that is still there of a payment, held or kept. */
export const whole = (ledger: Ledger): Amount => plus(held(ledger), kept(ledger))

/** The ledger as it was when the payer's bank had agreed: held whole, or captured whole at once. */
export const asAuthorized = <Of extends Ledger>(ledger: Of): Of => {
  const none = zero(ledger.currency)
  const captured = equals(ledger.captured, ledger.authorized) ? ledger.captured : none
  return { ...ledger, captured, canceled: none, refunded: none }
}
