import type { ExternalId } from "../../core/external-id"
import { howPaidBy } from "../../core/how-paid"
import type { WebhookEvent } from "../../provider/payment-gateway"
import type { PaymentOperation } from "../../rozetkapay/client"
import { eventOf } from "../current-api/webhook-event"

/**
 * What is told of a payment's orders, each in a payment's own words, as one event of the payment.
 *
 * @param externalId the payment's; null when it is not known.
 */
export const eventOfOrders = (
  externalId: ExternalId | null,
  told: PaymentOperation[],
): WebhookEvent => {
  const events = told.map(eventOf)
  const howPaid = howPaidBy(events.flatMap((event) => event.howPaid ?? []))
  return {
    externalId,
    paymentId: told.find(({ id }) => id !== null)?.id ?? null,
    operations: events.flatMap(({ externalId: order, operations }) =>
      operations.map((operation) => ({ ...operation, ...(order !== null && { order }) })),
    ),
    metadata: told[0]?.metadata ?? {},
    ...(howPaid && { howPaid }),
  }
}
