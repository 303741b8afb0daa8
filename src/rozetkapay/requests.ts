/**
 * What can be asked of RozetkaPay's payments API, in plain camelCase.
 *
 * Amounts are exact decimal strings ("1249.99"): they are written into the request digit by digit,
 * so no float ever touches them. An absent `amount` of a confirm, cancel or refund means all of it.
 *
 * @see https://cdn.rozetkapay.com/public-docs/index.html#tag/payments
 */

/** A line of the receipt. Quantity and amounts are decimal strings; taxGroup is an integer. */
export type Product = {
  id?: string
  name?: string
  description?: string
  category?: string
  /** Url of a picture. */
  image?: string
  url?: string
  quantity?: string
  /** For one piece, in the major unit of `currency` (the document does not say; RozetkaPay's own WooCommerce plugin multiplies). */
  netAmount?: string
  vatAmount?: string
  currency?: string
  /** The tax group's number, as set up at the fiscal service. */
  taxGroup?: number
}

export type Customer = {
  email?: string
  firstName?: string
  lastName?: string
  patronym?: string
  phone?: string
  /** At most 100 characters. */
  address?: string
  city?: string
  /** ISO 3166-1 alpha-2. */
  country?: string
  postalCode?: string
  externalId?: string
  /** IPv4. */
  ipAddress?: string
  /** Language of the hosted page. */
  locale?: "UK" | "EN" | "PL"
  colorMode?: "white" | "dark"
}

/** The browser as 3-D Secure 2 wants it; every value is text, numbers and booleans too. */
export type BrowserFingerprint = {
  acceptHeader: string
  colorDepth: string
  ipAddress: string
  javaEnabled: string
  language: string
  screenHeight: string
  screenWidth: string
  timeZone: string
  timeZoneOffset: string
  userAgent: string
}

/**
 * What the shopper pays with, always as a token. The gateway also takes whole card numbers and
 * decrypted wallet payloads; they are left out on purpose, so that a store never holds one.
 */
export type CustomerPaymentMethod = {
  /** false skips 3-D Secure, true demands it; absent leaves it to the gateway. */
  use3dsFlow?: boolean
} & (
  | {
      type: "cc_token"
      /** From the card widget, good for one payment. */
      token: string
      /** Keep the card in the customer's wallet. Needs the customer's external id. */
      saveToWallet?: boolean
    }
  /** `token`: the encrypted payload as the device gave it, in base64. */
  | { type: "google_pay" | "apple_pay"; token: string }
  /** A card of the customer's wallet, by `WalletCard.optionId`. Needs the customer's external id. */
  | { type: "wallet"; optionId: string }
)

export type DirectCustomer = Customer & {
  paymentMethod: CustomerPaymentMethod
  fingerprint?: BrowserFingerprint
}

type NewPayment = {
  externalId: string
  amount: string
  /** ISO 4217. */
  currency: string
  /** false: hold the amount now, take it by `confirmPayment` later. true: take it at once. */
  confirm: boolean
  callbackUrl?: string
  /** Where the shopper comes back to, from the hosted page or from 3-D Secure. */
  resultUrl?: string
  description?: string
  products?: Product[]
  /** At most 10 keys of 30 characters, with values of 200 characters. */
  metadata?: Record<string, string>
  unifiedExternalId?: string
  payload?: string
  /** true: ask for a recurrent id (see `recurrentIdOf`), which can charge the same card again. */
  initRecurrentPayment?: boolean
}

/** A payment on RozetkaPay's own page. */
export type PagePaymentRequest = NewPayment & {
  mode: "hosted" | "express_checkout"
  customer?: Customer
  checkoutTtlMinutes?: number
}

/** A payment with what the shopper has already given in the store. */
export type DirectPaymentRequest = NewPayment & { mode: "direct"; customer: DirectCustomer }

export type CreatePaymentRequest = PagePaymentRequest | DirectPaymentRequest

/** A charge without the shopper, in the currency of the payment that gave the recurrent id. */
export type RecurrentPaymentRequest = {
  /** Charges a card: as secret as a password. */
  recurrentId: string
  externalId: string
  amount: string
  /** false: hold the amount now, take it by `confirmPayment` later. true: take it at once. */
  confirm: boolean
  callbackUrl?: string
  payload?: string
  /** At most 10 keys of 30 characters, with values of 200 characters. */
  metadata?: Record<string, string>
  unifiedExternalId?: string
}

/** Verifies a card without charging it. The endpoint takes no external_id: know it by the answer's id. */
export type CardLookupRequest = {
  callbackUrl?: string
  resultUrl?: string
  currency?: string
  description?: string
  payload?: string
} & ({ mode: "hosted"; customer?: Customer } | { mode: "direct"; customer: DirectCustomer })

/** A confirm, a cancel or a refund; `amount` absent means all of it. */
export type ChangePaymentRequest = {
  externalId: string
  amount?: string
  currency?: string
  callbackUrl?: string
  /** Required by the gateway for a part of a payment on a fiscalised project. */
  products?: Product[]
}

export type PaymentReference = { externalId: string }

export type ResendCallbackRequest = {
  externalId: string
  /** Which callback: "payment", "confirm", "cancel", "refund". Absent: the gateway's choice. */
  operation?: string
}

export type TransactionsReportRequest = {
  /** YYYY-MM-DD, at most 90 days back. */
  dateFrom: string
  /** YYYY-MM-DD, at most 14 days after `dateFrom`. */
  dateTo: string
  /** auth, void, purchase, capture, refund, … Absent: every one. */
  operationTypes?: string[]
  /** Success, Failed, Pending, … Absent: every one. */
  statuses?: string[]
}
