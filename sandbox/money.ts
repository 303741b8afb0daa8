/**
 * Currencies the sandbox's acquirer takes, with the number of decimals of each (ISO 4217).
 * The gateway's own list is not published; this is the only place to change ours.
 */
const DECIMALS: Record<string, number> = {
  UAH: 2,
  EUR: 2,
  USD: 2,
  PLN: 2,
  GBP: 2,
  CHF: 2,
  CZK: 2,
  RON: 2,
  HUF: 2,
  MDL: 2,
  JPY: 0,
}

/** An exact amount: whole minor units (kopiykas, cents) of the currency it stands beside. */
export type Minor = bigint

export const isKnownCurrency = (currency: string): boolean => Object.hasOwn(DECIMALS, currency)

/** Digits after the point of a known currency; throws for an unknown one. */
export function decimalsOf(currency: string): number {
  const decimals = DECIMALS[currency]
  if (decimals === undefined) throw new Error(`The sandbox does not know the currency ${currency}`)
  return decimals
}

/**
 * Reads a decimal ("1249.99" or the JSON number 1249.99) into minor units.
 * Gives null when it is not a plain decimal or has more decimals than the currency.
 * String(number) is the shortest text that reads back as the same number, so what the caller
 * wrote into the JSON is what is read here, without a float ever being multiplied.
 */
export function toMinor(value: number | string, currency: string): Minor | null {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(value))
  if (!match) return null
  const [, sign = "", whole = "0", fraction = ""] = match
  const decimals = decimalsOf(currency)
  const significant = fraction.replace(/0+$/, "")
  if (significant.length > decimals) return null
  const units = BigInt(whole + significant.padEnd(decimals, "0"))
  return sign === "-" ? -units : units
}

/** Writes minor units as a decimal with all the currency's digits: 5n UAH → "0.05". */
export function toDecimal(amount: Minor, currency: string): string {
  const decimals = decimalsOf(currency)
  const sign = amount < 0n ? "-" : ""
  const digits = (amount < 0n ? -amount : amount).toString().padStart(decimals + 1, "0")
  if (decimals === 0) return sign + digits
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

export const sum = (amounts: Minor[]): Minor => amounts.reduce((total, one) => total + one, 0n)
