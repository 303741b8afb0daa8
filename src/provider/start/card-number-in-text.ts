import { hasCardCheckDigit } from "../../rozetkapay/wire/card-number"

/** Numbers that are given out as cards, by their first digits and how many there are. */
const GIVEN_OUT = [
  /^4\d{15}(?:\d{3})?$/,
  /^5[1-5]\d{14}$/,
  /^2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720|20[0-4])\d{12}$/,
  /^3[47]\d{13}$/,
  // 380 is a telephone of Ukraine's.
  /^3(?:0[0-5]|6\d|8[1-9]|9\d)\d{11}$/,
  /^35(?:2[89]|[3-8]\d)\d{12,15}$/,
  /^(?:50|5[6-9]|6\d)\d{14,17}$/,
  /^9804\d{12}$/,
]
/** Of those on which a check number of three digits, or an expiry and one, may follow without a gap. */
const COMMON = /^(?:4\d{15}|5[1-5]\d{14}|3[47]\d{13})/

const FEWEST = 13
const MOST = 19
/** Longer ones are rare, and would be found in honest numbers by chance. */
const MOST_OF_A_FORM = 16
/** With an expiry and a check number. */
const LONGEST_ROW = 27

/** Digits that stand together, of any script; a letter, or a mask's stars, between two of them keeps them apart. */
type Group = { digits: string; isTelephone: boolean; goesOn: boolean }

/** One gap may be anything but a letter: spaces, dashes, dots, what can't be seen. */
const PIECES = /\d+|\p{L}+|[*•●#]{2,}|\+(?=\d)/gu

const digitsIn = (text: string): string =>
  text.normalize("NFKC").replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0
    // Every script has its ten digits in a row, from a code that ends with 0 or 6.
    const row = code & ~0xf
    return String(code - row - (/\p{Nd}/u.test(String.fromCodePoint(row)) ? 0 : 6))
  })

const groupsOf = (text: string): Group[] => {
  const groups: Group[] = []
  let goesOn = false
  let isTelephone = false
  for (const [piece] of digitsIn(text).matchAll(PIECES)) {
    if (/^\d/.test(piece)) {
      groups.push({ digits: piece, isTelephone, goesOn })
      goesOn = true
      isTelephone = false
    } else if (piece === "+") {
      isTelephone = true
    } else {
      goesOn = false
    }
  }
  return groups
}

/**
 * Whether there is a card's number in a text, whatever stands between its digits and around it. A
 * number without gaps is known by its check digit; one that has to be put together, where chance would
 * find too much, also by its first digits and its length.
 */
export const holdsCardNumber = (text: string): boolean => {
  const groups = groupsOf(text)
  return groups.some((group, from) => isCard(group) || isPutTogether(groups, from))
}

/** The same, of a text that has nothing else to say. */
export const isCardNumber = (text: string): boolean => !/\p{L}/u.test(text) && holdsCardNumber(text)

/** A card's number in values that stand beside each other. Words between them, masks and telephones say nothing. */
export const isCardInPieces = (values: string[]): boolean => {
  const groups = values
    .filter((value) => !/[\p{L}*•●#+]/u.test(value))
    .map((value) => digitsIn(value).replace(/\D/g, ""))
    .filter(({ length }) => length > 0 && length < FEWEST)
    .map((digits) => ({ digits, isTelephone: false, goesOn: true }))
  return groups.some((_, from) => isPutTogether(groups, from, MOST_OF_A_FORM))
}

const isPutTogether = (groups: Group[], from: number, most = MOST): boolean => {
  let digits = groups[from]?.digits ?? ""
  for (const { digits: more, goesOn } of groups.slice(from + 1, from + MOST)) {
    if (!goesOn || digits.length + more.length > most) return false
    digits += more
    if (isGivenOut(digits)) return true
  }
  return false
}

const isGivenOut = (digits: string): boolean =>
  GIVEN_OUT.some((form) => form.test(digits)) && hasCardCheckDigit(digits)

/** A moment in milliseconds has 13 digits and begins with 1 or, from 2033 on, with 2; no such card does. */
const isCard = ({ digits, isTelephone }: Group): boolean => {
  const { length } = digits
  if (length < FEWEST || (isTelephone && length === FEWEST)) return false
  if (length <= MOST && /^(?:[3-69]|2\d{15}$)/.test(digits) && hasCardCheckDigit(digits))
    return true
  const [common] = COMMON.exec(digits) ?? []
  return common !== undefined && length <= LONGEST_ROW && hasCardCheckDigit(common)
}
