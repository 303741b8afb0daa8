import { type Amount, amountOf, currencyCode, isKnownCurrency, sum } from "./money"

/** What the gateway lists of a movement; `currency` null: the payment's. */
type Stated = { amount: string | null; currency: string | null }

/** Null: it is not said, or in a currency that can't be counted. */
export const amountIn = ({ amount, currency: stated }: Stated, currency: string): Amount | null => {
  const of = stated ?? currency
  return amount !== null && isKnownCurrency(of) ? amountOf(amount, of) : null
}

/** Of all together; null: what one of them is of is not known, and so neither is the total. */
export const totalIn = (movements: Stated[], currency: string): Amount | null => {
  const isOther = ({ currency: stated }: Stated) =>
    stated !== null && currencyCode(stated) !== currencyCode(currency)
  const amounts = movements.map((one) => (isOther(one) ? null : amountIn(one, currency)))
  const known = amounts.filter((one) => one !== null)
  return known.length === amounts.length ? sum(known, currency) : null
}
