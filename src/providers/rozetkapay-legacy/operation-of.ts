import type { Operation, OperationKind } from "../../core/operation"
import type { LegacyTransaction } from "../../rozetkapay-legacy/client"

/**
 * What movement a transaction is. Lookups, P2P payments and payouts are no payments to the shop, and a
 * method that the document does not name moves nothing: null.
 */
export const kindOf = ({ method }: LegacyTransaction): OperationKind | null => {
  switch (method) {
    case "purchase":
    case "auth":
      return "authorize"
    case "capture":
    case "refund":
      return method
    case "void":
      return "cancel"
    default:
      return null
  }
}

/** A transaction in the port's words; none when it is no movement of a payment to the shop. */
export const operationOf = (one: LegacyTransaction): [Operation] | [] => {
  const kind = kindOf(one)
  if (kind === null) return []
  const operation: Operation = {
    kind,
    // Primary operations have none of their own; the document's example gives a payment's auth and
    // capture one transaction id, but they are never of one kind.
    id: one.operationId ?? one.transactionId,
    transaction: one.transactionId,
    status: one.status === "init" ? "pending" : one.status,
    amount: one.amount,
    currency: one.currency,
    // Unlike the current API, this one names a hold and a payment differently.
    ...(kind === "authorize" && { says: one.method === "auth" ? "hold" : "charge" }),
    ...(one.status === "failure" && {
      decline: { code: one.statusCode, description: one.statusDescription },
    }),
  }
  return [operation]
}
