import type { LegacyTransaction } from "../../rozetkapay-legacy/client"
import { kindOf } from "./operation-of"

/** Of an order's transactions, the one that speaks for the payment: the attempt that paid, or the last one. */
export const shownOf = (transactions: LegacyTransaction[]): LegacyTransaction | null => {
  const attempts = transactions.filter((one) => kindOf(one) === "authorize")
  return (
    attempts.find(({ status }) => status === "success") ??
    attempts.at(-1) ??
    transactions.find((one) => kindOf(one) !== null) ??
    null
  )
}
