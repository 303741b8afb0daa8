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
 * @param token values at these paths are opaque (a token may hold a row of
 *   digits by chance): refused only when they are a card number as a whole.
 */
export const holdsCardData = (value: unknown, isOpaque: (path: string[]) => boolean): boolean =>
  search(value, [], isOpaque)

const search = (value: unknown, path: string[], isOpaque: (path: string[]) => boolean): boolean => {
  if (path.length > DEEPEST) return true
  if (typeof value === "number") return holdsCardNumber(String(value))
  if (typeof value === "string") {
    const text = value.normalize("NFKC")
    const isCard = isOpaque(path) ? isCardNumber(text) : holdsCardNumber(text)
    const inside = isCard ? undefined : jsonIn(text)
    return isCard || (inside !== undefined && search(inside, [...path, "json"], isOpaque))
  }
  if (typeof value !== "object" || value === null) return false
  return Object.entries(value).some(
    ([key, inner]) =>
      FORBIDDEN_KEYS.has(plain(key)) ||
      holdsCardNumber(key) ||
      search(inner, [...path, key], isOpaque),
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
  (text.match(DIGITS) ?? []).some((run) => isLuhn(run.replace(/\D/g, "")))

const isCardNumber = (text: string): boolean =>
  /^\s*\d(?:[ -]?\d){12,18}\s*$/.test(text) && isLuhn(text.replace(/\D/g, ""))

/** The check digit that every card number has and one in ten other numbers. */
const isLuhn = (digits: string): boolean => {
  const total = [...digits].reverse().reduce((sum, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 1 : 2)
    return sum + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return total % 10 === 0
}
