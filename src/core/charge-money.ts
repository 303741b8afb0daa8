import { MathBN } from "@medusajs/framework/utils"
import { amountOf, currencyCode, currencyDigits, isPositive, type Money } from "./money"

/** RozetkaPay takes amounts as JSON numbers, which carry so many digits exactly. */
const MOST_DIGITS = 15
/** Longer than any amount that can be right, and short enough to be repeated in a sentence. */
const LONGEST = 40

export type ChargeMoney = { is: "money"; money: Money } | { is: "wrong"; why: string }

/**
 * The amount that store code asks to be charged. Unlike Medusa's own amounts it is never
 * rounded: a kopiyka more than the customer was told is the caller's mistake to know of.
 *
 * @param given decimal text or a number, in the currency's major unit
 * @param currency one that Medusa knows
 */
export const chargeMoney = (given: unknown, currency: string): ChargeMoney => {
  const text = plainDecimal(given)
  if (text === null) {
    return wrong('The amount of a charge must be a number in the major unit, such as "250.50".')
  }
  const asked = MathBN.convert(text)
  if (MathBN.lte(asked, 0)) return wrong("The amount of a charge must be above zero.")

  const digits = currencyDigits(currency)
  if (MathBN.gte(MathBN.mult(asked, 10 ** digits), 10 ** MOST_DIGITS)) {
    return wrong(
      `The amount of a charge is too large: RozetkaPay can be told at most ${MOST_DIGITS} digits.`,
    )
  }
  const amount = amountOf(text, currency)
  const code = currencyCode(currency)
  if (!isPositive(amount) || !MathBN.eq(asked, amount)) {
    return wrong(
      `The amount ${text} has more decimals than ${code}, which has ${digits}: nothing is rounded for you, so please say it exactly.`,
    )
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

const wrong = (why: string): ChargeMoney => ({ is: "wrong", why })
