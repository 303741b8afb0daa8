import { holdsCardNumber, isCardInPieces, isCardNumber } from "./card-number-in-text"
import { meaningsOf } from "./meanings-of-text"

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
 * payload, in any field, however nested, split over fields, or written as JSON, base64, hex or a url.
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
    const opaque = isInsideOpaque || isOpaque(path)
    if (opaque ? isCardNumber(value) : holdsCardNumber(value)) return true
    return meaningsOf(value).some((inside) => search(inside, [...path, "in"], isOpaque, opaque))
  }
  if (typeof value !== "object" || value === null) return false
  if (!isInsideOpaque && isCardInPieces(Object.values(value).flatMap(onlyWord))) return true
  return Object.entries(value).some(
    ([key, inner]) =>
      FORBIDDEN_KEYS.has(plain(key)) ||
      holdsCardNumber(key) ||
      search(inner, [...path, key], isOpaque, isInsideOpaque),
  )
}

/** A value, or the only one in what wraps it: what a form with a field for each part of a number sends. */
const onlyWord = (value: unknown): string[] => {
  if (typeof value === "string") return [value]
  if (typeof value === "number") return Number.isSafeInteger(value) ? [String(value)] : []
  if (typeof value !== "object" || value === null) return []
  const [inner, ...others] = Object.values(value)
  return others.length === 0 ? onlyWord(inner) : []
}
