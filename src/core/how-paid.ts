/**
 * How a payment was paid, as far as its gateway tells: what staff look for it by. Of a card its mask, and
 * never what charges it. What is not known is null.
 */
export type HowPaid = {
  /** Reference numbers of its movements at the bank, the payment's own first. Those of a marketplace are one for each order. */
  rrns: string[]
  authCode: string | null
  /** "424242******4242". */
  mask: string | null
  /** "visa". */
  brand: string | null
  /** Whose card it is, or who lends the money of instalments. */
  bank: string | null
  /** "card", "google_pay", "instalments", "blik", … an open list. */
  method: string | null
  /** Of instalments: how many. */
  parts: number | null
}

/** More are a flood of small refunds: the first is the payment's own. */
const MOST_RRNS = 10

/** One for several orders that were paid by one card at one moment. */
export const paidTogether = (orders: HowPaid[]): HowPaid | null => {
  const [first] = orders
  return first ? { ...first, rrns: distinctRrns(orders.flatMap(({ rrns }) => rrns)) } : null
}

/** A reference number has 12 characters by ISO 8583. What is longer may be anything, a card's number too. */
const REFERENCE = /^[0-9A-Za-z]{1,12}$/

export const asReference = (text: string | null): string | null =>
  text !== null && REFERENCE.test(text) ? text : null

/** Without doubles and without what is none, bounded. */
export const distinctRrns = (found: (string | null)[]): string[] =>
  [...new Set(found.flatMap((one) => asReference(one) ?? []))].slice(0, MOST_RRNS)
