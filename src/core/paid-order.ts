import type { OrderToStart, PaidOrder } from "../provider/payment-gateway"
import { equals, isPositive } from "./money"

/** Whether each of these parts, and nothing else, is what was paid. */
export const isPaidAs = (
  parts: Pick<OrderToStart, "externalId" | "amount">[],
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
