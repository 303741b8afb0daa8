/**
 * The form in which RozetkaPay takes the encrypted payment data of Apple Pay and
 * Google Pay: base64 of their JSON in UTF-8.
 *
 * @param payment as the wallet gave it: an object, its JSON, or base64 already
 */
export const base64Token = (payment: object | string): string => {
  const text = typeof payment === "string" ? payment.trim() : JSON.stringify(payment)
  return text.startsWith("{") ? base64OfUtf8(text) : text
}

/** `btoa` alone fails at the first letter beyond Latin-1. */
const base64OfUtf8 = (text: string): string =>
  btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(""))
