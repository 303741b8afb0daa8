export type CardOutcome = "paid" | "rejected" | "insufficient_funds"

export type TestCard = {
  number: string
  /** How stand-in Apple Pay and Google Pay tokens name the card behind them. */
  name: string
  three_ds: boolean
  outcome: CardOutcome
  system: "VISA" | "MASTERCARD"
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

/** "42424242****4242", as live callbacks show it. */
export const maskOf = (card: TestCard): string =>
  `${card.number.slice(0, 8)}****${card.number.slice(-4)}`
