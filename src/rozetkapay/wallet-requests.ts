import type { BrowserFingerprint } from "./requests"

/**
 * What can be asked of a customer's wallet of saved cards.
 *
 * The customer is named by the store's own id (the `external_id` of the customer, not of a payment).
 * RozetkaPay checks nothing else, so only a server that knows who is asking may call.
 * @see https://cdn.rozetkapay.com/public-docs/index.html#tag/customers
 */
export type WalletOwner = { customerExternalId: string }

/** `optionId`: `WalletCard.optionId`, a UUID. */
export type WalletCardReference = WalletOwner & { optionId: string }

type NewWalletCard = WalletOwner & {
  /** Make it the default one when it has been confirmed. */
  makeDefault?: boolean
}

/** The shopper gives the card on RozetkaPay's page: the answer's `action`. */
export type AddWalletCardByPageRequest = NewWalletCard & {
  mode: "hosted"
  /** Where the gateway reports how it ended (`readCallback`). */
  callbackUrl: string
  /** Where the shopper comes back to. */
  resultUrl: string
}

/** The card's token from the widget, or from a payment's answer. */
export type AddWalletCardByTokenRequest = NewWalletCard & {
  mode: "direct"
  card: {
    /** From the card widget, good for one use. */
    token: string
    /** The widget's `card_mask`: "424242******4242". */
    mask: string
    /** The widget's `expires_at`, as it came: "2031-04-30T00:00:00". */
    expiresAt: string
    /** false skips 3-D Secure. */
    use3dsFlow?: boolean
  }
  fingerprint?: BrowserFingerprint
  /** Called only after 3-D Secure; a final answer comes at once otherwise. */
  callbackUrl?: string
  resultUrl?: string
}

export type AddWalletCardRequest = AddWalletCardByPageRequest | AddWalletCardByTokenRequest
