import type { CardFace } from "../wallet-results"
import { exactText, objectOrNull, text } from "./lenient"

/** A mask shows 10 digits at most (6 + 4); more in a row may be a card number, so the text is dropped. */
export const textWithoutCardNumber = exactText.transform((value) =>
  value !== null && /\d{11}/.test(value.replace(/[\s-]/g, "")) ? null : value,
)

const FIRST_DIGITS = 6
const LAST_DIGITS = 4

/** RozetkaPay shows eight leading digits at times; nobody is shown more than six, and four last ones. */
const cardMask = textWithoutCardNumber.transform((mask) => {
  const [, head, middle, tail] = /^([\d\s-]*)([^\d\s-].*?)([\d\s-]*)$/su.exec(mask ?? "") ?? []
  if (head === undefined || middle === undefined || tail === undefined) return mask
  const hidden = tail.replace(/\D/g, "").length - LAST_DIGITS
  let first = 0
  let last = 0
  return [
    head.replace(/\d/g, (digit) => (++first > FIRST_DIGITS ? "*" : digit)),
    middle,
    tail.replace(/\d/g, (digit) => (++last <= hidden ? "*" : digit)),
  ].join("")
})

/** A card's token and number stop here: they are not read. */
export const cardOnTheWire = objectOrNull({
  mask: cardMask,
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
