import type { WebhookEvent } from "../../provider/payment-gateway"
import type { LegacyTransaction } from "../../rozetkapay-legacy/client"
import { readLegacyMetadata } from "./legacy-metadata"
import { paymentOfOrder } from "./legacy-order-id"
import { operationOf } from "./operation-of"

/**
 * A genuine webhook in the port's words. One of another point of sale, or of what is no payment to the
 * shop, is about no payment of ours.
 *
 * One that has no name nobody could tell from one that is listed. But one attempt pays at most, so a
 * success counts once even without a name.
 */
export const eventOf = (transaction: LegacyTransaction, posId: string): WebhookEvent => {
  const [operation] = operationOf(transaction)
  const isOurs = transaction.posId === null || transaction.posId === posId
  const { orderId } = transaction
  const isPaying = operation?.kind === "authorize" && operation.status === "success"
  const isCounted = operation !== undefined && (operation.id !== null || isPaying)
  return {
    externalId: isOurs && operation && orderId ? paymentOfOrder(orderId) : null,
    paymentId: operation ? transaction.paymentId : null,
    operations: isCounted ? [operation] : [],
    metadata: { ...(operation && transaction.properties), ...readLegacyMetadata(transaction) },
  }
}
