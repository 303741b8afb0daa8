import { createHash } from "node:crypto"
import { DEFAULT_CARD, findTestCard, type TestCard } from "../cards"

/** The card token that the document's examples use: a card with 3-D Secure, as in their answers. */
const TOKEN_OF_EXAMPLES = "ODJkZjBhNmY2OTMyNDJlN2wjMjFjfTQzOXU3ZDFhYzI6cWJmWHFmMHlzM3hYaXJMWEZv"
const CARD_OF_EXAMPLES = "4242424242424242"

/** "RozetkaPay card tokens": of cards that have paid, good for any number of payments at the same POS. */
export class LegacyCardTokens {
  private readonly cards = new Map<string, TestCard>()

  /** The same card has the same token at one POS, and another at each other. */
  tokenOf(login: string, card: TestCard): string {
    const token = createHash("sha384").update(`${login} ${card.number}`).digest("base64url")
    this.cards.set(keyOf(login, token), card)
    return token
  }

  find(login: string, token: string): TestCard | undefined {
    return token === TOKEN_OF_EXAMPLES
      ? findTestCard(CARD_OF_EXAMPLES)
      : this.cards.get(keyOf(login, token))
  }

  clear(): void {
    this.cards.clear()
  }
}

const keyOf = (login: string, token: string) => `${login} ${token}`

/** What stands for a payer at Privat24, a credit or Przelewy24: no card is shown to anybody. */
export const standInCard = (): TestCard => {
  const card = findTestCard(CARD_OF_EXAMPLES) ?? findTestCard(DEFAULT_CARD)
  if (!card) throw new Error("The sandbox's own test card is missing")
  return card
}
