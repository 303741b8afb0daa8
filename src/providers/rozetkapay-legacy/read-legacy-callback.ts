import type { WebhookEvent } from "../../provider/payment-gateway"
import { RozetkaPayError } from "../../rozetkapay/errors"
import { readLegacyWebhook } from "../../rozetkapay-legacy/webhook"
import { eventOf } from "./legacy-event"
import type { LegacyProviderOptions } from "./options"

type Secret = Pick<LegacyProviderOptions, "apiSecret">

/** The old API signs inside of the body: no header tells. */
export const isGenuineLegacyWebhook = (
  rawBody: Buffer,
  _: Record<string, unknown>,
  { apiSecret }: Secret,
): boolean => {
  try {
    return readLegacyWebhook({ rawBody, apiSecret }) !== null
  } catch (error) {
    // Its signature was right; what it says can't be read.
    if (error instanceof RozetkaPayError) return true
    throw error
  }
}

export const readLegacyCallback = (
  rawBody: Buffer,
  { apiSecret, posId }: Secret & Pick<LegacyProviderOptions, "posId">,
): WebhookEvent => {
  const transaction = readLegacyWebhook({ rawBody, apiSecret })
  return transaction ? eventOf(transaction, posId) : OF_NOTHING
}

const OF_NOTHING: WebhookEvent = { externalId: null, paymentId: null, operations: [], metadata: {} }
