import type { WebhookEvent } from "../../provider/payment-gateway"
import type { PaymentOperation } from "../../rozetkapay/client"
import { readCallback } from "../../rozetkapay/webhook/callback"
import { eventOf } from "../current-api/webhook-event"

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
  see(callback.operation)
  return eventOf(callback.operation)
}
