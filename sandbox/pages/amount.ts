import { decimalsOf, type Minor, toDecimal } from "../money"
import type { Language } from "./texts"

/**
 * An amount as people write it: 1 249,99 ₴ or ₴1,249.99. Intl gets the decimal as text
 * (NumericFormat takes strings exactly), so no float rounds what a shopper sees.
 */
export function formatAmount(amount: Minor, currency: string, language: Language): string {
  const decimals = decimalsOf(currency)
  const [whole = "0", fraction = ""] = toDecimal(amount, currency).split(".")
  const parts = new Intl.NumberFormat(language === "uk" ? "uk-UA" : "en-GB", {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    minimumFractionDigits: decimals,
    useGrouping: true,
  }).formatToParts(BigInt(whole))
  return parts.map(({ type, value }) => (type === "fraction" ? fraction : value)).join("")
}
