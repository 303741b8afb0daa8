import type { Action, OperationStatus } from "./results"

/** What a person may see of a card. Its token and number are left out on purpose. */
export type CardFace = {
  /** "424242******4242" */
  mask: string | null
  /** "VISA", "MASTERCARD", … */
  paymentSystem: string | null
  /** The bank's short name. */
  bank: string | null
  /** As it came, mostly ISO 8601: "2031-04-30T00:00:00Z". */
  expiresAt: string | null
}

/** A card of a customer's wallet. */
export type WalletCard = CardFace & {
  /** Pays as `wallet`, for this customer only. */
  optionId: string
  /** "card"; the list is open. */
  type: string | null
  /** What the shopper calls it. */
  name: string | null
  isDefault: boolean
}

/** The gateway's name and address of the customer are left out: the store has its own. */
export type CustomerWallet = { customerExternalId: string | null; cards: WalletCard[] }

/** The answer to adding a card, and the callback after its confirmation. */
export type WalletCardAddition = {
  /** "add_payment_method" */
  operation: string | null
  /** Only success is a saved card. */
  status: OperationStatus
  actionRequired: boolean
  /** RozetkaPay's page, or 3-D Secure. */
  action: Action | null
  card: WalletCard | null
  customerExternalId: string | null
  createdAt: string | null
}

export type WalletCardConfirmation = CardFace & {
  optionId: string | null
  isConfirmed: boolean
  status: OperationStatus
}

/** `done` false: the gateway did not say that it is so now. Read the wallet. */
export type WalletChange = { optionId: string | null; done: boolean }
