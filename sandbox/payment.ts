import type { AlternativeTerms } from "./alternative/ways"
import type { TestCard } from "./cards"
import type { ExpressOrder } from "./express/order"
import { type Minor, sum } from "./money"
import type { Quirks } from "./quirks"

export type OperationName =
  | "payment"
  | "confirm"
  | "cancel"
  | "refund"
  | "lookup"
  | "recurrent"
  | "credit"
export type OperationStatus = "pending" | "success" | "failure"
export type Actor = "api" | "shopper" | "cabinet" | "bank"
export type Method =
  | "purchase"
  /** Ordered to be paid for on delivery: no money at all. */
  | "postpayment"
  | "auth"
  | "capture"
  | "void"
  | "refund"
  | "chargeback"
  | "representment"
  | "lookup"
  | "p2p"
  | "credit"

/** What a card was put forward by; "hosted" = typed in on the gateway's own page. */
export type Via =
  | "hosted"
  | "cc_token"
  | "apple_pay"
  | "google_pay"
  | "wallet"
  | "recurrent"
  | "on_delivery"
  | LegacyVia

/** What only the legacy API takes. */
export type LegacyVia = "cc_number" | "privat24" | "privat_payparts" | "credit_pay" | "przelewy24"

/** One movement, or attempted movement, of a payment's money. */
export type Operation = {
  operation_id: string
  transaction_id: string
  /** Each attempt to pay has one of its own; what is done with the money has the one that it came by. */
  payment_id: string
  operation: OperationName
  method: Method
  amount: Minor
  currency: string
  status: OperationStatus
  status_code: string
  status_description: string
  at: string
  processed_at: string | null
  by: Actor
  /** Only an attempt to pay has a card and a page. */
  card: TestCard | null
  via: Via | null
  page_id: string | null
  /** The payer wants the card in the wallet; whether it is there. */
  save_card: boolean
  saved_card: boolean
  /** Given to the first payment of a series once it has succeeded. */
  recurrent_id: string | null
  callback_url: string | null
  payload: string | null
  /** What the shopper told on the express page. */
  express: ExpressOrder | null
  /** The batch's operation that an order's one is a part of. */
  part_of: string | null
}

/** What a create asks for one seller of a batch. */
export type OrderTerms = {
  external_id: string
  /** The seller's project. */
  api_key: string
  amount: Minor
  init_recurrent: boolean
  /** The order as received. */
  body: CreateBody
}

/** What a create of the instalments API asks for besides money. */
export type PaypartsTerms = {
  bank: string
  parts: number
  phone: string | null
  /** Where the bank asks the customer: in its app, or on a page that the store has to lead to. */
  asks: "app" | "page"
}

/**
 * What one create asked for: a hosted page keeps the terms it was opened with. In the other modes
 * nothing is shown but the bank's own page.
 */
export type Page = {
  page_id: string
  mode: "hosted" | "express" | "direct" | "recurrent"
  /** The payer's id at the merchant: whose wallet a card may be saved to, and paid from. */
  customer_external_id: string | null
  /** init_recurrent_payment */
  init_recurrent: boolean
  amount: Minor
  currency: string
  confirm: boolean
  callback_url: string | null
  result_url: string | null
  expires_at: number
  /** Of a batch: what it is split into. */
  orders: OrderTerms[]
  /** Of an order that is paid in instalments. */
  payparts: PaypartsTerms | null
  /** Of a payment by BLIK, leasing, Przelewy24 and the like. */
  alternative: AlternativeTerms | null
}

export type CreateBody = Record<string, unknown>

export type Payment = {
  /**
   * A lookup verifies a card and moves no money. A transfer goes from card to card, a payout to a
   * card; neither is money of the shop's.
   * A batch's money is its orders'. Payparts is an order that the customer pays to a bank in
   * instalments.
   */
  kind: "payment" | "lookup" | "transfer" | "payout" | "batch" | "payparts" | "alternative"
  id: string
  login: string
  on_behalf_of: string | null
  project_id: string
  external_id: string
  amount: Minor
  currency: string
  confirm: boolean
  callback_url: string | null
  result_url: string | null
  metadata: Record<string, string> | null
  created_at: string
  /** The body of the last create, as received. */
  request: CreateBody
  pages: Page[]
  operations: Operation[]
  /** Of a batch: its orders, payments themselves. */
  orders: Payment[]
  /** Of an order: the batch that it is a part of, and the seller's project. */
  part: { batch: Payment; api_key: string } | null
}

