import { type ExternalId, externalId, externalIdOf } from "../../core/external-id"
import { sessionOfOrder } from "../../core/order-id"
import type { WebhookEvent } from "../../provider/payment-gateway"
import { operationsOfOrders } from "../../rozetkapay/batch/batch-outcome"
import { readBatchCallback } from "../../rozetkapay/webhook/batch-callback"
import { eventOfOrders } from "./event-of-orders"

/**
 * A callback of a batch, or of one of its orders, as what it tells of their payment.
 *
 * Of the whole batch's only attempts to pay are taken as webhook events: whether its other operations have
 * the ids that the orders' own have is not published, and one counted under two ids would be counted
 * twice. `info` tells those.
 *
 * @returns null when it is about a saved card, and about no payment.
 * @throws RozetkaPayError `malformed`
 */
export const readOrdersCallback = (rawBody: Buffer): WebhookEvent | null => {
  const callback = readBatchCallback(rawBody)
  switch (callback.about) {
    case "wallet":
      return null
    case "batch": {
      const operations = operationsOfOrders(callback.batch)
      const [first] = operations
      return eventOfOrders(
        paymentOf(callback.batch.batchExternalId, first?.externalId ?? null),
        operations.filter(({ operation }) => operation === "payment"),
      )
    }
    case "order": {
      const { batchExternalId, operation } = callback
      return eventOfOrders(paymentOf(batchExternalId, operation.externalId), [operation])
    }
  }
}

/** Of an order that is of no payment here, its own id: syncing finds nothing by it. */
const paymentOf = (batchId: string | null, orderId: string | null): ExternalId | null => {
  if (batchId !== null) return externalId(batchId)
  if (!orderId) return null
  const order = externalId(orderId)
  const session = sessionOfOrder(order)
  return session === null ? order : externalIdOf(session)
}
