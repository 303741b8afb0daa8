/** A decimal in the currency's major unit, as text: "319.99". */
export type Decimal = string

/** ISO 8601, in UTC. */
export type Time = string

/** What one ledger says of one payment; see DESIGN's words. `held`: authorized, neither captured nor canceled. */
export type Sums = {
  authorized: Decimal
  held: Decimal
  captured: Decimal
  canceled: Decimal
  refunded: Decimal
}

export type OrderName = { id: string; display_id: number }

/** One page of a list. `count`: of all pages. */
export type Page = { count: number; offset: number; limit: number }
