import { sessionOfOrder } from "../../core/order-id"
import type { SignedCallback } from "../../provider/webhook-events"
import { operationsOfOrders } from "../../rozetkapay/batch/batch-outcome"
import { readBatchCallback } from "../../rozetkapay/webhook/batch-callback"

/**
 * A callback of a batch, or of one of its orders, as what it tells of their payment.
 *
 * Of the whole batch's only attempts to pay are taken as webhook events: whether its other operations have
 * the ids that the orders' own have is not published, and one counted under two ids would be counted
 * twice. `info` tells those.
 *
 * @throws RozetkaPayError `malformed`
 */
export const readOrdersCallback = (rawBody: Buffer): SignedCallback => {
  const callback = readBatchCallback(rawBody)
  switch (callback.about) {
    case "wallet":
      return callback
    case "batch": {
      const operations = operationsOfOrders(callback.batch)
      const [first] = operations
      return {
        about: "orders",
        externalId: callback.batch.batchExternalId ?? paymentOf(first?.externalId ?? null),
        operations: operations.filter(({ operation }) => operation === "payment"),
      }
    }
    case "order": {
      const { batchExternalId, operation } = callback
      const externalId = batchExternalId ?? paymentOf(operation.externalId)
      return { about: "orders", externalId, operations: [operation] }
    }
  }
}

/** Of an order that is of no payment here, its own id: syncing finds nothing by it. */
const paymentOf = (orderId: string | null): string | null =>
  orderId && (sessionOfOrder(orderId) ?? orderId)
