import { hasCardCheckDigit } from "../rozetkapay/card-number"

/** Words that name what only RozetkaPay may see, whatever stands beside them. */
const FORBIDDEN_KEYS = new Set([
  "applicationprimaryaccountnumber",
  "cardnumber",
  "cc",
  "ccnumber",
  "creditcard",
  "cryptogram",
  "cvc",
  "cvc2",
  "cvv",
  "cvv2",
  "decryptedapplepay",
  "decryptedgooglepay",
  "onlinepaymentcryptogram",
  "pan",
  "securitycode",
])

/** Deeper than any documented input; a request beyond it is refused rather than searched. */
const DEEPEST = 20

const plain = (key: string): string => key.toLowerCase().replace(/[^a-z0-9]/g, "")

/**
 * Whether a client's words hold a card number, a CVV or a decrypted wallet's
 * payload, in any field, however nested, also inside JSON or base64 of JSON.
 *
 * @param isOpaque values at these paths may hold a row of digits by chance, and so may
 *   what is inside them (the keys, times and ids of an encrypted wallet's token): refused
 *   only when one is a card number as a whole.
 */
export const holdsCardData = (value: unknown, isOpaque: (path: string[]) => boolean): boolean =>
  search(value, [], isOpaque)

const search = (
  value: unknown,
  path: string[],
  isOpaque: (path: string[]) => boolean,
  isInsideOpaque = false,
): boolean => {
  if (path.length > DEEPEST) return true
  if (typeof value === "number") return holdsCardNumber(String(value))
  if (typeof value === "string") {
    const text = value.normalize("NFKC")
    const opaque = isInsideOpaque || isOpaque(path)
    const isCard = opaque ? isCardNumber(text) : holdsCardNumber(text)
    const inside = isCard ? undefined : jsonIn(text)
    return isCard || (inside !== undefined && search(inside, [...path, "json"], isOpaque, opaque))
  }
  if (typeof value !== "object" || value === null) return false
  return Object.entries(value).some(
    ([key, inner]) =>
      FORBIDDEN_KEYS.has(plain(key)) ||
      holdsCardNumber(key) ||
      search(inner, [...path, key], isOpaque, isInsideOpaque),
  )
}

/** What a text says as JSON, or as base64 of JSON, when that is an object or a list. */
const jsonIn = (text: string): unknown => {
  const trimmed = text.trim()
  for (const candidate of [trimmed, Buffer.from(trimmed, "base64").toString("utf8")]) {
    if (!/^[[{]/.test(candidate)) continue
    try {
      return JSON.parse(candidate)
    } catch {
      // Not JSON, then.
    }
  }
  return undefined
}

const DIGITS = /\d(?:[ -]?\d){12,18}/g

const holdsCardNumber = (text: string): boolean =>
  (text.match(DIGITS) ?? []).some((run) => isCard(run.replace(/\D/g, "")))

const isCardNumber = (text: string): boolean =>
  /^\s*\d(?:[ -]?\d){12,18}\s*$/.test(text) && isCard(text.replace(/\D/g, ""))

/** A moment in milliseconds has 13 digits and begins with 1 or, from 2033 on, with 2; no such card does. */
const isCard = (digits: string): boolean =>
  /^(?:[3-69]|2\d{15}$)/.test(digits) && hasCardCheckDigit(digits)
