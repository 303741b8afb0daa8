import type { Choice } from "../core/choice"
import type { Instalments } from "../core/instalments"
import type { Instrument } from "../core/instrument"
import type { Money } from "../core/money"
import type { CardAddition, SavedCard } from "../core/saved-card"
import type { SellerLedger } from "../core/seller-ledger"
import type { ShopperLanguage } from "../messages/language"
import type { OrderToStart, PaymentReference } from "./payment-gateway"
import type { PaymentTerms } from "./session-data"
import type { Lines } from "./start/product-lines"
import type { PurchaseLine } from "./start/purchase"
import type { RequestFacts } from "./start/shopper-browser"
import type { InstrumentChoice, PaymentToChooseFor, PaymentToSplit } from "./start/start-session"
import type { WayReason } from "./ways-to-pay"

/*
 * What only some providers do, beside Medusa's hooks. One that does not has nothing to fill: whoever
 * needs it asks by the guard below its interface.
 */

/** One payment of the shopper's goes to several sellers. */
export interface SplitsPayments {
  /**
   * Which seller gets what.
   *
   * @throws MedusaError a sentence: it can't be split; nothing was sent
   */
  splitOf(payment: PaymentToSplit): OrderToStart[]
  /** Who has what of a payment. @throws RozetkaPayError */
  sellersOf(payment: PaymentReference): Promise<SellerLedger[]>
  /** Those of a payment's lines that are a seller's. */
  linesOfSeller(lines: Lines, seller: string): PurchaseLine[]
}

export const splitsPayments = (provider: object): provider is SplitsPayments =>
  "splitOf" in provider

/** Whose cards, and in which language they are told what is wrong. */
export type CardOwner = { customerId: string; language: ShopperLanguage }

export type AddedCard = Extract<CardAddition, { is: "saved" } | { is: "to_confirm" }>

/** Customers keep cards, and pay with them. Everything throws `SavedCardError`, a sentence for the shopper. */
export interface SavesCards {
  readonly cards: {
    list(owner: CardOwner): Promise<SavedCard[]>
    remove(owner: CardOwner, cardId: string): Promise<void>
    makeDefault(owner: CardOwner, cardId: string): Promise<SavedCard>
  }
  /** @param posted as `POST /store/rozetkapay/cards` has it */
  addCard(owner: CardOwner, posted: unknown, request: RequestFacts): Promise<AddedCard>
  /** Refuses to charge a card of another customer's, or to keep a guest's. Nothing was sent. */
  requireOwnCard(choice: InstrumentChoice): Promise<void>
}

export const savesCards = (provider: object): provider is SavesCards => "requireOwnCard" in provider

/** A consent, ready to be charged. In memory only. */
export type Consent = { recurrentId: string; currency: string }

/** What a customer has allowed, with nothing secret in it. */
export type ConsentStatus = {
  given: boolean
  mask: string | null
  /** ISO 8601. */
  given_at: string | null
  /** "uah": later payments can only be in this currency. */
  currency_code: string | null
}

/** A customer may be charged later without being there. */
export interface ChargesLater {
  readonly consents: {
    of(providerId: string, customerId: string): Promise<Consent | null>
    status(providerId: string, customerId: string): Promise<ConsentStatus>
    withdraw(providerId: string, customerId: string): Promise<void>
  }
  /** What the keys of later charges are derived from: nobody outside of the store can guess one. */
  readonly chargeSecret: string
  /**
   * The customer's consent as a means to pay.
   *
   * @throws MedusaError a sentence for the shopper: there is none, or not for this
   */
  consentedInstrument(choice: InstrumentChoice, customerId: string): Promise<Instrument>
  /** Keeps what a paid session allows later. Never throws: money comes first. */
  keepConsent(terms: PaymentTerms): Promise<void>
}

export const chargesLater = (provider: object): provider is ChargesLater =>
  "consentedInstrument" in provider

/** `code` counts once and is for nobody else's eyes: from the request to the call, in memory only. */
export type Chosen = { choice: Choice; code?: string }

/** Before the API is asked, the shopper chooses: a bank and how many parts, one of its methods. */
export interface TakesChoice {
  /**
   * Reads the choice of what was posted with the session, and refuses what can't be paid so.
   *
   * @throws MedusaError a sentence for the shopper; nothing was sent
   */
  choiceFor(payment: PaymentToChooseFor): Promise<Chosen>
}

export const takesChoice = (provider: object): provider is TakesChoice => "choiceFor" in provider

/** A bank that lets its customers pay in parts, beside an amount: ready to be shown. Amounts are decimals in the major unit. */
export type BankOffer = {
  /** What the session's `data` name it by. */
  bank: string
  /** As people call it, in the shopper's language. */
  name: string
  /** What the bank calls it, in its own words. */
  product_name: string | null
  logo_url: string | null
  /** Whether it asks the shopper by the telephone number of the cart's address. */
  needs_phone: boolean
  /**
   * How it may be paid: `parts` times `monthly`, of which the `last` one may differ by what does not
   * divide. `fee` is what the merchant pays to RozetkaPay for so many parts, as RozetkaPay tells it
   * (its own plugins read it as a percentage); the shopper pays the amount, and never the fee.
   */
  periods: (Instalments & { fee: string | null })[]
  /** What a purchase must cost at least, and at most (null: no limit), in hryvnias. */
  min: string
  max: string | null
  available: boolean
  /** Why it is not available. */
  reason: WayReason | null
}

/** Banks sell by it in instalments, each in its own parts and within its own limits. */
export interface OffersInstalments {
  /** @throws MedusaError a sentence for the shopper: RozetkaPay does not say which banks there are */
  instalmentsOf(money: Money, language: ShopperLanguage): Promise<BankOffer[]>
}

export const offersInstalments = (provider: object): provider is OffersInstalments =>
  "instalmentsOf" in provider

/** A shopper who has started a payment is asked elsewhere, and may take days to answer. */
export interface SaysWhereToConfirm {
  /** Which app to open, in a sentence for the page on which the shopper waits. */
  whereToConfirm(choice: Choice, language: ShopperLanguage): string
}

export const saysWhereToConfirm = (provider: object): provider is SaysWhereToConfirm =>
  "whereToConfirm" in provider
