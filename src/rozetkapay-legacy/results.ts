import type { LegacyStatus } from "./status-codes"

/**
 * What the legacy API answered, in plain camelCase. Amounts are plain decimal strings without
 * needless zeros, in the major unit (hryvnias: the document's examples are 0.28 and 1.50); ids are
 * strings; null says "not in the answer". Times are as they came: the document names no time zone.
 *
 * The customer's name, e-mail, phone and address, which answers repeat, are not read. Card tokens
 * are not in here either: see `cardTokenOf`.
 */

/** One movement of an order's money, or an attempt at one. */
export type LegacyTransaction = {
  /** Of secondary operations only (capture, void, refund, P2P credit): unique to each. */
  operationId: string | null
  /** The same for all that belongs to a payment. */
  paymentId: string | null
  transactionId: string | null
  orderId: string | null
  merchantOrderId: string | null
  gatewayOrderId: string | null
  billingOrderId: string | null
  posId: string | null
  /** hosted or direct. */
  mode: string | null
  /** purchase, auth, capture, void, refund, p2p, lookup, credit. The list is open. */
  method: string | null
  payway: string | null
  amount: string | null
  currency: string | null
  description: string | null
  /** By `status` and `status_code` together: see `statusOf`. */
  status: LegacyStatus
  /** `status` as it came. */
  statedStatus: string | null
  statusCode: string | null
  statusDescription: string | null
  userActionRequired: boolean
  /** Where the shopper has to go: 3-D Secure, Privat24, … Always http or https. */
  userActionUrl: string | null
  threeDs: ThreeDsResult
  mcc: string | null
  card: LegacyCard
  customerId: string | null
  resultUrl: string | null
  createdAt: string | null
  processedAt: string | null
  /** What the request carried, unchanged. */
  payload: string | null
  /** Empty when the answer has none. */
  properties: Record<string, string>
  /** Of credit gateways, e.g. `credit_register_id`. Empty when the answer has none. */
  gatewayProperties: Record<string, string>
  rrn: string | null
  authCode: string | null
  registryRefNo: string | null
  terminalName: string | null
  gateway: string | null
  acquirer: string | null
  comment: string | null
  /** The receipt as PDF; in webhooks only. */
  receiptUrl: string | null
  fee: { amount: string; currency: string | null } | null
  /** Of purchases in other currencies than UAH, at terminals that were set up for it. */
  dccRates: DccRate[]
}

export type ThreeDsResult = {
  /** "0" to "7", what the card scheme says of the authentication. */
  eci: string | null
  /** `options_3ds`, e.g. "supported". */
  options: string | null
}

export type LegacyCard = {
  /** "424242******4242". */
  mask: string | null
  /** Business, Private or Government. */
  type: string | null
  /** "VISA". */
  paymentSystem: string | null
  bank: string | null
  recipientMask: string | null
}

/** Decimal strings: what was paid in another currency, at which rate. */
export type DccRate = {
  amount: string | null
  currency: string | null
  rate: string | null
  commission: string | null
}

/** What became of a request for a hosted page: one of the two is there. */
export type LegacyHostedAnswer = {
  /** Where to send the shopper. */
  checkoutUrl: string | null
  /** Answered instead of a page: mostly a failure, such as an order id that has been paid already. */
  transaction: LegacyTransaction | null
}
