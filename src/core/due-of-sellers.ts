import { amountOfUnits, sumOfUnits, unitsOf } from "./minor-units"
import { type Amount, equals, isPositive, sum } from "./money"
import { readWantedShares, type WantedShares } from "./seller-shares"

/** What a movement's row of the store says of it: how much, and perhaps whose. */
export type SharedRow = { amount: Amount; shares: unknown }

/** What one seller's order shows of a move at the gateway; null: a seller whom the store does not know. */
export type MovedOfSeller = { seller: string | null; moved: Amount }

/**
 * What is left to send of a move of named sellers: of each what the gateway's ledger of this seller lacks,
 * and never more than was named. Another seller's money, moved outside of the store, changes nothing.
 *
 * Other rows of the store explain what the gateway has moved already: a row that names its sellers does
 * so exactly, one that names none (it was spread by rule, or records what came from outside) may have been
 * of any. What is left over was moved without a row. It counts for a named part when it surely is of this
 * seller, or surely not.
 *
 * @param others the store's other rows of this move.
 * @returns null when it can't be told whose the money is that was moved without a row.
 */
export const dueOfSellers = (
  named: WantedShares,
  others: SharedRow[],
  gateway: MovedOfSeller[],
  currency: string,
): WantedShares | null => {
  const shares = others.map((row) => ({ row, of: sharesOf(row, currency) }))
  const ofSeller = (key: string) =>
    sumOfUnits(shares.map(({ of }) => unitsOf(of?.get(key) ?? sum([], currency))))
  const anybodys = sumOfUnits(shares.map(({ row, of }) => (of ? 0n : unitsOf(row.amount))))
  const spares = gateway.map(({ seller, moved }) => ({
    seller,
    units: atLeastNone(unitsOf(moved) - (seller === null ? 0n : ofSeller(seller))),
  }))
  const all = sumOfUnits(spares.map(({ units }) => units))
  const withoutRow = atLeastNone(all - anybodys)

  const due: [string, Amount][] = []
  for (const [seller, amount] of named) {
    const wanted = unitsOf(amount)
    const own = sumOfUnits(spares.filter((one) => one.seller === seller).map(({ units }) => units))
    const most = lower(wanted, lower(own, withoutRow))
    const least = lower(wanted, atLeastNone(withoutRow - (all - own)))
    if (most !== least) return null
    due.push([seller, amountOfUnits(wanted - most, currency)])
  }
  return new Map(due.filter(([, amount]) => isPositive(amount)))
}

/** Null for a row that does not say whose it is, or says it in a way that does not add up. */
const sharesOf = ({ amount, shares }: SharedRow, currency: string): WantedShares | null => {
  try {
    const read = readWantedShares(shares, currency)
    return read && equals(sum([...read.values()], currency), amount) ? read : null
  } catch {
    return null
  }
}

const lower = (a: bigint, b: bigint): bigint => (a < b ? a : b)

const atLeastNone = (units: bigint): bigint => (units < 0n ? 0n : units)
