import type { z } from "zod"
import { exactText, fromWireOrNull, text } from "./readers"

/** A mask shows 10 digits at most (6 + 4); more in a row may be a card number, so the text is dropped. */
const withoutCardNumber = (value: string | null): string | null =>
  value !== null && /\d{11}/.test(value.replace(/[\s-]/g, "")) ? null : value

export const textWithoutCardNumber = exactText.transform(withoutCardNumber)

const FIRST_DIGITS = 6
const LAST_DIGITS = 4

/** RozetkaPay shows eight leading digits at times; nobody is shown more than six, and four last ones. */
const limited = (mask: string | null): string | null => {
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
}

const cardMask = textWithoutCardNumber.transform(limited)

/** A column of card numbers, masked or not: of a number only what a mask may show goes on. */
export const cardPan = exactText.transform((pan) =>
  limited(withoutCardNumber(pan?.replace(NUMBER, (_, digits) => masked(digits)) ?? null)),
)

/** Alone in its place, in groups or not. */
const NUMBER = /^\D*(\d(?:[\s-]?\d){11,18})\D*$/

const masked = (number: string): string => {
  const digits = number.replace(/\D/g, "")
  const hidden = "*".repeat(digits.length - FIRST_DIGITS - LAST_DIGITS)
  return digits.slice(0, FIRST_DIGITS) + hidden + digits.slice(-LAST_DIGITS)
}

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
