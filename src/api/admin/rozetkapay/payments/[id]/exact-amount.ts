import { type Amount, amountOf, equals, isKnownCurrency } from "../../../../../core/money"

/** What staff wrote, without rounding it; null for what is no amount of this currency. "10", "10.5" and "10.50" are the same. */
export const exactAmount = (text: string, currency: string): Amount | null => {
  if (!/^\d{1,15}(\.\d{1,10})?$/.test(text) || !isKnownCurrency(currency)) return null
  const digits = text.split(".")[1]?.replace(/0+$/, "").length ?? 0
  const amount = amountOf(text, currency)
  const kept = amount.split(".")[1]?.length ?? 0
  return digits <= kept && equals(amount, amountOf(amount, currency)) ? amount : null
}
