import { amountOfUnits, unitsOf } from "./minor-units"
import type { Amount, Money } from "./money"

/** What a shopper pays each month, and at last: what does not divide is left to the last part. */
export type Instalments = { parts: number; monthly: Amount; last: Amount }

/** An amount in equal parts that add up to it to the kopiyka. */
export const inParts = ({ amount, currency }: Money, parts: number): Instalments => {
  const whole = unitsOf(amount)
  const monthly = whole / BigInt(parts)
  const last = whole - monthly * BigInt(parts - 1)
  return {
    parts,
    monthly: amountOfUnits(monthly, currency),
    last: amountOfUnits(last, currency),
  }
}
