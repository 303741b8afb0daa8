/**
 * What RozetkaPay answered, in plain camelCase. Amounts are plain decimal strings without needless
 * zeros ("1249.9", "100") in the major unit; ids are strings; null says "not in the answer".
 *
 * @see https://cdn.rozetkapay.com/public-docs/index.html#tag/payments
 */

import type { CardFace } from "./wallet-results"

/** A status that the gateway's document does not name, or none at all, is "unknown". */
export type OperationStatus = "init" | "pending" | "success" | "failure" | "unknown"

/** The id that charges the card again is not in here: see `recurrentIdOf`. */
export type OperationDetails = {
  /** The same id comes twice when an operation is first pending and then final. */
  operationId: string | null
  amount: string | null
  currency: string | null
  status: OperationStatus
  /** The gateway's code as it came; the list of codes is open. */
  statusCode: string | null
  statusDescription: string | null
  /** purchase, auth, capture, void, refund, … */
  method: string | null
  paymentId: string | null
  transactionId: string | null
  createdAt: string | null
  processedAt: string | null
  rrn: string | null
  authCode: string | null
  /** The acquirer's fee, in `feeCurrency` (the operation's when it names none). */
  fee: string | null
  feeCurrency: string | null
  bankName: string | null
  /** The acquirer's: what banks and their statements know the merchant by. */
  terminalName: string | null
  merchantId: string | null
  terminalId: string | null
  billingOrderId: string | null
  gatewayOrderId: string | null
  /** null: there is no receipt of the tax authority's, or it is not told of. */
  fiscalization: Fiscalization | null
}

/** The receipt of the tax authority's for a movement. */
export type Fiscalization = {
  id: string | null
  receiptUrl: string | null
  /** Pending, Success or Failed; the list is open. */
  status: string | null
  code: string | null
  /** The code in the document's words; null when it has none. */
  meaning: string | null
  description: string | null
}

/** Where to send the shopper next. */
export type Action = { type: string; value: string }

/** How the shopper paid. The card's token is left out on purpose. */
export type PaymentMethod = {
  type: string | null
  /** Where the card was issued, by its first digits: "UA". */
  binCountry: string | null
} & CardFace

export type PaymentOperation = {
  id: string | null
  externalId: string | null
  /** payment, confirm, cancel, refund, lookup, recurrent, …; some products' callbacks have none. */
  operation: string | null
  /** The request was accepted. It does NOT mean that anybody has paid. */
  isSuccess: boolean
  actionRequired: boolean
  action: Action | null
  details: OperationDetails | null
  receiptUrl: string | null
  /** Empty when the answer has none. */
  metadata: Record<string, string>
  paymentMethod: PaymentMethod | null
}

export type PaymentInfo = {
  id: string | null
  externalId: string | null
  amount: string | null
  currency: string | null
  amountConfirmed: string | null
  amountCanceled: string | null
  amountRefunded: string | null
  purchased: boolean | null
  confirmed: boolean | null
  canceled: boolean | null
  refunded: boolean | null
  purchaseDetails: OperationDetails[]
  confirmationDetails: OperationDetails[]
  cancellationDetails: OperationDetails[]
  refundDetails: OperationDetails[]
  action: Action | null
  actionRequired: boolean
  receiptUrl: string | null
  createdAt: string | null
  /** What the payer paid with. */
  paymentMethod: PaymentMethod | null
}

export type PaymentReceipt = { receiptUrl: string | null }

export type KeysStatus = { status: string }

/** One operation of the login, from RozetkaPay's ledgers. */
export type TransactionRow = {
  orderId: string | null
  transactionId: string | null
  externalId: string | null
  unifiedExternalId: string | null
  /** auth, purchase, capture, void, refund, … */
  operationType: string | null
  /** Success, Failed, Pending, …: other words than in `OperationDetails`. */
  status: string | null
  statusCode: string | null
  originalAmount: string | null
  payerAmount: string | null
  currency: string | null
  payerFee: string | null
  merchantFee: string | null
  paymentMethod: string | null
  rrn: string | null
  authCode: string | null
  createdAt: string | null
  processedAt: string | null
}
