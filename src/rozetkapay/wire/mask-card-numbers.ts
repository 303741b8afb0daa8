import { hasCardCheckDigit } from "./card-number"

/** What people, and systems, put between a card number's digits: spaces, dots, dashes, characters without a width. */
const GAP = String.raw`[\s\p{Z}\p{P}\p{S}\p{Cf}\p{Mn}]{0,3}`
const RUN = new RegExp(String.raw`\p{Nd}(?:${GAP}\p{Nd}){12,}`, "gu")

const LEAST = 13
const MOST = 19
const MASKED = "[card number]"

/**
 * A text from outside without the card numbers in it: for sentences that go on into logs, events and
 * to people. Never for ids: one in ten long numbers looks like a card's.
 *
 * A number may be written in groups, with anything between them, in any script's digits, and beside
 * other numbers ("order 12 4111 1111 1111 1111"): it begins and ends where a group does. Within one
 * group of more digits than a card has, it may begin and end anywhere.
 */
export const maskCardNumbers = (text: string): string =>
  text.replace(RUN, (run) => {
    const digits = digitsOf(run)
    const cards = cardsAmong(digits)
    let masked = ""
    let from = 0
    for (const { first, last } of cards) {
      masked += run.slice(from, digits[first]?.from) + MASKED
      from = digits[last]?.to ?? run.length
    }
    return masked + run.slice(from)
  })

type Digit = { value: string; from: number; to: number; group: number }

const digitsOf = (run: string): Digit[] => {
  const digits: Digit[] = []
  for (const { 0: character, index } of run.matchAll(/\p{Nd}/gu)) {
    const before = digits.at(-1)
    const isNewGroup = before !== undefined && before.to !== index
    const group = (before?.group ?? 0) + (isNewGroup ? 1 : 0)
    digits.push({ value: plainDigit(character), from: index, to: index + character.length, group })
  }
  return digits
}

/** Unicode lays every script's ten digits side by side, nought first. */
const plainDigit = (digit: string): string => {
  const plain = digit.normalize("NFKC")
  if (/^[0-9]$/.test(plain)) return plain
  const code = digit.codePointAt(0) ?? 0
  let nought = code
  while (code - nought < 9 && /\p{Nd}/u.test(String.fromCodePoint(nought - 1))) nought--
  return String(code - nought)
}

/** From left to right, the longest that is one from each place; they don't overlap. */
const cardsAmong = (digits: Digit[]): { first: number; last: number }[] => {
  const cards: { first: number; last: number }[] = []
  const values = digits.map(({ value }) => value).join("")
  const lengths = lengthsOfGroups(digits)
  const mayCut = (at: number) => {
    const [before, after] = [digits[at - 1], digits[at]]
    return before?.group !== after?.group || (lengths.get(after?.group ?? 0) ?? 0) > MOST
  }
  for (let first = 0; first + LEAST <= digits.length; first++) {
    if (!mayCut(first)) continue
    for (let size = Math.min(MOST, digits.length - first); size >= LEAST; size--) {
      if (!mayCut(first + size) || !isCard(values.slice(first, first + size))) continue
      cards.push({ first, last: first + size - 1 })
      first += size - 1
      break
    }
  }
  return cards
}

/** No card begins with 0, 1, 7 or 8, and with 2 only those of 16 digits: moments and telephones do. */
const isCard = (digits: string): boolean =>
  /^(?:[3-69]|2\d{15}$)/.test(digits) && hasCardCheckDigit(digits)

const lengthsOfGroups = (digits: Digit[]): Map<number, number> => {
  const lengths = new Map<number, number>()
  for (const { group } of digits) lengths.set(group, (lengths.get(group) ?? 0) + 1)
  return lengths
}
