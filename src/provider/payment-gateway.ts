import type { Choice } from "../core/choice"
import type { Delivery } from "../core/delivery"
import type { ExternalId } from "../core/external-id"
import type { HowPaid } from "../core/how-paid"
import type { Instrument } from "../core/instrument"
import type { Decline, GatewayLedger } from "../core/ledger"
import type { Amount, Money } from "../core/money"
import type { Operation } from "../core/operation"
import type { ReportedOperation } from "../core/reported-ledger"
import type { ReportedPayout } from "../core/reported-payout"
import type { WantedShares } from "../core/seller-shares"
import type {
  BrowserFingerprint,
  Fiscalization,
  OperationStatus,
  PaymentMethod,
} from "../rozetkapay/client"

export type { Decline, GatewayLedger, OrderOfSeller, PaidOrder } from "../core/ledger"

/**
 * The port that every RozetkaPay API (cards, batch, legacy, …) is an adapter of.
 * The rules, syncing, routes and jobs know only this.
 */
export interface PaymentGateway {
  /** Opens a payment, or charges at once. At most one payment per external id succeeds. */
  start(payment: PaymentToStart): Promise<StartedPayment>
  /** Reads the gateway's ledger; all zeros while nobody has paid. */
  ledger(payment: PaymentReference, events: WebhookEvent[]): Promise<GatewayLedger>
  /** What staff may want to know besides the sums. Nothing in it charges again. */
  details(payment: PaymentReference): Promise<PaymentDetails>
  /**
   * Captures a held amount.
   *
   * @param wanted of which sellers, for a payment to several; by rule when nobody said.
   * @param lines for the receipt, when it is a part of the payment: of a whole the gateway has them.
   */
  capture(
    payment: PaymentReference,
    amount: Money,
    wanted?: WantedShares | null,
    lines?: PartLines,
  ): Promise<MovementOutcome>
  /** Gives up a held amount. */
  cancel(
    payment: PaymentReference,
    amount: Money,
    wanted?: WantedShares | null,
    lines?: PartLines,
  ): Promise<MovementOutcome>
  /** Refunds a captured amount; `wanted` and `lines` as for `capture`. */
  refund(
    payment: PaymentReference,
    amount: Money,
    wanted?: WantedShares | null,
    lines?: PartLines,
  ): Promise<MovementOutcome>
  /** Every operation of the login in a period of at most 14 days, at most 90 days back: the gateway's own ledgers. */
  operations(period: Period): Promise<ReportedOperation[]>
  /**
   * Asks for a payment's signed callback once more: the only proof of whose an unknown payment is.
   *
   * @param orders of a payment to several sellers, when they are known.
   */
  resendCallback(externalId: ExternalId, orders?: ExternalId[]): Promise<void>
}

/** An API that defers what the merchant's balance does not cover, and tries again by itself: `capabilities.defersRefunds`. */
export interface DefersRefunds {
  /** Tries the waiting refund of a payment again, now. */
  retryRefund(payment: PaymentReference): Promise<MovementOutcome>
  /** Gives the waiting refund of a payment up: it then counts as failed. */
  cancelRefund(payment: PaymentReference): Promise<MovementOutcome>
}

export const defersRefunds = (gateway: object): gateway is DefersRefunds => "retryRefund" in gateway

/** An API that says what it has paid out to the merchant. */
export interface TellsPayouts {
  /** Payment by payment, of the whole login: also of its other providers, and of other shops. */
  payouts(period: Period): Promise<ReportedPayout[]>
}

export const tellsPayouts = (gateway: object): gateway is TellsPayouts => "payouts" in gateway

/** Days, both included, as "YYYY-MM-DD". */
export type Period = { from: string; to: string }

export type PaymentReference = {
  externalId: ExternalId
  /** true: hold, then capture. The gateway's answers for the two look alike, so we must know what we asked for. */
  twoStep: boolean
  currency: string
  /** Where the gateway reports this payment's later operations. */
  callbackUrl: string
  /** The buyer chooses the delivery on the gateway's page as well. */
  express?: boolean
  /** External ids of the orders that a payment to several sellers consists of. */
  orders?: ExternalId[]
  /** What the shopper chose before it was started: `TakesChoice`. */
  choice?: Choice
}

