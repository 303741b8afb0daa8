import { RozetkaPayError } from "../../rozetkapay/errors"
import type { GatewayCallback } from "../../rozetkapay/webhook/callback"
import { paymentOperationOf } from "../../rozetkapay-legacy/as-payment-info"
import { readLegacyWebhook } from "../../rozetkapay-legacy/webhook"
import { readLegacyMetadata } from "./legacy-metadata"
import { externalIdOf } from "./legacy-order-id"
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

/** A webhook of another point of sale, or of what is no payment to the shop, is about no payment of ours. */
export const readLegacyCallback = (
  rawBody: Buffer,
  { apiSecret, posId }: Secret & Pick<LegacyProviderOptions, "posId">,
): GatewayCallback => {
  const transaction = readLegacyWebhook({ rawBody, apiSecret })
  const operation = transaction && paymentOperationOf(transaction)
  const isOurs = transaction?.posId === null || transaction?.posId === posId
  const externalId = isOurs && operation?.externalId ? externalIdOf(operation.externalId) : null
  const read = operation ?? NO_OPERATION
  const metadata = { ...read.metadata, ...(transaction && readLegacyMetadata(transaction)) }
  return { about: "payment", operation: { ...read, externalId, metadata } }
}

const NO_OPERATION = {
  id: null,
  externalId: null,
  operation: null,
  isSuccess: false,
  actionRequired: false,
  action: null,
  details: null,
  receiptUrl: null,
  metadata: {},
  paymentMethod: null,
}
