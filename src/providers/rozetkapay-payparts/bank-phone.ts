/** Of a whole number without its country: an operator's code and seven digits. */
const OWN_DIGITS = 9

/**
 * A Ukrainian telephone number as the banks want it, "+380501234567", of how people write it:
 * "0501234567", "050 123-45-67", "380…", "+38 (050) 123 45 67". Null for what is none.
 *
 * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/payPartsCreateOrder (customer.phone)
 */
export const bankPhone = (written: string | undefined): string | null => {
  const text = written?.trim() ?? ""
  if (!/^\+?[\d\s().\-–/]+$/.test(text)) return null
  const digits = text.replace(/\D/g, "")
  const own = /^(?:00)?380(\d+)$/.exec(digits)?.[1] ?? withoutCountry(text, digits)
  return own?.length === OWN_DIGITS && own !== "0".repeat(OWN_DIGITS) ? `+380${own}` : null
}

/** "0501234567", "80501234567" or "501234567"; after a plus the country was said, and it was another one. */
const withoutCountry = (text: string, digits: string): string | null => {
  if (text.startsWith("+")) return null
  if (digits.length === OWN_DIGITS && !digits.startsWith("0")) return digits
  return /^8?0(\d{9})$/.exec(digits)?.[1] ?? null
}
