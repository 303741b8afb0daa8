import type { BigNumberInput } from "@medusajs/framework/types"
import { type BigNumber, defaultCurrencies, MathBN } from "@medusajs/framework/utils"

/**
 * A decimal in major units ("1319.99"), never negative zero, never in exponent
 * notation, with exactly the digits its currency has. A string, so that it
 * survives JSON, workflow steps and session data without ever being a float.
 */
export type Amount = string & { readonly __amount: unique symbol }

export type Money = { amount: Amount; currency: string }

export class UnknownCurrencyError extends Error {
  constructor(currency: string) {
    super(`"${currency}" is not a currency that Medusa knows, so its amounts can't be rounded.`)
    this.name = "UnknownCurrencyError"
  }
}

/** "uah" -> "UAH". */
export const currencyCode = (currency: string): string => currency.trim().toUpperCase()

/** Whether amounts of it can be rounded and compared at all. */
export const isKnownCurrency = (currency: string): boolean =>
  Object.hasOwn(defaultCurrencies, currencyCode(currency))

/** Digits after the point: 2 for UAH, 0 for JPY. Source: Medusa's own currency list. */
export const currencyDigits = (currency: string): number => {
  const known = defaultCurrencies[currencyCode(currency)]
  if (!known) throw new UnknownCurrencyError(currency)
  return known.decimal_digits
}

const write = (value: ReturnType<typeof MathBN.convert>, digits: number): Amount =>
  value.toFixed(digits).replace(/^-(0(?:\.0*)?)$/, "$1") as Amount

/**
 * Any number that Medusa or the gateway hands us, rounded half up to the
 * currency's digits. Medusa keeps session amounts unrounded (99.999).
 *
 * @throws UnknownCurrencyError, or an Error when the value is not a number.
 */
export const amountOf = (value: BigNumberInput | BigNumber, currency: string): Amount => {
  const decimal = MathBN.convert(value)
  if (!decimal.isFinite()) throw new Error(`"${String(value)}" is not an amount of money.`)
  return write(decimal, currencyDigits(currency))
}

export const moneyOf = (value: BigNumberInput, currency: string): Money => ({
  amount: amountOf(value, currency),
  currency: currencyCode(currency),
})

/** An amount as a gateway states it ("779", "1338.99"), in its currency's digits; in a currency that is not known it stays as it came. */
export const asStated = (amount: string, currency: string | null): string =>
  currency !== null && isKnownCurrency(currency) ? amountOf(amount, currency) : amount

const fraction = (amount: Amount): number => amount.split(".")[1]?.length ?? 0

const combine = (
  a: Amount,
  b: Amount,
  operation: (a: Amount, b: Amount) => ReturnType<typeof MathBN.convert>,
): Amount => write(operation(a, b), Math.max(fraction(a), fraction(b)))

export const plus = (a: Amount, b: Amount): Amount => combine(a, b, MathBN.add)

export const minus = (a: Amount, b: Amount): Amount => combine(a, b, MathBN.sub)

/** a − b, but never below zero: what is still missing of a. */
export const missing = (a: Amount, b: Amount): Amount => {
  const difference = minus(a, b)
  return isPositive(difference) ? difference : minus(a, a)
}

export const sum = (amounts: Amount[], currency: string): Amount =>
  amounts.reduce(plus, zero(currency))

export const zero = (currency: string): Amount => amountOf(0, currency)

export const isNegative = (amount: Amount): boolean => MathBN.lt(amount, 0)

export const isPositive = (amount: Amount): boolean => MathBN.gt(amount, 0)

export const exceeds = (a: Amount, b: Amount): boolean => MathBN.gt(a, b)

export const equals = (a: Amount, b: Amount): boolean => MathBN.eq(a, b)

export const least = (a: Amount, b: Amount): Amount => (exceeds(a, b) ? b : a)

export const greatest = (a: Amount, b: Amount): Amount => (exceeds(a, b) ? a : b)
