import type { z } from "zod"
import { exactText, fromWireOrNull, text } from "./readers"

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
export const cardOnTheWire = fromWireOrNull({
  mask: cardMask,
  payment_system: text,
  bank_short_name: text,
  expires_at: exactText,
  bin_country: text,
})

/** What a person may see of a card. */
export const cardFace = (card: z.output<typeof cardOnTheWire> | undefined) => ({
  /** "424242******4242" */
  mask: card?.mask ?? null,
  /** "VISA", "MASTERCARD", … */
  paymentSystem: card?.paymentSystem ?? null,
  /** The bank's short name. */
  bank: card?.bankShortName ?? null,
  /** As it came, mostly ISO 8601: "2031-04-30T00:00:00Z". */
  expiresAt: card?.expiresAt ?? null,
})

export type CardFace = ReturnType<typeof cardFace>
