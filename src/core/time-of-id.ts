/** Of Crockford's base 32, in which an ULID is written. */
const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
/** The first of an ULID's 26 signs are its time in milliseconds. */
const TIME = /_([0-7][0-9A-HJKMNP-TV-Z]{9})[0-9A-HJKMNP-TV-Z]{16}(?![0-9A-Z])/

/** When Medusa made this id, in milliseconds since 1970; null when it is none of Medusa's. */
export const timeOfId = (id: string): number | null => {
  const [, written] = TIME.exec(id) ?? []
  return written === undefined
    ? null
    : [...written].reduce((time, sign) => time * DIGITS.length + DIGITS.indexOf(sign), 0)
}
