import type { CardFace } from "../wallet-results"
import { exactText, objectOrNull, text } from "./lenient"

/** A mask shows 10 digits at most (6 + 4); more in a row may be a card number, so the text is dropped. */
export const textWithoutCardNumber = exactText.transform((value) =>
  value !== null && /\d{11}/.test(value.replace(/[\s-]/g, "")) ? null : value,
)

/** A card's token and number stop here: they are not read. */
export const cardOnTheWire = objectOrNull({
  mask: textWithoutCardNumber,
  payment_system: text,
  bank_short_name: text,
  expires_at: exactText,
  bin_country: text,
})

export const cardFace = (
  wire: ReturnType<typeof cardOnTheWire.parse> | null | undefined,
): CardFace => ({
  mask: wire?.mask ?? null,
  paymentSystem: wire?.payment_system ?? null,
  bank: wire?.bank_short_name ?? null,
  expiresAt: wire?.expires_at ?? null,
})
