import { createHash, hash, timingSafeEqual } from "node:crypto"

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
 * `base64url(sha1(password + base64url(body) + password))`, with `=` kept inside. Outside it may be
 * left away, as RozetkaPay's own plugin for WooCommerce takes it.
 *
 * RozetkaPay documents the url-safe alphabet, inside and outside; some of its own plugins sign with
 * the standard one, inside and outside. Both are accepted, a mixture is not.
 *
 * @see https://cdn.rozetkapay.com/public-docs/index.html#section/Basic-information/Callbacks
 */
export function isGenuineCallback({ rawBody, signature, password }: SignedCallback): boolean {
  if (typeof signature !== "string" || password === "" || !DIGEST_IN_BASE64.test(signature)) {
    return false
  }
  const isMine = (alphabet: Alphabet) =>
    isSameDigest(signature, digest(rawBody, password, alphabet))
  // Most signatures contain a character of one alphabet only, which syncs the alphabet inside.
  if (/[+/]/.test(signature)) {
    return isMine("standard")
  }
  return (
    isMine("urlsafe") ||
    (!/[-_]/.test(signature) && differsByAlphabet(rawBody) && isMine("standard"))
  )
}

/**
 * 20 bytes in canonical base64, in one alphabet: 27 digits, the last of which has its two unused bits
 * zero (so each digest has one spelling only), and `=`, which may be missing: it says nothing.
 */
const DIGEST_IN_BASE64 = /^(?:[A-Za-z0-9_-]{26}|[A-Za-z0-9+/]{26})[AEIMQUYcgkosw048]=?$/

/** What tells two digests apart: the padding is the same in all. */
const DIGITS = 27
/** Kept, because two new Buffers cost as much as hashing half a KB. Nothing else runs while they are in use. */
const claimed = Buffer.alloc(DIGITS)
const computed = Buffer.alloc(DIGITS)

/** In constant time. One digest has one spelling in an alphabet, so the text is compared, not the bytes. */
function isSameDigest(one: string, other: string): boolean {
  claimed.write(one, 0, DIGITS, "latin1")
  computed.write(other, 0, DIGITS, "latin1")
  return timingSafeEqual(claimed, computed)
}

/** A multiple of 3, so that base64 pieces join without padding; small enough for the CPU's cache. */
const PIECE_BYTES = 12 * 1024

/** The digest as text in the same alphabet, its padding perhaps left out. */
function digest(rawBody: Buffer, password: string, alphabet: Alphabet): string {
  const encoding = alphabet === "urlsafe" ? "base64url" : "base64"
  // Node's base64url leaves the padding out, RozetkaPay's keeps it.
  const padding = alphabet === "urlsafe" ? "=".repeat((3 - (rawBody.length % 3)) % 3) : ""
  // In one go where Node can (20.12): setting up a Hash object costs as much as hashing half a KB.
  if (rawBody.length <= PIECE_BYTES && typeof hash === "function") {
    return hash("sha1", password + rawBody.toString(encoding) + padding + password, encoding)
  }
  // Piece by piece: the base64 text of a large body as a whole would be copied twice, at twice the cost.
  const pieces = createHash("sha1").update(password, "utf8")
  for (let from = 0; from < rawBody.length; from += PIECE_BYTES) {
    pieces.update(rawBody.toString(encoding, from, from + PIECE_BYTES), "latin1")
  }
  return pieces.update(padding + password, "utf8").digest(encoding)
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
