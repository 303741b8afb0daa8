import type { StorefrontLanguage } from "../storefront/payment-sentence"
import type { WayToPay } from "../storefront/shopper-answers"
import { sumInWords } from "../storefront/sum-in-words"
import type { Say } from "./texts"

/** "від 500,00 ₴ до 100 000,00 ₴, 3–25 платежів"; null: any cart will do. */
export const wayLimits = (
  { limits: { least, most, parts } }: WayToPay,
  currency: string,
  language: StorefrontLanguage,
  t: Say,
): string | null => {
  const money = (amount: string) => sumInWords({ amount, currency }, language)
  const sums = [
    least && t("from_sum", { least: money(least) }),
    most && t("to_sum", { most: money(most) }),
  ].filter(Boolean)
  const numbers =
    parts && t("parts_range", { least: String(parts.least), most: String(parts.most) })
  return [sums.join(" "), numbers].filter(Boolean).join(", ") || null
}
