import type { WebhookEvent } from "../../provider/payment-gateway"
import type { PaymentOperation } from "../../rozetkapay/client"
import { readCallback } from "../../rozetkapay/webhook/callback"
import { operationsIn } from "../current-api/operation-of"
import { eventOf } from "../current-api/webhook-event"
import { deliveryIn } from "./delivery-of"

/**
 * @param see is shown the operation as it came: what charges the card again is not in the event.
 * @returns null when it is about a saved card, and about no payment.
 * @throws RozetkaPayError `malformed`
 */
export const readPaymentCallback = (
  rawBody: Buffer,
  see: (operation: PaymentOperation) => void = () => undefined,
): WebhookEvent | null => {
  const callback = readCallback(rawBody)
  if (callback.about === "wallet") return null
  const { operation, express, info } = callback
  see(operation)
  const event = eventOf(operation)
  const delivery = express && deliveryIn(express)
  return {
    ...event,
    // Only what names itself: nobody could tell the others from what `info` lists.
    operations: info
      ? operationsIn(info).filter(({ id, transaction }) => id !== null || transaction !== null)
      : event.operations,
    ...(delivery && { delivery }),
  }
}
