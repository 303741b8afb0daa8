import type { Decimal, OrderName, Sums, Time } from "./sums"

/** `GET /admin/rozetkapay/orders/:id`: all that the order's page shows, in one request. */
export type OrderPayments = {
  order: OrderName & { currency_code: string; email: string | null; is_canceled: boolean }
  /** Every RozetkaPay payment of the order, those of edits, exchanges, claims and links included, oldest first. */
  payments: PaymentOfOrder[]
  /** Tries that became no payment: declined, left, returned, or paid and not returned yet. Newest first, at most 50. */
  tries: TryOfOrder[]
  /** What nobody has paid of the order yet; null: nothing. */
  outstanding: Outstanding | null
  /** Holds that Medusa cancels with any confirmed edit as long as something is not captured. Empty: none. */
  holds_lost_by_edit: { payment_id: string; amount: Decimal; currency_code: string }[]
}

export type PaymentOfOrder = {
  payment_id: string
  provider_id: string
  /** Of its adapter, for people: "RozetkaPay: cards". */
  provider_title: string
  /** RozetkaPay's key of the payment, and its own id. */
  external_id: string
  rozetkapay_id: string | null
  currency_code: string
  created_at: Time
  /** What it is paid for: the cart, or a payment link of the order (edit, exchange, claim, or sent by staff). */
  purpose: "cart" | "link"
  store: Sums
  /** Null while RozetkaPay's ledger is not known: `agreement` says why. */
  gateway: Sums | null
  agreement: Agreement
  paid_with: PaidWith
  receipt_url: string | null
  /** Of each movement that has a tax receipt, newest first. */
  fiscal_receipts: FiscalReceipt[]
  /** What the merchant pays to RozetkaPay. Empty: it is not known, or not of each movement that it is of. */
  fees: { amount: Decimal; currency_code: string }[]
  /** When the bank may let the hold go; null: nothing is held, or it is not known. */
  hold_until: Time | null
  /** Of a marketplace's payment; null also while what one of them has is not known. */
  sellers: SellerOfPayment[] | null
  /** A refund that waits for the merchant's balance at RozetkaPay; `amount` null: RozetkaPay does not say of how much. */
  deferred_refund: { amount: Decimal | null } | null
  /** Newest first. */
  timeline: TimelineEntry[]
  actions: PaymentActions
}

/**
 * Whether the two ledgers say the same. `differs`: `next` is what will be done by itself (`will_sync`:
 * the reconcile job or a callback records it), or what staff should do. `unknown`: RozetkaPay's ledger could
 * not be read or understood.
 */
export type Agreement =
  | { is: "agrees" }
  | {
      is: "differs"
      differences: { sum: keyof Sums; store: Decimal; gateway: Decimal }[]
      /** Since when it is known to differ. */
      since: Time | null
      next: "will_sync" | "sync_now" | "compare_in_cabinet"
    }
  | { is: "unknown"; code: string; message: string }

export type PaidWith = {
  kind:
    | "card"
    | "google_pay"
    | "apple_pay"
    | "saved_card"
    | "instalments"
    | "blik"
    | "alternative"
    | "on_delivery"
    | "unknown"
  /** "5168 74** **** 1234": never more of a card. */
  mask: string | null
  /** "visa". */
  brand: string | null
  bank: string | null
  /** "UA". */
  bin_country: string | null
  /** Of instalments: how many, and each of how much; `monthly` null: it is not known. */
  instalments: { parts: number; monthly: Decimal | null } | null
  /** Of alternative payments: the method as the shopper chose it. */
  method: string | null
  rrn: string | null
  auth_code: string | null
  /** Whether the bank asked the shopper; null: RozetkaPay does not say. */
  three_d_secure: boolean | null
}

export type FiscalReceipt = {
  movement: "capture" | "refund" | "payment"
  status: string
  /** In words, as RozetkaPay has them. */
  description: string | null
  url: string | null
}

export type SellerOfPayment = Omit<Sums, "held"> & {
  /** The key in the options; null for one who is not there any more. */
  key: string | null
  name: string | null
  external_id: string
  held: Decimal
}

