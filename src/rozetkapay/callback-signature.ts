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
  const isMine = (alphabet: Alphabet) =>
    timingSafeEqual(claimed, digest(rawBody, password, alphabet))
  // Most signatures contain a character of one alphabet only, which settles the alphabet inside.
  if (/[+/]/.test(signature)) {
    return isMine("standard")
  }
  return (
    isMine("urlsafe") ||
    (!/[-_]/.test(signature) && differsByAlphabet(rawBody) && isMine("standard"))
  )
}

/**
 * 20 bytes in canonical base64 with padding, in one alphabet: 27 digits, the last of which has its
 * two unused bits zero (so each digest has one spelling only), and `=`.
 */
const DIGEST_IN_BASE64 = /^(?:[A-Za-z0-9_-]{26}|[A-Za-z0-9+/]{26})[AEIMQUYcgkosw048]=$/

function decodeDigest(signature: string): Buffer | null {
  // Node's decoder reads both alphabets, and anything else as well.
  return DIGEST_IN_BASE64.test(signature) ? Buffer.from(signature, "base64") : null
}

/** A multiple of 3, so that base64 pieces join without padding; small enough for the CPU's cache. */
const PIECE_BYTES = 12 * 1024

/** Piece by piece: the base64 text of a large body as a whole would be copied twice, at twice the cost. */
function digest(rawBody: Buffer, password: string, alphabet: Alphabet): Buffer {
  const encoding = alphabet === "urlsafe" ? "base64url" : "base64"
  // Node's base64url leaves the padding out, RozetkaPay's keeps it.
  const padding = alphabet === "urlsafe" ? "=".repeat((3 - (rawBody.length % 3)) % 3) : ""
  const hash = createHash("sha1").update(password, "utf8")
  for (let from = 0; from < rawBody.length; from += PIECE_BYTES) {
    hash.update(rawBody.toString(encoding, from, from + PIECE_BYTES), "latin1")
  }
  hash.update(padding + password, "utf8")
  // By way of a string: digest() into a new Buffer of its own costs as much as hashing 1 KB.
  return Buffer.from(hash.digest("binary"), "binary")
}

/** Whether the body's base64 has one of the two digits that differ. Asked only of a wrong first guess. */
function differsByAlphabet(rawBody: Buffer): boolean {
  for (let from = 0; from < rawBody.length; from += PIECE_BYTES) {
    const piece = rawBody.toString("base64", from, from + PIECE_BYTES)
    if (piece.includes("+") || piece.includes("/")) {
      return true
    }
  }
  return false
}
