/**
 * Sums are decimals as text ("319.99"): what is compared or added here is counted in the currency's
 * smallest unit, as whole numbers, and never as floats.
 */

/** Digits after the point: 2 of UAH, 0 of JPY. */
export const digitsOf = (currency: string): number =>
  new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions()
    .maximumFractionDigits ?? 2

const DECIMAL = /^(-?)(\d+)(?:\.(\d*))?$/

/** Null: it is no decimal, or is finer than the currency. */
const unitsOf = (text: string, digits: number): bigint | null => {
  const [, sign, whole, fraction = ""] = DECIMAL.exec(text.trim()) ?? []
  const kept = fraction.replace(/0+$/, "")
  if (whole === undefined || kept.length > digits) return null
  const units = BigInt(whole + kept.padEnd(digits, "0"))
  return sign ? -units : units
}

const written = (units: bigint, digits: number): string => {
  const sign = units < 0n ? "-" : ""
  const text = (units < 0n ? -units : units).toString().padStart(digits + 1, "0")
  if (digits === 0) return sign + text
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`
}

/** What a person typed, as "1 319,99" or "1319.99"; null: no sum of this currency. */
export const typedAmount = (text: string, currency: string): string | null => {
  const digits = digitsOf(currency)
  const units = unitsOf(text.replace(/[\s\u00a0\u202f]/g, "").replace(",", "."), digits)
  return units === null ? null : written(units, digits)
}

const exact = (text: string): bigint => {
  const units = unitsOf(text, 12)
  if (units === null) throw new RangeError(`"${text}" is no sum`)
  return units
}

export const isPositive = (sum: string): boolean => exact(sum) > 0n
export const isMore = (one: string, other: string): boolean => exact(one) > exact(other)
export const isSame = (one: string, other: string): boolean => exact(one) === exact(other)

export const totalOf = (sums: string[], currency: string): string => {
  const digits = digitsOf(currency)
  return written(
    sums.reduce((total, sum) => total + (unitsOf(sum, digits) ?? 0n), 0n),
    digits,
  )
}

/** What is left of a sum. */
export const less = (sum: string, part: string, currency: string): string =>
  totalOf([sum, part.startsWith("-") ? part.slice(1) : `-${part}`], currency)
