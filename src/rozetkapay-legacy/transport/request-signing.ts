import { createHash, createHmac } from "node:crypto"

/**
 * How a request proves whose it is:
 * - `hmac` (recommended by the document): HMAC-SHA1 of the body, keyed by the secret;
 * - `sha1`: SHA1 of secret + body + secret, for systems without HMAC;
 * - `plain`: the secret itself, unsigned.
 */
export type LegacyAuthentication = "hmac" | "sha1" | "plain"

export type LegacyKeys = {
  /** POS_ID, a UUID. */
  posId: string
  /** API_KEY. */
  apiKey: string
  /** API_SECRET, as RozetkaPay gave it: never trimmed. Also signs webhooks. */
  apiSecret: string
  /** ENDPOINTS_KEY. */
  endpointsKey: string
}

/**
 * The two headers of every request. `body` is the very text that is sent.
 *
 * The document does not say what a request without a body signs. "Raw request" is read as the raw
 * body, which is empty then; whoever finds GET requests refused chooses `plain`.
 *
 * @see https://deprecated-api.rozetkapay.com (Authentication, Request signing)
 */
export function credentialHeaders(
  keys: LegacyKeys,
  authentication: LegacyAuthentication,
  body: string,
): Record<string, string> {
  return {
    "X-API-AUTH": apiAuth(keys, authentication, body),
    "X-API-KEY": keys.endpointsKey,
  }
}

function apiAuth(
  { apiKey, apiSecret }: LegacyKeys,
  authentication: LegacyAuthentication,
  body: string,
): string {
  switch (authentication) {
    case "hmac":
      return `CPAY-HMAC ${apiKey}:${hmacOf(apiSecret, body)}`
    case "sha1":
      return `CPAY-SHA1 ${apiKey}:${sha1Of(apiSecret, body)}`
    case "plain":
      return `CPAY ${apiKey}:${apiSecret}`
  }
}

/** Lower-case hexadecimal, as OpenSSL writes it in the document's example. */
export const hmacOf = (apiSecret: string, body: string): string =>
  createHmac("sha1", apiSecret).update(body, "utf8").digest("hex")

export const sha1Of = (apiSecret: string, body: string): string =>
  createHash("sha1").update(`${apiSecret}${body}${apiSecret}`, "utf8").digest("hex")
