import { untouchedLedger } from "../../core/fold-ledger"
import { howPaidBy } from "../../core/how-paid"
import type { GatewayLedger } from "../../core/ledger"
import { isPositive, plus } from "../../core/money"

/**
 * The ledgers of all orders of a batch as one ledger of the payment.
 *
 * A batch may be only partly successful, and its orders are read one after another, so one may lag
 * behind the others. A sum counts only when every order is decided, paid or refused: else a good
 * payment would look like one of too little, and be returned. Until then it is "not yet" (pending,
 * and all zeros, on which nothing is placed, sent or recorded).
 *
 * A refusal may be an earlier try's, read just before a later try succeeded: when some orders are paid
 * and others refused, read the refused ones again before believing it.
 *
 * @param orders the ledgers of all orders that were asked for, each by `gatewayLedger`.
 */
export const batchLedger = (orders: GatewayLedger[], currency: string): GatewayLedger => {
  const paymentId = orders.find((order) => order.paymentId !== null)?.paymentId ?? null
  const nothing: GatewayLedger = { ...untouchedLedger(currency), paymentId }
  const unclear = orders.find((order) => order.unclear !== null)?.unclear
  if (unclear) return { ...nothing, unclear }

  const paid = orders.filter((order) => isPositive(order.authorized))
  const unpaid = orders.filter((order) => !isPositive(order.authorized))
  if (paid.length === 0) {
    return {
      ...nothing,
      pending: unpaid.some((order) => order.pending),
      decline: unpaid.find((order) => order.decline !== null)?.decline ?? null,
    }
  }
  if (unpaid.some((order) => order.pending || order.decline === null)) {
    return { ...nothing, pending: true }
  }
  const [first, ...others] = paid
  if (others.some((order) => order.currency !== first?.currency)) {
    return { ...nothing, unclear: "the orders of the batch are in different currencies" }
  }
  const howPaid = howPaidBy(paid.flatMap((order) => order.howPaid ?? []))
  return {
    ...others.reduce(together, { ...nothing, ...first, paymentId }),
    ...(howPaid && { howPaid }),
  }
}

const together = (a: GatewayLedger, b: GatewayLedger): GatewayLedger => ({
  ...a,
  authorized: plus(a.authorized, b.authorized),
  captured: plus(a.captured, b.captured),
  canceled: plus(a.canceled, b.canceled),
  refunded: plus(a.refunded, b.refunded),
  underWay: {
    capture: plus(a.underWay.capture, b.underWay.capture),
    cancel: plus(a.underWay.cancel, b.underWay.cancel),
  },
  refundFailed: a.refundFailed || b.refundFailed,
  refundDecline: a.refundDecline ?? b.refundDecline,
  chargedBack: plus(a.chargedBack, b.chargedBack),
})