export type PaymentToStart = PaymentReference & {
  amount: Amount
  resultUrl: string
  description: string
  /** The order's number, as the merchant knows it, once there is an order. */
  orderNumber?: string
  /** What it is for in Medusa's ids, for whoever reads RozetkaPay's cabinet. */
  payload?: string
  customer: Payer
  products: ProductLine[]
  metadata: Record<string, string>
  checkoutTtlMinutes?: number
  /** What the shopper pays with; null: they choose on RozetkaPay's page. */
  instrument: Instrument | null
  /** A code of the shopper's that counts once, beside their choice. In memory only. */
  code?: string
  /** Ask for the right to charge this customer later without them. */
  remember: boolean
  /** Which seller gets what; the amounts add up to `amount`. Absent: all is the login's own. */
  split?: OrderToStart[]
}

/** One seller's part of a payment. */
export type OrderToStart = {
  /** The seller's key in the store's options. */
  seller: string
  externalId: ExternalId
  amount: Amount
  description: string
  products: ProductLine[]
}

export type Payer = {
  /** The customer whose saved cards may be shown and used: only who is logged in. */
  externalId?: string
  email?: string
  firstName?: string
  lastName?: string
  patronym?: string
  phone?: string
  address?: string
  city?: string
  country?: string
  postalCode?: string
  locale?: "UK" | "EN" | "PL"
  colorMode?: "white" | "dark"
  /** IPv4. */
  ipAddress?: string
  /** Instead, for the APIs that take it. */
  ipv6Address?: string
  fingerprint?: BrowserFingerprint
}

export type ProductLine = {
  id?: string
  name: string
  quantity: string
  /** What the shopper pays for one, taxes and discounts included. */
  netAmount: Amount
  currency: string
  image?: string
  category?: string
  description?: string
  /** The product's page in the storefront. */
  url?: string
  taxGroup?: number
}

/**
 * The receipt's lines of a part of a payment, which add up to it; of one seller's goods, where a seller
 * is named. Read when asked for; none rather than an error.
 */
export type PartLines = (part: Money, seller: string | null) => Promise<ProductLine[]>

export type StartedPayment = {
  paymentId: string | null
  /** Where the shopper goes next: RozetkaPay's page or 3-D Secure. Null: nowhere. */
  checkoutUrl: string | null
  /** Why nothing was charged. Null says nothing about payment: the ledger does. */
  decline: Decline | null
  /** There is no such page, and the shopper is asked elsewhere: they wait on the store's own page. */
  waits?: boolean
}

export type PaymentDetails = {
  receiptUrl: string | null
  /** Every attempt and movement as the gateway lists them. Amounts are decimals in the major unit; times as they came. */
  operations: {
    operation: "payment" | "capture" | "cancel" | "refund"
    id: string | null
    amount: string | null
    currency: string | null
    status: OperationStatus
    code: string | null
    description: string | null
    rrn: string | null
    authCode: string | null
    fee: string | null
    feeCurrency: string | null
    bankName: string | null
    terminalName: string | null
    merchantId: string | null
    terminalId: string | null
    billingOrderId: string | null
    gatewayOrderId: string | null
    /** The tax receipt, with its code in words; null when there is none. */
    fiscalization: Fiscalization | null
    at: string | null
  }[]
  /** What the payer paid with: a card's mask, bank and country, never more of it. */
  paymentMethod: PaymentMethod | null
  /** What only some of the APIs tell. */
  remarks: Record<string, unknown>
}

/**
 * What a callback says whose signature was right: as good as the gateway's own answer to the same
 * question. The workflow engine writes it down, so nothing in it charges again.
 */
export type WebhookEvent = {
  /** Of the payment that it is about; null when it is about none of this store's. */
  externalId: ExternalId | null
  paymentId: string | null
  /** None when it tells of nothing that moves money. */
  operations: Operation[]
  /** The payment's metadata at the gateway; empty when it tells none. */
  metadata: Record<string, string>
  /** Where the goods go, when it tells so. */
  delivery?: Delivery
  /** How it was paid, when it tells of an attempt that has succeeded. */
  howPaid?: HowPaid
}

/** How a request to move money ended. A closed list: every caller says what each means for it. */
export type MovementOutcome =
  | { is: "done" }
  | { is: "pending" }
  | { is: "refused"; code: string | null; message: string }
  | { is: "unavailable"; message: string }
  /** The answer was lost: it may or may not have been done. */
  | { is: "unknown"; message: string }
