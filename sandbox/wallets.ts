import { randomUUID } from "node:crypto"
import type { TestCard } from "./cards"
import type { Quirks } from "./quirks"

/** A customer of a merchant: the same id at two merchants is two people. */
export type WalletOwner = { login: string; customer_external_id: string }

export type WalletCard = WalletOwner & {
  option_id: string
  card: TestCard
  name: string | null
  is_default: boolean
  is_confirmed: boolean
  created_at: string
}

type Clock = { quirks: Quirks; now(): string }

/** Saved cards, in the order they were added. */
export class Wallets {
  private cards: WalletCard[] = []

  /** Every card of a customer, confirmed or not. */
  of({ login, customer_external_id }: WalletOwner): WalletCard[] {
    return this.cards.filter(
      (one) => one.login === login && one.customer_external_id === customer_external_id,
    )
  }

  find(owner: WalletOwner, option_id: string): WalletCard | undefined {
    return this.of(owner).find((one) => one.option_id === option_id)
  }

  /** Puts a card in, not confirmed yet; the same card again may be the entry it has. */
  add(owner: WalletOwner, card: TestCard, clock: Clock): WalletCard {
    const same = this.of(owner).find((one) => one.is_confirmed && one.card.number === card.number)
    if (same && clock.quirks.same_card_again === "same_option") {
      // A renewed card has its number still.
      same.card = card
      return same
    }
    const entry: WalletCard = {
      login: owner.login,
      customer_external_id: owner.customer_external_id,
      option_id: randomUUID(),
      card,
      name: null,
      is_default: false,
      is_confirmed: false,
      created_at: clock.now(),
    }
    this.cards.push(entry)
    return entry
  }

  confirm(entry: WalletCard, quirks: Quirks, make_default = false): WalletCard {
    entry.is_confirmed = true
    const others = this.of(entry).filter((one) => one.is_confirmed && one !== entry)
    const byItself = quirks.wallet_keeps_a_default && others.every((one) => !one.is_default)
    if (make_default || byItself) this.makeDefault(entry)
    return entry
  }

  /** Saves a card that a payment has proven. */
  keep(owner: WalletOwner, card: TestCard, clock: Clock, make_default = false): WalletCard {
    return this.confirm(this.add(owner, card, clock), clock.quirks, make_default)
  }

  makeDefault(entry: WalletCard): void {
    for (const one of this.of(entry)) one.is_default = one === entry
  }

  remove(entry: WalletCard, quirks: Quirks): void {
    this.cards = this.cards.filter((one) => one !== entry)
    const [first] = this.of(entry).filter((one) => one.is_confirmed)
    if (entry.is_default && first && quirks.wallet_keeps_a_default) this.makeDefault(first)
  }

  list(): WalletCard[] {
    return this.cards
  }

  clear(): void {
    this.cards = []
  }
}
