import type {
  PaymentActions,
  Possible,
  PossibleAmount,
  WhyNot,
} from "../../../../../admin-client/order-payments"
import { type GatewayLedger, held, kept, type Ledger } from "../../../../../core/ledger"
import { isPositive, least } from "../../../../../core/money"
import { whyNotCancelable } from "../../../../../core/why-not-cancelable"
import type { Capabilities } from "../../../../../provider/adapter"
import { differencesOf } from "./agreement"

export type AsIs = {
  store: Ledger
  /** Null: it is not known. */
  gateway: GatewayLedger | null
  /** Null: the store has no such provider any more. */
  capabilities: Pick<Capabilities, "capturesInPart" | "defersRefunds"> | null
  isOrderCanceled: boolean
  /** Of a payment to several sellers. */
  hasSellers: boolean
  /** A refund waits at RozetkaPay for the merchant's balance. */
  isDeferred: boolean
  /** A refund that is not final yet. */
  isRefundUnderWay: boolean
}

/** What staff may do with a payment now, and why not the rest. Pure; whoever does it is judged once more. */
export const whatIsPossible = (payment: AsIs): PaymentActions => {
  const capture = captureOf(payment)
  const refund = refundOf(payment)
  const ofSellers = (move: PossibleAmount): Possible => {
    if (!payment.hasSellers) return not("no_sellers")
    return move.is ? { is: true } : move
  }
  const deferred = deferredOf(payment)
  return {
    capture,
    cancel_remainder: remainderOf(payment),
    refund,
    capture_by_seller: ofSellers(capture),
    refund_by_seller: ofSellers(refund),
    retry_refund: deferred,
    cancel_refund: deferred,
    resend_callback: payment.capabilities ? { is: true } : not("gateway_unknown"),
    sync: payment.capabilities ? { is: true } : not("gateway_unknown"),
  }
}

const not = (why: WhyNot): { is: false; why: WhyNot } => ({ is: false, why })

const captureOf = ({ store, gateway, capabilities, isOrderCanceled }: AsIs): PossibleAmount => {
  if (!gateway || !capabilities) return not("gateway_unknown")
  if (isOrderCanceled) return not("order_canceled")
  const most = least(held(gateway), held(store))
  const differing = differencesOf(store, gateway)
  // What the cabinet has canceled of a hold Medusa can't write down: the rest may be captured all the same.
  if (differing.some((sum) => sum !== "refunded" && sum !== "canceled")) return not("differs")
  if (isPositive(gateway.underWay.capture)) return not("under_way")
  if (!isPositive(most)) return not("nothing_held")
  return { is: true, most, whole_only: !capabilities.capturesInPart }
}

const refundOf = ({ store, gateway, isRefundUnderWay }: AsIs): PossibleAmount => {
  if (!gateway) return not("gateway_unknown")
  const differing = differencesOf(store, gateway)
  if (differing.some((sum) => sum !== "canceled")) return not("differs")
  if (isRefundUnderWay) return not("under_way")
  const most = least(kept(gateway), kept(store))
  if (isPositive(most)) return { is: true, most, whole_only: false }
  return not(isPositive(store.captured) ? "nothing_to_refund" : "nothing_captured")
}

/** As cancelling it judges; that what is captured elsewhere is recorded first is its own doing. */
const remainderOf = ({ gateway, capabilities }: AsIs): PossibleAmount => {
  if (!gateway || !capabilities) return not("gateway_unknown")
  const problem = whyNotCancelable(gateway)
  switch (problem?.code) {
    case "answer_unclear":
      return not("gateway_unknown")
    case "capture_under_way":
      return not("under_way")
    case "nothing_captured":
      return not("cancel_the_order")
    case "nothing_held":
      return not("nothing_held")
    case undefined: {
      const most = held(gateway)
      return isPositive(most) ? { is: true, most, whole_only: true } : not("nothing_held")
    }
  }
}

const deferredOf = ({ gateway, capabilities, isDeferred }: AsIs): Possible => {
  if (capabilities && !capabilities.defersRefunds) return not("not_deferred_here")
  if (!gateway || !capabilities) return not("gateway_unknown")
  return isDeferred ? { is: true } : not("no_deferred_refund")
}
