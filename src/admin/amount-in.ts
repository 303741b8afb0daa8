import { isMore, isPositive, typedAmount } from "./decimal"
import type { Words } from "./use-words"

export type Limit = { most: string; currency: string }

/** A typed sum; or what is wrong with it, in words. */
export const amountIn = (
  text: string,
  { most, currency }: Limit,
  { say, money, typed }: Pick<Words, "say" | "money" | "typed">,
): { amount: string } | { problem: string } => {
  const amount = typedAmount(text, currency)
  if (amount === null) return { problem: say("shared.amount.not_a_sum", { example: typed(most) }) }
  if (!isPositive(amount)) return { problem: say("shared.amount.not_positive") }
  if (isMore(amount, most)) {
    return { problem: say("shared.amount.too_much", { most: money(most, currency) }) }
  }
  return { amount }
}
