import type { WebhookEvent } from "../../provider/payment-gateway"
import { readCallback } from "../../rozetkapay/webhook/callback"
import { eventOf } from "../current-api/webhook-event"

/**
 * @returns null when it is about a saved card, and about no payment.
 * @throws RozetkaPayError `malformed`
 */
export const readPaymentCallback = (rawBody: Buffer): WebhookEvent | null => {
  const callback = readCallback(rawBody)
  return callback.about === "wallet" ? null : eventOf(callback.operation)
}
