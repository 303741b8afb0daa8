import { MathBN } from "@medusajs/framework/utils"
import { amountOf, currencyCode, currencyDigits, isPositive, type Money } from "./money"

/** RozetkaPay takes amounts as JSON numbers, which carry so many digits exactly. */
const MOST_DIGITS = 15
/** Longer than any amount that can be right, and short enough to be repeated in a sentence. */
const LONGEST = 40

/** What is wrong with an amount, and what is to be known of it. */
export type WrongAmount =
  | { is: "charge_not_a_number" | "charge_not_positive" }
  | { is: "charge_too_large"; digits: string }
  | { is: "charge_too_exact"; amount: string; currency: string; digits: string }

export type ChargeMoney = { is: "money"; money: Money } | WrongAmount

/**
 * The amount that store code asks to be charged. Unlike Medusa's own amounts it is never
 * rounded: a kopiyka more than the customer was told is the caller's mistake to know of.
 *
 * @param given decimal text or a number, in the currency's major unit
 * @param currency one that Medusa knows
 */
export const chargeMoney = (given: unknown, currency: string): ChargeMoney => {
  const text = plainDecimal(given)
  if (text === null) return { is: "charge_not_a_number" }
  const asked = MathBN.convert(text)
  if (MathBN.lte(asked, 0)) return { is: "charge_not_positive" }

  const digits = currencyDigits(currency)
  if (MathBN.gte(MathBN.mult(asked, 10 ** digits), 10 ** MOST_DIGITS)) {
    return { is: "charge_too_large", digits: String(MOST_DIGITS) }
  }
  const amount = amountOf(text, currency)
  const code = currencyCode(currency)
  if (!isPositive(amount) || !MathBN.eq(asked, amount)) {
    return { is: "charge_too_exact", amount: text, currency: code, digits: String(digits) }
  }
  return { is: "money", money: { amount, currency: code } }
}

/** Null: no amount. A number as it prints, with its exponent (1e21, 1e-7) written out. */
const plainDecimal = (given: unknown): string | null => {
  if (typeof given === "number") {
    return Number.isFinite(given) ? MathBN.convert(given).toFixed() : null
  }
  const isPlain =
    typeof given === "string" && given.length <= LONGEST && /^-?\d+(\.\d+)?$/.test(given)
  return isPlain ? given : null
}
