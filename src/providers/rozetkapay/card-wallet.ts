import type { CardAddition, NewCard, SavedCard } from "../../core/saved-card"
import type {
  AddWalletCardRequest,
  BrowserFingerprint,
  RozetkaPayClient,
  WalletCard,
} from "../../rozetkapay/client"
import { nextPage } from "../current-api/next-page"

export type CardToAdd = {
  /** Null: the shopper gives it on RozetkaPay's page. */
  card: NewCard | null
  makeDefault: boolean
  fingerprint: BrowserFingerprint | null
  callbackUrl: string
  /** Where the shopper comes back to from RozetkaPay's page or from 3-D Secure. */
  resultUrl: string
}

/**
 * The customers' saved cards at RozetkaPay. `customerId` is the store's own, and
 * RozetkaPay believes it: only who knows that this customer is asking may call.
 * Every method throws `RozetkaPayError` and nothing else.
 */
export class CardWallet {
  constructor(private readonly wallet: RozetkaPayClient["wallet"]) {}

  async list(customerId: string): Promise<SavedCard[]> {
    const { cards } = await this.wallet.cards({ customerExternalId: customerId })
    // The list of types is open; what is no card could not be deleted or named the default as one.
    return cards.filter(({ type }) => type === null || type === "card").map(savedCard)
  }

  async add(customerId: string, toAdd: CardToAdd): Promise<CardAddition> {
    const answer = await this.wallet.addCard({
      customerExternalId: customerId,
      makeDefault: toAdd.makeDefault,
      callbackUrl: toAdd.callbackUrl,
      resultUrl: toAdd.resultUrl,
      ...modeOf(toAdd),
    })
    const url = nextPage(answer.action)
    if (answer.status === "failure") return { is: "refused" }
    if (answer.status === "success" && answer.card && !answer.actionRequired) {
      return { is: "saved", card: savedCard(answer.card) }
    }
    return url ? { is: "to_confirm", url } : { is: "not_known" }
  }

  /** @returns whether RozetkaPay said that it is done */
  async remove(customerId: string, cardId: string): Promise<boolean> {
    const request = { customerExternalId: customerId, optionId: cardId }
    return (await this.wallet.deleteCard(request)).done
  }

  /** @returns whether RozetkaPay said that it is done */
  async makeDefault(customerId: string, cardId: string): Promise<boolean> {
    const request = { customerExternalId: customerId, optionId: cardId }
    return (await this.wallet.setDefaultCard(request)).done
  }
}

type Mode =
  | Pick<Extract<AddWalletCardRequest, { mode: "hosted" }>, "mode">
  | Pick<Extract<AddWalletCardRequest, { mode: "direct" }>, "mode" | "card" | "fingerprint">

const modeOf = ({ card, fingerprint }: CardToAdd): Mode =>
  card ? { mode: "direct", card, ...(fingerprint && { fingerprint }) } : { mode: "hosted" }

const savedCard = (card: WalletCard): SavedCard => ({
  id: card.optionId,
  mask: card.mask,
  brand: card.paymentSystem,
  expiry: /^\d{4}-\d{2}\b/.exec(card.expiresAt ?? "")?.[0] ?? null,
  bank: card.bank,
  name: card.name,
  isDefault: card.isDefault,
})
