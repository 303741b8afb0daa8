import type { ExternalId } from "./external-id"
import type { PaidOrder } from "./ledger"
import { type Amount, equals, isPositive } from "./money"

/** Whether each of these parts, and nothing else, is what was paid. */
export const isPaidAs = (
  parts: { externalId: ExternalId; amount: Amount }[],
  orders: PaidOrder[],
): boolean => {
  const paid = new Map(
    orders
      .filter(({ authorized }) => isPositive(authorized))
      .map(({ externalId, authorized }) => [externalId, authorized]),
  )
  return (
    paid.size === parts.length &&
    parts.every(({ externalId, amount }) => {
      const authorized = paid.get(externalId)
      return authorized !== undefined && equals(authorized, amount)
    })
  )
}