/** One thing that happened to a payment: an operation at RozetkaPay, and whose it was, as the store's rows say. */
export type TimelineEntry = {
  id: string
  at: Time | null
  kind: "payment" | "capture" | "cancel" | "refund" | "chargeback" | "action"
  /** Of an `action`: what staff did that moved nothing by itself. */
  action: StaffAction | null
  status: "success" | "pending" | "failure"
  amount: Decimal | null
  currency_code: string | null
  by: By
  /** RozetkaPay's, an open list; null: none. */
  code: string | null
  description: string | null
  /** What staff wrote of it. */
  note: string | null
}

export type StaffAction =
  | "sync"
  | "resend_callback"
  | "retry_refund"
  | "cancel_refund"
  | "cancel_remainder"
  | "payment_link"

/** `cabinet`: outside of the store, by RozetkaPay's cabinet or another program on the login. */
export type By = {
  is: "shopper" | "admin" | "api_key" | "plugin" | "cabinet" | "bank" | "unknown"
  /** Of an admin user or key: what people call them. */
  name: string | null
}

/** What can be done now. `why` is a code, of which the admin makes a sentence. */
export type Possible = { is: true } | { is: false; why: WhyNot }
/** `whole_only`: exactly `most`, or nothing. */
export type PossibleAmount =
  | { is: true; most: Decimal; whole_only: boolean }
  | { is: false; why: WhyNot }

export type WhyNot =
  | "gateway_unknown"
  | "nothing_held"
  | "nothing_captured"
  | "nothing_to_refund"
  | "cancel_the_order"
  | "differs"
  | "under_way"
  | "no_deferred_refund"
  | "not_deferred_here"
  | "no_sellers"
  | "order_canceled"
  | "no_provider"
  | "not_permitted"

export type PaymentActions = {
  capture: PossibleAmount
  cancel_remainder: PossibleAmount
  refund: PossibleAmount
  capture_by_seller: Possible
  refund_by_seller: Possible
  retry_refund: Possible
  cancel_refund: Possible
  resend_callback: Possible
  sync: Possible
}

export type TryOfOrder = {
  session_id: string
  provider_id: string
  at: Time | null
  /** Null: the store has deleted its session, and RozetkaPay does not say. */
  amount: Decimal | null
  currency_code: string
  /** `paid`: its money is there, held or captured; it may be on its way back. `returned`: none is there any more. */
  is: "open" | "declined" | "left" | "returned" | "paid" | "unknown"
  code: string | null
  description: string | null
}

export type Outstanding = {
  amount: Decimal
  currency_code: string
  /** The page of the open payment link, when there is one for exactly this. */
  link_url: string | null
  can_make_link: Possible
}

/**
 * Bodies of `POST /admin/rozetkapay/payments/:id/capture` and `…/refund`. `seen` is that sum of the store's
 * ledger as the person saw it: when it is another by now, nothing is sent (409 `moved_meanwhile`), so that a
 * second press, or a second window, does nothing twice.
 */
export type CaptureBody = { amount: Decimal; seen: { captured: Decimal } }
export type RefundBody = {
  amount: Decimal
  seen: { refunded: Decimal }
  note?: string
  /** The lines that go back, for the fiscal receipt; they need not add up to the amount. */
  items?: { item_id: string; quantity: number }[]
}

/**
 * Bodies of `…/sellers/capture` and `…/sellers/refund`: seller's key -> amount, and `seen` as above, of the whole
 * payment. The routes do without it for the programs that had them first.
 */
export type SellersCaptureBody = { sellers: Record<string, Decimal>; seen: { captured: Decimal } }
export type SellersRefundBody = {
  sellers: Record<string, Decimal>
  seen: { refunded: Decimal }
  note?: string
}

/**
 * Body of `…/refund/retry` and `…/refund/cancel`: `deferred_refund` as the person saw it. When another refund
 * waits by now, it is left alone (409 `moved_meanwhile`).
 */
export type DeferredRefundBody = { seen: { amount: Decimal | null } }

/** What a movement of money answers: the payment as it is now. */
export type MovedPayment = { payment: PaymentOfOrder }

/** `POST /admin/rozetkapay/orders/:id/payment-link`, without a body: the link's page, made when there is none. */
export type PaymentLink = { url: string; amount: Decimal; currency_code: string }
