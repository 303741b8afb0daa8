import { z } from "zod"
import { amountOfUnits, byText, sumOfUnits, unitsOf } from "./minor-units"
import { type Amount, amountOf, isPositive, type Money } from "./money"
import { quoted, SplitError } from "./split-error"

/** What a capture may still claim of a seller's order (held), or a refund return (captured and kept). */
export type SellerFunds = { seller: string; available: Amount }

export type SellerShare = { seller: string; amount: Amount }

/** Seller's key -> amount, as a capture's or a refund's metadata names them. */
export type WantedShares = Map<string, Amount>

/**
 * How a capture or a refund of one amount falls on the sellers: as `wanted` says, else in proportion to
 * what each has. The shares add up to the amount exactly, none is more than its seller has, sellers
 * that get nothing are left out, and the order in which the sellers are given changes nothing.
 *
 * @throws SplitError when it can't be done; nothing has been sent then.
 */
export const spreadOverSellers = (
  money: Money,
  funds: SellerFunds[],
  wanted: WantedShares | null = null,
): SellerShare[] => {
  const { amount, currency } = money
  if (!isPositive(amount)) {
    throw new SplitError("no_amount_to_spread", { amount: `${amount} ${currency}` })
  }
  if (new Set(funds.map(({ seller }) => seller)).size < funds.length) {
    throw new SplitError("two_orders_of_seller", {})
  }
  const sorted = [...funds].sort((a, b) => byText(a.seller, b.seller))
  const all = sumOfUnits(sorted.map(({ available }) => unitsOf(available)))
  if (unitsOf(amount) > all) {
    throw new SplitError("sellers_have_less", {
      all: `${amountOfUnits(all, currency)} ${currency}`,
      amount: `${amount} ${currency}`,
    })
  }
  const shares = wanted ? asWanted(money, sorted, wanted) : inProportion(money, sorted, all)
  return shares.filter((share) => isPositive(share.amount))
}

/**
 * Each seller's part of the whole, rounded down; the kopiykas left over go where most was cut off. A
 * share that was rounded down is less than what its seller has, so one more kopiyka always fits.
 */
const inProportion = ({ amount, currency }: Money, funds: SellerFunds[], all: bigint) => {
  const total = unitsOf(amount)
  const shares = funds.map(({ seller, available }) => {
    const part = unitsOf(available) * total
    return { seller, units: part / all, cut: part % all }
  })
  let left = total - sumOfUnits(shares.map(({ units }) => units))
  const mostCutFirst = [...shares].sort((a, b) =>
    a.cut === b.cut ? byText(a.seller, b.seller) : a.cut > b.cut ? -1 : 1,
  )
  for (const share of mostCutFirst) {
    if (left === 0n) break
    share.units += 1n
    left -= 1n
  }
  return shares.map(({ seller, units }) => ({ seller, amount: amountOfUnits(units, currency) }))
}

const asWanted = ({ amount, currency }: Money, funds: SellerFunds[], wanted: WantedShares) => {
  const stranger = [...wanted.keys()].find((key) => !funds.some(({ seller }) => seller === key))
  if (stranger !== undefined) {
    throw new SplitError("seller_has_no_part", { seller: quoted(stranger) })
  }
  requireWhole({ amount, currency }, wanted)
  return funds.flatMap(({ seller, available }) => {
    const share = wanted.get(seller)
    if (share === undefined) return []
    if (unitsOf(share) > unitsOf(available)) {
      throw new SplitError("seller_has_less", {
        seller: quoted(seller),
        available: `${available} ${currency}`,
        share: `${share} ${currency}`,
      })
    }
    return [{ seller, amount: share }]
  })
}

/** @throws SplitError when the parts that were named are not the whole. */
export const requireWhole = ({ amount, currency }: Money, wanted: WantedShares): void => {
  const named = sumOfUnits([...wanted.values()].map(unitsOf))
  if (named !== unitsOf(amount)) {
    throw new SplitError("parts_not_whole", {
      named: `${amountOfUnits(named, currency)} ${currency}`,
      amount: `${amount} ${currency}`,
    })
  }
}

const PLAIN_DECIMAL = /^\d{1,30}(?:\.\d{1,30})?$/
const named = z.record(z.string(), z.union([z.string().trim(), z.number().transform(String)]))

/**
 * The parts that somebody named in metadata, `{ "<seller>": "10.00" }`; null when none were named.
 *
 * @throws SplitError when they can't be read: money is not moved on a guess.
 */
export const readWantedShares = (value: unknown, currency: string): WantedShares | null => {
  if (value === undefined || value === null) return null
  const parsed = named.safeParse(value)
  if (!parsed.success || Object.keys(parsed.data).length === 0) {
    throw new SplitError("parts_unreadable", {})
  }
  return new Map(
    Object.entries(parsed.data).map(([seller, text]) => [seller, partOf(seller, text, currency)]),
  )
}

const partOf = (seller: string, text: string, currency: string): Amount => {
  const amount = PLAIN_DECIMAL.test(text) ? amountOf(text, currency) : null
  // A part that was rounded would be another one than was named.
  if (amount === null || withoutZeros(amount) !== withoutZeros(text)) {
    throw new SplitError("part_unreadable", { seller: quoted(seller), currency })
  }
  return amount
}

const withoutZeros = (decimal: string): string =>
  decimal
    .replace(/^0+(?=\d)/, "")
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "")
