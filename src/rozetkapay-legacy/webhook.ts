import { createHash, timingSafeEqual } from "node:crypto"
import { RozetkaPayError } from "../rozetkapay/errors"
import { parseJson } from "../rozetkapay/wire/parse-json"
import { type LegacyTransaction, transaction } from "./transactions/transaction"

export type LegacyWebhook = {
  /** The bytes as they were received (application/x-www-form-urlencoded). */
  rawBody: Buffer
  /** API_SECRET, not trimmed. An empty one proves nothing, so nothing is genuine. */
  apiSecret: string
}

/**
 * Reads a webhook: `data` is base64url of a transaction's JSON, `signature` is
 * `base64url(sha1(secret + data + secret))`, whose `=` may be missing. The signature is checked first, in
 * constant time, over `data` as it came; nothing is decoded before.
 *
 * One operation may be announced several times, in any order. Its `posId` says which POS it is of.
 *
 * @returns null when it was not signed with the secret, or is no such form.
 * @throws {RozetkaPayError} `malformed` when it is genuine and describes no transaction.
 * @see https://deprecated-api.rozetkapay.com (Webhooks)
 */
export function readLegacyWebhook({ rawBody, apiSecret }: LegacyWebhook): LegacyTransaction | null {
  const form = new URLSearchParams(rawBody.toString("utf8"))
  const [data, secondData] = form.getAll("data")
  const [signature, secondSignature] = form.getAll("signature")
  // A field given twice is read differently by different readers.
  if (
    data === undefined ||
    signature === undefined ||
    (secondData ?? secondSignature) !== undefined
  ) {
    return null
  }
  if (!isSigned(data, signature, apiSecret)) {
    return null
  }
  const read = transaction.safeParse(parseJson(Buffer.from(data, "base64url").toString("utf8")))
  if (!read.success) {
    throw new RozetkaPayError({
      kind: "malformed",
      operation: "webhook",
      explanation: "its data is not JSON that describes a transaction",
    })
  }
  return read.data
}

/** One digest has one spelling (28 characters), so the texts are compared, not the bytes. */
function isSigned(data: string, signature: string, apiSecret: string): boolean {
  const expected = signatureOf(data, apiSecret)
  // The padding says nothing, and may be missing.
  const given = Buffer.from(signature.length === 27 ? `${signature}=` : signature, "utf8")
  return (
    apiSecret !== "" &&
    given.length === expected.length &&
    timingSafeEqual(given, Buffer.from(expected, "latin1"))
  )
}

/** Of `data` as it stands in the form, in the document's url-safe alphabet with padding. */
export const signatureOf = (data: string, apiSecret: string): string =>
  `${createHash("sha1").update(`${apiSecret}${data}${apiSecret}`, "utf8").digest("base64url")}=`
