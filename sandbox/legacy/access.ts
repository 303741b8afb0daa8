import { createHash, createHmac } from "node:crypto"
import type { Request } from "express"
import { GatewayError } from "../gateway-error"
import { isSameSecret, type Merchant, type Merchants } from "../merchants"

/**
 * Reads X-API-KEY and X-API-AUTH: `CPAY key:secret`, `CPAY-HMAC key:signature` or
 * `CPAY-SHA1 key:signature`, signed over the raw body; a request without one signs the empty text.
 */
export function authenticateLegacy(merchants: Merchants, request: Request): Merchant {
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
  const [, way = "", apiKey = "", proof = ""] =
    /^CPAY(|-HMAC|-SHA1) ([^:]+):(.+)$/.exec(request.get("x-api-auth") ?? "") ?? []
  const merchant = merchants.findByApiKey(apiKey)
  const endpointsKey = request.get("x-api-key")
  if (endpointsKey === undefined)
    throw wrongKeys(
      "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or other form of API consumer identity to call this API.",
    )
  if (!merchant?.legacy) throw wrongPosOrCredentials()
  if (!isSameSecret(merchant.legacy.endpointsKey, endpointsKey))
    throw wrongKeys("API key not valid. Please pass a valid API key.")
  if (!isSameSecret(expectedProof(way, merchant.legacy.apiSecret, body), proof))
    throw wrongPosOrCredentials()
  return merchant
}

function expectedProof(way: string, secret: string, body: Buffer): string {
  switch (way) {
    case "-HMAC":
      return createHmac("sha1", secret).update(body).digest("hex")
    case "-SHA1":
      return createHash("sha1").update(secret).update(body).update(secret).digest("hex")
    default:
      return secret
  }
}

/** The caller's own point of sale, or the same refusal as for wrong keys. */
export function requirePos(merchant: Merchant, posId: string): void {
  if (merchant.legacy?.posId !== posId) throw wrongPosOrCredentials()
}

const wrongKeys = (message: string) =>
  new GatewayError({ code: "endpoints_key_invalid", message, status: 401 })

const wrongPosOrCredentials = () =>
  new GatewayError({
    code: "authorization_failed",
    message: "Invalid pos_id field or credentials",
    status: 401,
  })
