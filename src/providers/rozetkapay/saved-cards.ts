import type { SavedCard } from "../../core/saved-card"
import type { ShopperLanguage } from "../../messages/language"
import type { AddedCard, CardOwner } from "../../provider/capabilities"
import { restOf, Spaced } from "../../provider/spaced"
import type { CardToAdd, CardWallet } from "./card-wallet"
import { problemOf, savedCardError } from "./saved-card-errors"

/** Milliseconds. */
const REST = 500

/**
 * A customer's saved cards. Always read from RozetkaPay, the only one who keeps them.
 * A card that is not in the customer's own list does not exist for them: RozetkaPay is
 * not asked about it, since how it answers about another customer's is not documented.
 *
 * Every method throws a `savedCardError`, a sentence for the shopper.
 */
export class SavedCards {
  /** However often a customer asks, RozetkaPay is asked once at a time, and then rests. Each process by itself: few ask more than one. */
  private readonly lists = new Spaced<SavedCard[]>(() => false, restOf(REST))

  constructor(private readonly wallet: CardWallet) {}

  list({ customerId, language }: CardOwner): Promise<SavedCard[]> {
    return told("reads", language, () =>
      this.lists.ask(customerId, () => this.wallet.list(customerId)),
    )
  }

  async own(owner: CardOwner, cardId: string): Promise<SavedCard> {
    const card = (await this.list(owner)).find(({ id }) => id === cardId)
    if (!card) throw savedCardError("no_such_card", owner.language)
    return card
  }

  async add({ customerId, language }: CardOwner, toAdd: CardToAdd): Promise<AddedCard> {
    const addition = await told("adds", language, () => this.wallet.add(customerId, toAdd))
    switch (addition.is) {
      case "saved":
      case "to_confirm":
        return addition
      case "refused":
        throw savedCardError("refused", language)
      case "not_known":
        throw savedCardError("maybe_added", language)
    }
  }

  async remove(owner: CardOwner, cardId: string): Promise<void> {
    await this.own(owner, cardId)
    const { customerId, language } = owner
    const isDone = await told("changes", language, () => this.wallet.remove(customerId, cardId))
    if (!isDone) throw savedCardError("no_answer", language)
  }

  async makeDefault(owner: CardOwner, cardId: string): Promise<SavedCard> {
    const card = await this.own(owner, cardId)
    const { customerId, language } = owner
    const isDone = await told("changes", language, () =>
      this.wallet.makeDefault(customerId, cardId),
    )
    if (!isDone) throw savedCardError("no_answer", language)
    return { ...card, isDefault: true }
  }

  /** Every card of a customer who is leaving; gives up at the first that can't be removed now. */
  async removeAll(owner: CardOwner): Promise<void> {
    const { customerId, language } = owner
    for (const { id } of await this.list(owner)) {
      await told("changes", language, () => this.wallet.remove(customerId, id))
    }
  }
}

const told = async <Answer>(
  asked: "adds" | "reads" | "changes",
  language: ShopperLanguage,
  ask: () => Promise<Answer>,
): Promise<Answer> => {
  try {
    return await ask()
  } catch (error) {
    const problem = problemOf(error, asked)
    throw problem ? savedCardError(problem, language) : error
  }
}
