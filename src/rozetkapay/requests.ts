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

export type CreatePaymentRequest = {
  externalId: string
  amount: string
  /** ISO 4217. */
  currency: string
  mode: "hosted" | "direct" | "express_checkout"
  /** false: hold the amount now, take it by `confirmPayment` later. true: take it at once. */
  confirm: boolean
  callbackUrl?: string
  resultUrl?: string
  description?: string
  customer?: Customer
  products?: Product[]
  checkoutTtlMinutes?: number
  /** At most 10 keys of 30 characters, with values of 200 characters. */
  metadata?: Record<string, string>
  unifiedExternalId?: string
  payload?: string
}

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
