import type { BigNumberInput } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import type { ExternalId } from "./external-id"
import { shareOutLines } from "./line-amounts"
import { amountOfUnits, byText, sumOfUnits, unitsOf } from "./minor-units"
import { type Amount, currencyDigits } from "./money"
import { orderIdOf } from "./order-id"
import type { SessionId } from "./session-id"
import { quoted, SplitError } from "./split-error"

/** @see https://cdn.rozetkapay.com/public-docs/index.html#operation/createBatchPayment (orders) */
export const MOST_SELLERS = 10

/** An item or a shipping method of a cart. */
export type SellerLine = {
  id: string
  /** Null: of no one, so the default seller's (shipping, as a rule). */
  seller: string | null
  /** What the shopper pays for it, taxes and discounts included, unrounded as Medusa computes it. */
  total: BigNumberInput
}

export type CartToSplit = {
  sessionId: SessionId
  /** What the shopper pays: the session's amount. */
  amount: Amount
  currency: string
  lines: SellerLine[]
  /** The keys of all sellers that the store knows. */
  sellers: string[]
  /** Gets what belongs to no one. */
  defaultSeller: string
}

/** One seller's order of a batch. */
export type SellerOrder = {
  seller: string
  externalId: ExternalId
  amount: Amount
  /** The seller's lines in the cart's order; with `unassigned` they add up to `amount`. */
  lines: { id: string; amount: Amount }[]
  /** What of the amount no line stands for (a fee, a gift card): zero but for the default seller. */
  unassigned: Amount
}

/**
 * A cart as up to ten orders, one for each seller, that add up to the session's amount exactly.
 *
 * Every seller's sum is rounded once, not line by line; what the roundings leave over, a few kopiykas,
 * goes to the largest order. A difference of a kopiyka or more between the lines and the amount is no
 * rounding: it belongs to no one, and so to the default seller. The orders come by seller's key, and
 * their amounts don't depend on the order of the lines.
 *
 * @throws SplitError when RozetkaPay would not take the batch; nothing has been sent then.
 */
export const splitBySeller = (cart: CartToSplit): SellerOrder[] => {
  requireKnownSellers(cart)
  const { currency, defaultSeller } = cart
  const lines = cart.lines.map((line) => ({ ...line, seller: line.seller ?? defaultSeller }))
  const scale = commonScale(cart)
  const unit = 10n ** BigInt(scale - currencyDigits(currency))
  const exact = new Map(cart.lines.map(({ total }, at) => [at, scaled(total, scale)]))
  const linesOf = (seller: string) =>
    lines.flatMap((line, at) =>
      line.seller === seller ? [{ id: line.id, exact: exact.get(at) ?? 0n }] : [],
    )
  const sumOf = (seller: string) => sumOfUnits(linesOf(seller).map((line) => line.exact))

  const amount = unitsOf(cart.amount)
  const rest = amount * unit - sumOfUnits([...exact.values()])
  const nobodys = absolute(rest) < unit ? 0n : rest
  const wanted = cart.lines.flatMap(({ seller }) => (seller === null ? [] : [seller]))
  const isDefaultPaid = sumOf(defaultSeller) !== 0n || nobodys !== 0n
  const sellers = [...new Set([...wanted, ...(isDefaultPaid ? [defaultSeller] : [])])].sort(byText)
  requireFewSellers(sellers)

  const sums = sellers.map((seller) => {
    const exactly = sumOf(seller) + (seller === defaultSeller ? nobodys : 0n)
    return { seller, exactly, units: rounded(exactly, unit) }
  })
  const [largest] = [...sums].sort(
    (a, b) => compare(b.exactly, a.exactly) || byText(a.seller, b.seller),
  )
  if (largest) largest.units += amount - sumOfUnits(sums.map(({ units }) => units))

  requirePositive(sums, currency)
  const orders = sums.map(({ seller, units }) => {
    const own = linesOf(seller)
    const ofNoOne = seller === defaultSeller ? rounded(nobodys, unit) : 0n
    const ofLines = own.length > 0 && units > ofNoOne ? units - ofNoOne : 0n
    return {
      seller,
      externalId: orderIdOf(cart.sessionId, seller),
      amount: amountOfUnits(units, currency),
      lines: shareOutLines(own, unit, ofLines).map((line) => ({
        id: line.id,
        amount: amountOfUnits(line.units, currency),
      })),
      unassigned: amountOfUnits(units - ofLines, currency),
    }
  })
  requireOwnIds(orders)
  return orders
}

/** Digits after the point that hold every total of the cart exactly. */
const commonScale = ({ lines, currency }: CartToSplit): number =>
  Math.max(
    currencyDigits(currency),
    ...lines.map(({ total }) => written(total).split(".")[1]?.length ?? 0),
  )

const written = (total: BigNumberInput): string => {
  const decimal = MathBN.convert(total)
  if (!decimal.isFinite()) throw new SplitError("line_without_total", {})
  return decimal.toFixed()
}

const scaled = (total: BigNumberInput, scale: number): bigint => {
  const [whole = "0", fraction = ""] = written(total).split(".")
  return BigInt(`${whole}${fraction.padEnd(scale, "0")}`)
}

const absolute = (value: bigint): bigint => (value < 0n ? -value : value)

/** Half away from zero, as `amountOf` rounds. */
const rounded = (exact: bigint, unit: bigint): bigint => {
  const units = (absolute(exact) * 2n + unit) / (unit * 2n)
  return exact < 0n ? -units : units
}

const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0)

const requireKnownSellers = ({ lines, sellers, defaultSeller }: CartToSplit): void => {
  const known = new Set(sellers)
  const unknown = [defaultSeller, ...lines.map(({ seller }) => seller)].find(
    (seller) => seller !== null && !known.has(seller),
  )
  if (typeof unknown === "string") {
    throw new SplitError("unknown_seller", { seller: quoted(unknown) })
  }
}

const requireFewSellers = ({ length }: string[]): void => {
  if (length > MOST_SELLERS) {
    const facts = { sellers: String(length), most: String(MOST_SELLERS) }
    throw new SplitError("too_many_sellers", facts)
  }
}

const requirePositive = (sums: { seller: string; units: bigint }[], currency: string): void => {
  const empty = sums.find(({ units }) => units <= 0n)
  if (!empty && sums.length > 0) return
  if (!empty) throw new SplitError("nothing_to_split", {})
  const share = `${amountOfUnits(empty.units, currency)} ${currency}`
  throw new SplitError("seller_gets_nothing", { seller: quoted(empty.seller), share })
}

/** Two keys with one mark: one chance in millions, and then one seller's money would be another's. */
const requireOwnIds = (orders: SellerOrder[]): void => {
  for (const [at, order] of orders.entries()) {
    const twin = orders.slice(at + 1).find(({ externalId }) => externalId === order.externalId)
    if (twin) {
      const facts = { seller: quoted(order.seller), twin: quoted(twin.seller) }
      throw new SplitError("sellers_alike", facts)
    }
  }
}
