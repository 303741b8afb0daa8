import type { Decline, GatewayLedger, Ledger } from "./ledger"
import type { Amount, Money } from "./money"

export const RETURN_REASONS = ["orphaned", "mismatched", "order_failed", "paid_otherwise"] as const

/** Why money that arrived is returned. */
export type ReturnReason = (typeof RETURN_REASONS)[number]

/** Everything that the plan looks at. Plain data: read first, then decided, then done. */
export type Situation = {
  /** What the shopper was asked to pay; null when the session is gone from the store. */
  session: Money | null
  /**
   * What its purchase costs at this moment: a cart that was changed while the page was open, an order
   * that was edited. Null: a flow of the store's own, whose sessions may be parts.
   */
  cost: Money | null
  /** Of a purchase that is an order: what may still be paid for it, by this collection. Null: no order yet. */
  outstanding: Amount | null
  /** Medusa's ledger; null while the session has no Payment. */
  store: Ledger | null
  gateway: GatewayLedger
  /** Of the store's refunds, those that the gateway had accepted. */
  refundsSent: Amount | null
  /** A cart waits for this payment to become an order; otherwise a payment link or a flow of the store's own. */
  forCart: boolean
  /** The cart has become an order. */
  orderPlaced: boolean
  /** That order was cancelled: whatever is still held or kept for it must go back. */
  orderCanceled: boolean
  /** Another Payment pays for all of the purchase. */
  paidOtherwise: boolean
  /** Other Payments of the purchase are there, whatever became of this try's money. */
  othersPay: boolean
  /** Another try of the purchase, exact as well, is the one that is to pay for it. */
  comesSecond: boolean
  /** The cart is an order for which no Payment was ever written: placing it was cut off in between. */
  orderLacksPayment: boolean
  /** Placing the order was tried with this money and can never succeed. */
  orderFailed: boolean
  /** The store knows this payment, or a signed callback carries our own marks. */
  ours: boolean
  /** The store's own rows show this try, or that it was left behind. */
  isShown: boolean
  /**
   * The store can show what the payment was for, and that this installation opened it. Without that,
   * as in a database that came back older, no order may be missed here: nothing is returned.
   */
  proven: boolean
  /** Another installation opened it: this database is a copy of that one's. */
  foreign: boolean
  /** This store had begun to return it. */
  returning: boolean
  /** Its session waits for the buyer, who pays when the parcel comes: with its order, or before placing that has failed. */
  deferred: boolean
  /** The money was to be captured at once, when it was asked for. */
  oneStep: boolean
  /** The attempts to pay that were told of as refused before. */
  reportedDeclines: string[]
}

/** What closes the difference between the two ledgers. A closed list. */
export type Action =
  | { do: "nothing" }
  /** Nothing is final yet; somebody will look again. */
  | { do: "wait" }
  /** Money that nobody here can place: staff decide. */
  | { do: "report_unexplained"; amount: Amount }
  /** The gateway's answer can't be counted: "not yet", and somebody must be told. */
  | { do: "report_unclear"; problem: string }
  | { do: "report_decline"; decline: Decline }
  | { do: "place_order" }
  /** No cart to complete (a payment link of an order, a flow of the store's own): the Payment is all. */
  | { do: "authorize" }
  | { do: "record_capture"; amount: Amount }
  | { do: "record_refund"; amount: Amount }
  | { do: "record_cancel"; amount: Amount }
  /** Refunds that RozetkaPay had accepted and then failed: the store's rows claim too much. */
  | { do: "correct_refund"; amount: Amount }
  /** The store wants the rest of a hold canceled, and the gateway still has it. */
  | { do: "cancel_hold"; amount: Amount }
  /** It was to be captured at once, and RozetkaPay has only held it. */
  | { do: "capture"; amount: Amount }
  /** The store's cancelled order still keeps what was captured for it: the refund had failed. */
  | { do: "refund_charge"; amount: Amount }
  | { do: "return"; reason: ReturnReason; hold: Amount; charge: Amount }
