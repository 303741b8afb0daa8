import type {
  LegacyBrowser,
  LegacyChange,
  LegacyOrder,
  LegacyPayment,
  P2pCreditByToken,
} from "./requests"

/**
 * Requests that hold a card's number, or pay out. Whoever sends them must be PCI DSS compliant and
 * have them allowed by contract. Numbers are neither kept, logged nor repeated in errors.
 */

/** A payer's whole card. */
export type PayersCard = {
  /** 13 to 20 digits. */
  number: string
  month: number
  /** Two digits, as in the document's examples: 24. */
  year: number
  cvv: string
}

export type CardPayment = LegacyPayment & {
  card: PayersCard
  /** For P2P payments; the alternative to `recipient.cardToken`. */
  recipientCardNumber?: string
}

/** From card to card. */
export type CardTransfer = LegacyOrder & {
  /** A whole card, or a RozetkaPay token. */
  from: PayersCard | { token: string }
  recipientCardNumber: string
  browser?: LegacyBrowser
}

/** Verifies a card; the amount is not charged for good. */
export type LegacyCardLookup = LegacyOrder & { card: PayersCard }

/** Pays money out to a card. `properties` name the recipient: see the document. */
export type CardCredit = LegacyOrder & { to: { number: string } | { token: string } }

/** Pays out what an order has collected, to a card. Absent amount: all of it. */
export type P2pCredit =
  | P2pCreditByToken
  | (Omit<P2pCreditByToken, "cardToken"> & LegacyChange & { cardNumber: string })
