import { createHash, timingSafeEqual } from "node:crypto"

export type SignedCallback = {
  /** The bytes as they were received: not trimmed, not url-decoded, not serialised again. */
  rawBody: Buffer
  /** The value of the X-ROZETKAPAY-SIGNATURE header, whatever it is. */
  signature: unknown
  /** The login's password, not trimmed. An empty one proves nothing, so nothing is genuine. */
  password: string
}

type Alphabet = "urlsafe" | "standard"

/**
 * Whether a callback was signed with the password:
 * `base64url(sha1(password + base64url(body) + password))`, with `=` kept.
 *
 * RozetkaPay documents the url-safe alphabet, inside and outside; some of its own plugins sign with
 * the standard one, inside and outside. Both are accepted, a mixture is not.
 *
 * @see https://cdn.rozetkapay.com/public-docs/index.html#section/Basic-information/Callbacks
 */
export function isGenuineCallback({ rawBody, signature, password }: SignedCallback): boolean {
  if (typeof signature !== "string" || password === "") {
    return false
  }
  const claimed = decodeDigest(signature)
  if (claimed === null) {
    return false
  }
  // Most signatures contain a character of one alphabet only, which settles the alphabet inside.
  return alphabetsOf(signature).some((alphabet) =>
    timingSafeEqual(claimed, digest(rawBody, password, alphabet)),
  )
}

const DIGEST_BYTES = 20

/** Exactly 20 bytes in canonical base64 with padding, in one alphabet; null for anything else. */
function decodeDigest(signature: string): Buffer | null {
  if (!/^(?:[A-Za-z0-9_-]{27}|[A-Za-z0-9+/]{27})=$/.test(signature)) {
    return null
  }
  // Node's decoder reads both alphabets.
  const bytes = Buffer.from(signature, "base64")
  const isCanonical = bytes.toString("base64") === signature.replace(/-/g, "+").replace(/_/g, "/")
  return bytes.length === DIGEST_BYTES && isCanonical ? bytes : null
}

function alphabetsOf(signature: string): Alphabet[] {
  if (/[-_]/.test(signature)) {
    return ["urlsafe"]
  }
  return /[+/]/.test(signature) ? ["standard"] : ["urlsafe", "standard"]
}

/** A multiple of 3, so that base64 pieces join without padding; small enough to stay in the CPU's cache. */
const PIECE_BYTES = 24 * 1024

function digest(rawBody: Buffer, password: string, alphabet: Alphabet): Buffer {
  const hash = createHash("sha1").update(password, "utf8")
  for (let from = 0; from < rawBody.length; from += PIECE_BYTES) {
    const piece = rawBody.subarray(from, from + PIECE_BYTES)
    hash.update(piece.toString(alphabet === "urlsafe" ? "base64url" : "base64"), "latin1")
  }
  if (alphabet === "urlsafe") {
    // Node's base64url leaves the padding out, RozetkaPay's keeps it.
    hash.update("=".repeat((3 - (rawBody.length % 3)) % 3), "latin1")
  }
  return hash.update(password, "utf8").digest()
}
