export type CardOutcome = "paid" | "rejected" | "insufficient_funds"

export type TestCard = {
  number: string
  three_ds: boolean
  outcome: CardOutcome
  system: "VISA" | "MASTERCARD"
}

/** RozetkaPay's published test cards. Any expiry, any CVV. */
export const TEST_CARDS: readonly TestCard[] = [
  { number: "4242424242424242", three_ds: true, outcome: "paid", system: "VISA" },
  { number: "5454545454545454", three_ds: true, outcome: "paid", system: "MASTERCARD" },
  { number: "4111111111111111", three_ds: false, outcome: "paid", system: "VISA" },
  { number: "5555555555554444", three_ds: false, outcome: "paid", system: "MASTERCARD" },
  { number: "4200000000000000", three_ds: true, outcome: "rejected", system: "VISA" },
  { number: "5105105105105100", three_ds: true, outcome: "rejected", system: "MASTERCARD" },
  { number: "4444333322221111", three_ds: false, outcome: "rejected", system: "VISA" },
  { number: "5100000020002000", three_ds: false, outcome: "rejected", system: "MASTERCARD" },
  { number: "4000000000000044", three_ds: false, outcome: "insufficient_funds", system: "VISA" },
]

/** The card a control call pays with when it names none: success at once, no 3-D Secure. */
export const DEFAULT_CARD = "4111111111111111"

export const findTestCard = (number: string): TestCard | undefined =>
  TEST_CARDS.find((card) => card.number === number.replace(/[\s-]/g, ""))

/** "42424242****4242", as live callbacks show it. */
export const maskOf = (card: TestCard): string =>
  `${card.number.slice(0, 8)}****${card.number.slice(-4)}`
