import { hash, timingSafeEqual } from "node:crypto"

export type SignedCallback = {
  /** The bytes as they were received: not trimmed, not url-decoded, not serialised again. */
  rawBody: Buffer
  /** The value of the X-ROZETKAPAY-SIGNATURE header, whatever it is. */
  signature: unknown
  /** The login's password, not trimmed. An empty one proves nothing, so nothing is genuine. */
  password: string
}

/** The url-safe alphabet, and the standard one. */
type Alphabet = "base64url" | "base64"

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
  return isMine("base64url") || isMine("base64")
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
  claimed.write(one, 0, DIGITS)
  computed.write(other, 0, DIGITS)
  return timingSafeEqual(claimed, computed)
}

/** The digest as text in the same alphabet, its padding perhaps left out. */
function digest(rawBody: Buffer, password: string, alphabet: Alphabet): string {
  // Node's base64url leaves the padding out, RozetkaPay's keeps it.
  const padding = alphabet === "base64url" ? "=".repeat((3 - (rawBody.length % 3)) % 3) : ""
  // In one go: setting up a Hash object costs as much as hashing half a KB.
  return hash("sha1", password + rawBody.toString(alphabet) + padding + password, alphabet)
}
