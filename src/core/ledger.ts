import type { Delivery } from "./delivery"
import type { ExternalId } from "./external-id"
import type { HowPaid } from "./how-paid"
import { type Amount, equals, missing, plus, zero } from "./money"

/**
 * What one ledger says about one payment. Four sums that only ever grow, in one
 * currency:
 * - `authorized`: what the payer's bank agreed to;
 * - `captured`: what was captured of it;
 * - `canceled`: what of the hold was given up without being captured;
 * - `refunded`: what of the captured money went back (refunds on their way count).
 */
export type Ledger = {
  currency: string
  authorized: Amount
  captured: Amount
  canceled: Amount
  refunded: Amount
}

/** The gateway's ledger, and what stands beside the sums. */
export type GatewayLedger = Ledger & {
  paymentId: string | null
  /**
   * Why the gateway's answer can't be counted (an unknown currency, a movement without an amount).
   * Then every sum is zero and means nothing: nothing may be sent, recorded or placed on it.
   */
  unclear: string | null
  /** An attempt to pay is under way: neither paid nor refused yet. */
  pending: boolean
  /** Captures and cancellations that the gateway has accepted but not finished: neither done nor to be sent again. */
  underWay: { capture: Amount; cancel: Amount }
  /** A refund that was on its way has failed for good, or a chargeback was won back. */
  refundFailed: boolean
  /** Why the last refund failed; null when none did, when it was called off, or a chargeback was won back since. */
  refundDecline: Decline | null
  /** Of `refunded`, what the payer's bank took by chargebacks that were not won back. */
  chargedBack: Amount
  /** Why the last attempt was refused, when none succeeded. */
  decline: Decline | null
  /** What the buyer is going to pay when the parcel comes: no money, and in none of the sums. Null: nothing that is known. */
  onDelivery?: AgreedOnDelivery | null
  /** Where the goods go, when the buyer told the gateway and not the store. */
  delivery?: Delivery | null
  /** Null: nobody has paid, or it is not told. */
  howPaid?: HowPaid | null
  /** Of a payment to several sellers: each one's order. */
  orders?: OrderOfSeller[]
}

/** `amount` null: it is not said, so that it is what was asked for. */
export type AgreedOnDelivery = { amount: Amount | null; currency: string }

/** What the payer's bank agreed to of a seller's order. */
export type PaidOrder = { externalId: ExternalId; authorized: Amount }

/** `seller`: the key in the options; null for one who is not there any more. */
export type OrderOfSeller = PaidOrder & { seller: string | null } & Pick<
    Ledger,
    "captured" | "canceled" | "refunded"
  >

export type Decline = {
  code: string | null
  description: string | null
  /** The gateway's id of the attempt, where it names one. */
  attempt?: string | null
}

export const emptyLedger = (currency: string): Ledger => ({
  currency,
  authorized: zero(currency),
  captured: zero(currency),
  canceled: zero(currency),
  refunded: zero(currency),
})

/** Still on hold: authorized, neither captured nor canceled. */
export const held = (ledger: Ledger): Amount =>
  missing(missing(ledger.authorized, ledger.captured), ledger.canceled)

/** Captured and not returned: what the merchant has. */
export const kept = (ledger: Ledger): Amount => missing(ledger.captured, ledger.refunded)

/** What went back of a payment: of the hold, and of the captured money. */
export const gone = (ledger: Pick<Ledger, "canceled" | "refunded">): Amount =>
  plus(ledger.canceled, ledger.refunded)

/** All that is still there of a payment, held or kept. */
export const whole = (ledger: Ledger): Amount => plus(held(ledger), kept(ledger))

/** The ledger as it was when the payer's bank had agreed: held whole, or captured whole at once. */
export const asAuthorized = <Of extends Ledger>(ledger: Of): Of => {
  const none = zero(ledger.currency)
  const captured = equals(ledger.captured, ledger.authorized) ? ledger.captured : none
  return { ...ledger, captured, canceled: none, refunded: none }
}
