import type { BigNumberInput } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import { type Amount, amountOf, currencyDigits } from "./money"

/** "1319.99" -> 131999n: whole kopiykas, which divide without losing any. */
export const unitsOf = (amount: Amount): bigint => BigInt(amount.replace(".", ""))

/** 131999n of UAH -> "1319.99". */
export const amountOfUnits = (units: bigint, currency: string): Amount => {
  const digits = currencyDigits(currency)
  if (digits === 0) return amountOf(units.toString(), currency)
  const text = (units < 0n ? -units : units).toString().padStart(digits + 1, "0")
  const sign = units < 0n ? "-" : ""
  return amountOf(`${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`, currency)
}

/** 84.915 -> 84915000000000n: a total as Medusa computes it, unrounded, as a number that divides well. */
export const finely = (value: BigNumberInput): bigint =>
  BigInt(MathBN.mult(value, 10 ** 12).toFixed(0))

export const sumOfUnits = (all: bigint[]): bigint => all.reduce((total, one) => total + one, 0n)

/** By code unit, the same on every machine. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
