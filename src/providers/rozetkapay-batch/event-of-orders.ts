import type { WebhookEvent } from "../../provider/payment-gateway"
import type { PaymentOperation } from "../../rozetkapay/client"
import { eventOf } from "../current-api/webhook-event"

/**
 * What is told of a payment's orders, each in a payment's own words, as one event of the payment.
 *
 * @param externalId the payment's; null when it is not known.
 */
export const eventOfOrders = (
  externalId: string | null,
  told: PaymentOperation[],
): WebhookEvent => ({
  externalId,
  paymentId: told.find(({ id }) => id !== null)?.id ?? null,
  operations: told.flatMap((one) =>
    eventOf(one).operations.map((operation) => ({
      ...operation,
      ...(one.externalId !== null && { order: one.externalId }),
    })),
  ),
  metadata: told[0]?.metadata ?? {},
})
