/** An amount in hundredths, exact: "1319.99" is 131999n. Refuses what is not a decimal number. */
export function kopiykas(amount: string | number): bigint {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(amount))
  if (!match) throw new Error(`${amount} is no decimal amount`)
  const [, sign, whole, fraction = ""] = match
  if (/[1-9]/.test(fraction.slice(2))) throw new Error(`${amount} is not in whole kopiykas`)
  const value = BigInt(`${whole}${fraction.padEnd(2, "0").slice(0, 2)}`)
  return sign ? -value : value
}

export function sum(amounts: (string | number)[]): bigint {
  return amounts.reduce((total, amount) => total + kopiykas(amount), 0n)
}

/** 131999n is "1319.99". */
export function decimal(amount: bigint): string {
  const digits = String(amount < 0n ? -amount : amount).padStart(3, "0")
  return `${amount < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

export const plus = (amount: string | number, more: string | number): string =>
  decimal(kopiykas(amount) + kopiykas(more))

export const minus = (amount: string | number, less: string | number): string =>
  decimal(kopiykas(amount) - kopiykas(less))