export type Ledger = {
  held: Minor
  captured: Minor
  canceled: Minor
  refunded: Minor
  refunding: Minor
}

/** The attempt that brought money, if there is one: at most one per payment. */
export const paidBy = (payment: Payment): Operation | undefined =>
  payment.operations.find(
    (one) =>
      one.operation === "payment" && one.status === "success" && one.method !== "postpayment",
  )

/** The order that is to be paid for on delivery: a success without money. */
export const orderedBy = (payment: Payment): Operation | undefined =>
  payment.operations.find((one) => one.method === "postpayment")

/** The attempt that succeeded, with money or without: nothing can be paid after it. */
export const concludedBy = (payment: Payment): Operation | undefined =>
  payment.operations.find(
    (one) =>
      one.status === "success" && (one.operation === "payment" || one.operation === "lookup"),
  )

export const pageOf = (payment: Payment, operation: Operation): Page | undefined =>
  payment.pages.find((page) => page.page_id === operation.page_id)

/** Whether the shopper pays on a page of the gateway's own. */
export const isShown = ({ mode }: Page): boolean => mode === "hosted" || mode === "express"

export const hostedPageOf = (payment: Payment): Page | undefined =>
  payment.pages.filter(isShown).at(-1)

export const isExpress = ({ pages }: Payment): boolean =>
  pages.some(({ mode }) => mode === "express")

/** What the shopper of an express order told: at the attempt that succeeded, else at the latest. */
export const expressOrderOf = (payment: Payment, operation?: Operation): ExpressOrder | null =>
  operation?.express ??
  concludedBy(payment)?.express ??
  payment.operations.filter(({ express }) => express !== null).at(-1)?.express ??
  null

/** Charges of a series may be announced under a name of their own. */
export const nameOf = (operation: Operation, quirks: Quirks): OperationName =>
  operation.via === "recurrent" && quirks.recurrent_operation === "recurrent"
    ? "recurrent"
    : operation.operation

export function ledgerOf(payment: Payment): Ledger {
  if (payment.kind === "batch") return payment.orders.map(ledgerOf).reduce(together, NOTHING)
  const total = (method: Method, status: OperationStatus = "success") =>
    sum(
      payment.operations
        .filter((one) => one.method === method && one.status === status)
        .map((one) => one.amount),
    )
  const captured = total("capture")
  const canceled = total("void")
  return {
    held: total("auth") - captured - canceled,
    captured: total("purchase") + captured,
    canceled,
    // What a P2P credit pays out of a payment has left the shop as well.
    refunded:
      total("refund") +
      (payment.kind === "payment" ? total("credit") : 0n) +
      total("chargeback") -
      total("representment"),
    refunding: total("refund", "pending"),
  }
}

const NOTHING: Ledger = { held: 0n, captured: 0n, canceled: 0n, refunded: 0n, refunding: 0n }

const together = (a: Ledger, b: Ledger): Ledger => ({
  held: a.held + b.held,
  captured: a.captured + b.captured,
  canceled: a.canceled + b.canceled,
  refunded: a.refunded + b.refunded,
  refunding: a.refunding + b.refunding,
})

export const PAYMENT_STATES = [
  "unpaid",
  "pending",
  "declined",
  "held",
  "partly_captured",
  "captured",
  "verified",
  "transferred",
  "on_delivery",
  "paid_out",
  "canceled",
  "partly_refunded",
  "refunded",
] as const
export type PaymentState = (typeof PAYMENT_STATES)[number]

export function stateOf(payment: Payment): PaymentState {
  const ledger = ledgerOf(payment)
  if (payment.kind === "lookup" && concludedBy(payment)) return "verified"
  if (payment.kind === "transfer" && concludedBy(payment)) return "transferred"
  if (payment.kind === "payout" && concludedBy(payment)) return "paid_out"
  if (orderedBy(payment)) return "on_delivery"
  if (!paidBy(payment)) {
    const last = payment.operations.at(-1)
    if (!last) return "unpaid"
    return last.status === "pending" ? "pending" : "declined"
  }
  if (ledger.captured === 0n) return ledger.held > 0n ? "held" : "canceled"
  if (ledger.refunded === ledger.captured && ledger.held === 0n) return "refunded"
  if (ledger.refunded > 0n) return "partly_refunded"
  return ledger.held > 0n ? "partly_captured" : "captured"
}
