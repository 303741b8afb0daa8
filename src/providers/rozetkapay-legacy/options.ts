import { z } from "zod"
import { fromSupport, storeOptions, webAddress } from "../../provider/store-options"

const key = fromSupport("POS_ID, API_KEY, API_SECRET and ENDPOINTS_KEY")

/** Tax groups are the current API's alone. */
const { taxGroup: _, ...legacyStoreOptions } = storeOptions

/** The options of the provider `rozetkapay-legacy`; a test keeps docs/old-contracts.md in step. */
export const legacyOptionsSchema = z
  .strictObject({
    posId: key,
    apiKey: key,
    /** Signs requests, and proves webhooks. Never trimmed. */
    apiSecret: key,
    endpointsKey: key,
    /** hmac and sha1 sign each request; plain sends the keys themselves. */
    authentication: z
      .enum(["hmac", "sha1", "plain"], { error: "must be hmac, sha1 or plain" })
      .default("hmac"),
    apiUrl: webAddress.default("https://deprecated-api.rozetkapay.com"),
    /** 3-D Secure: always demands it, never skips it, supported leaves it to the card; absent leaves it to RozetkaPay. */
    threeDs: z
      .enum(["always", "never", "supported"], { error: "must be always, never or supported" })
      .optional(),
    ...legacyStoreOptions,
  })
  .describe("Options of medusa-payment-rozetkapay for the legacy API")

export type LegacyProviderOptions = z.output<typeof legacyOptionsSchema>
