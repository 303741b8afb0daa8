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

/**
 * What several tell of one payment: its gateway's answer and signed callbacks, of which each may know more,
 * or the orders of several sellers that were paid by one card at one moment. The first that knows, counts.
 */
export const howPaidBy = (told: HowPaid[]): HowPaid | null => {
  const known = <Fact>(fact: (one: HowPaid) => Fact | null): Fact | null =>
    told.map(fact).find((one) => one !== null) ?? null
  if (told.length === 0) return null
  return {
    rrns: distinctRrns(told.flatMap(({ rrns }) => rrns)),
    authCode: known(({ authCode }) => authCode),
    mask: known(({ mask }) => mask),
    brand: known(({ brand }) => brand),
    bank: known(({ bank }) => bank),
    method: known(({ method }) => method),
    parts: known(({ parts }) => parts),
  }
}

/** A reference number has 12 characters by ISO 8583. What is longer may be anything, a card's number too. */
const REFERENCE = /^[0-9A-Za-z]{1,12}$/

export const asReference = (text: string | null): string | null =>
  text !== null && REFERENCE.test(text) ? text : null

/** Without doubles and without what is none, bounded. */
export const distinctRrns = (found: (string | null)[]): string[] =>
  [...new Set(found.flatMap((one) => asReference(one) ?? []))].slice(0, MOST_RRNS)
