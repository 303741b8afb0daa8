import { container } from "@medusajs/framework"
import type { ProviderWebhookPayload } from "@medusajs/framework/types"
import { sessionOf } from "../core/external-id"
import { readMetadata } from "../core/payment-metadata"
import type { GatewayProvider } from "./gateway-provider"
import { receiveWebhook } from "./receive-webhook"

/**
 * Medusa's own webhook route, which waits five seconds and answers 200 to anything.
 * All is done by syncing, of the provider whose payment it is.
 *
 * @param isRegistered whether Medusa has this very provider under an id
 * @throws Error when it could not be finished now
 */
export const receiveBuiltinWebhook = async (
  provider: GatewayProvider,
  isRegistered: (providerId: string) => boolean,
  { rawData, headers }: ProviderWebhookPayload["payload"],
): Promise<void> => {
  const rawBody = Buffer.isBuffer(rawData) ? rawData : Buffer.from(rawData)
  if (!provider.isGenuine(rawBody, headers)) {
    provider.logger.warn("rozetkapay: a callback with a missing or wrong signature was ignored")
    return
  }
  const event = provider.readCallback(rawBody)
  // A saved card: whoever asks for cards reads them from RozetkaPay.
  if (!event) return
  const { externalId, metadata } = event
  const providerId =
    (externalId && (await provider.records.providerOf(sessionOf(externalId)))) ??
    readMetadata(metadata)?.providerId
  // Another login's signature proves nothing about a payment of this one.
  if (!providerId || !isRegistered(providerId)) return
  const receipt = await receiveWebhook(container, providerId, provider, rawBody)
  if (receipt.is === "unfinished") throw new Error(receipt.message)
}
