export type CardOutcome = "paid" | "rejected" | "insufficient_funds"

export type TestCard = {
  number: string
  /** How stand-in Apple Pay and Google Pay tokens name the card behind them. */
  name: string
  three_ds: boolean
  outcome: CardOutcome
  system: "VISA" | "MASTERCARD"
  /** The last day that it is good for, where somebody has said when: see expiryOf. */
  expires_at?: string
}

/** RozetkaPay's published test cards. Any expiry, any CVV. */
export const TEST_CARDS: readonly TestCard[] = [
  { number: "4242424242424242", name: "visa-3ds", three_ds: true, outcome: "paid", system: "VISA" },
  {
    number: "5454545454545454",
    name: "mastercard-3ds",
    three_ds: true,
    outcome: "paid",
    system: "MASTERCARD",
  },
  { number: "4111111111111111", name: "visa", three_ds: false, outcome: "paid", system: "VISA" },
  {
    number: "5555555555554444",
    name: "mastercard",
    three_ds: false,
    outcome: "paid",
    system: "MASTERCARD",
  },
  {
    number: "4200000000000000",
    name: "visa-3ds-rejected",
    three_ds: true,
    outcome: "rejected",
    system: "VISA",
  },
  {
    number: "5105105105105100",
    name: "mastercard-3ds-rejected",
    three_ds: true,
    outcome: "rejected",
    system: "MASTERCARD",
  },
  {
    number: "4444333322221111",
    name: "visa-rejected",
    three_ds: false,
    outcome: "rejected",
    system: "VISA",
  },
  {
    number: "5100000020002000",
    name: "mastercard-rejected",
    three_ds: false,
    outcome: "rejected",
    system: "MASTERCARD",
  },
  {
    number: "4000000000000044",
    name: "visa-no-funds",
    three_ds: false,
    outcome: "insufficient_funds",
    system: "VISA",
  },
]

/** The card a control call pays with when it names none: success at once, no 3-D Secure. */
export const DEFAULT_CARD = "4111111111111111"

export const findTestCard = (number: string): TestCard | undefined =>
  TEST_CARDS.find((card) => card.number === number.replace(/[\s-]/g, ""))

/** By number or by name. */
export const testCardNamed = (text: string): TestCard | undefined =>
  findTestCard(text) ?? TEST_CARDS.find((card) => card.name === text)

/** "12/30", "1230", "1 / 2030". */
export const EXPIRY = /^(0?[1-9]|1[0-2])\s*\/?\s*(\d{2}|\d{4})$/

/** The card as it was put forward, with the date that was written on it. */
export function withExpiry(card: TestCard, expiry: string): TestCard {
  const [, month, year] = EXPIRY.exec(expiry.trim()) ?? []
  if (month === undefined || year === undefined) return card
  const end = Date.UTC((Number(year) % 100) + 2000, Number(month), 0)
  return { ...card, expires_at: new Date(end).toISOString().replace(".000", "") }
}

/** "2030-12-31T00:00:00Z". A card that came without its date, as from a phone, has one as well. */
export const expiryOf = (card: TestCard): string => card.expires_at ?? "2031-04-30T00:00:00Z"

/**
 * "424242******4242": six and four digits, whoever is to see it. Live callbacks have been seen with
 * eight; consumers must shorten those by themselves.
 */
export const maskOf = ({ number }: TestCard): string =>
  `${number.slice(0, 6)}${"*".repeat(number.length - 10)}${number.slice(-4)}`
