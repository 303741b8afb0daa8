import {
  type AgreedOnDelivery,
  type Decline,
  type GatewayLedger,
  held,
  kept,
  type Ledger,
  whole,
} from "./ledger"
import { equals, exceeds, isPositive, least, type Money, missing, plus, zero } from "./money"
import type { Action, ReturnReason, Situation } from "./situation"

/**
 * Two ledgers -> what to do. Pure.
 *
 * - Without a Payment in Medusa, money at the gateway either places the order
 *   (exactly the session's amount and currency) or is returned.
 * - With a Payment, what the gateway shows beyond the store's rows was done
 *   elsewhere (RozetkaPay's cabinet, the bank, a lost answer) and is recorded.
 *   The other direction, rows that the gateway lacks, is the provider's hooks'
 *   business: they send before a row survives.
 */
export const plan = (situation: Situation): Action[] => {
  const { session, store, gateway } = situation
  if (!situation.ours) return [{ do: "nothing" }]
  if (situation.gateway.unclear !== null) {
    return [{ do: "report_unclear", problem: situation.gateway.unclear }]
  }
  if (store) return record(store, situation)
  if (!situation.foreign && isPaidButCutOff(situation)) return [{ do: "authorize" }]

  if (!hasMoney(gateway)) {
    if (gateway.onDelivery) return [onDelivery(situation)]
    if (gateway.pending) return [{ do: "wait" }]
    const { decline } = gateway
    return decline && session && !situation.reportedDeclines.includes(nameOfDecline(decline))
      ? [{ do: "report_decline", decline }]
      : [{ do: "nothing" }]
  }

  const wanted = fate(situation)
  const isAllowed = !situation.foreign && (wanted.do !== "return" || situation.proven)
  return [
    isAllowed
      ? onceCaptured(wanted, gateway)
      : { do: "report_unexplained", amount: whole(gateway) },
  ]
}

/**
 * All tries of a purchase, judged at once, in the order in which they were opened. Of several that paid
 * exactly, the first pays; the others wait until it has, and then go back.
 */
export const planPurchase = (tries: Situation[]): Action[][] => {
  const alone = tries.map((one) => plan({ ...one, comesSecond: false }))
  const paying = alone.map((actions) => actions.some(isPaying))
  // Money that is there comes before money that was promised.
  const withMoney = tries.findIndex(({ gateway }, index) => paying[index] && hasMoney(gateway))
  const first = withMoney >= 0 ? withMoney : paying.indexOf(true)
  return tries.map((one, index) =>
    index !== first && paying[index] ? plan({ ...one, comesSecond: true }) : (alone[index] ?? []),
  )
}

const isPaying = ({ do: what }: Action): boolean => what === "place_order" || what === "authorize"

export const hasMoney = (gateway: Ledger): boolean =>
  isPositive(held(gateway)) || isPositive(kept(gateway))

/** By which an attempt is known that was refused. */
export const nameOfDecline = ({ attempt, code }: Decline): string => attempt ?? code ?? "refused"

/**
 * The order stands, was paid exactly, and lacks its Payment. That one is written whatever became of
 * the money since: with it, what went back meanwhile is recorded as for any other order.
 */
const isPaidButCutOff = (situation: Situation): boolean => {
  const { session, gateway, outstanding } = situation
  if (!situation.orderLacksPayment || situation.orderCanceled || situation.orderFailed) return false
  if (situation.comesSecond) return false
  // A link has paid for the order meanwhile.
  if (session && outstanding !== null && exceeds(session.amount, outstanding)) return false
  const paid = { amount: gateway.authorized, currency: gateway.currency }
  return session !== null && isSame(paid, session) && isSame(situation.cost ?? session, session)
}

/** By which a buyer is told that what they agreed to on delivery is not what the cart is by now. */
const OUTDATED = "pay_on_delivery_outdated"

/** What becomes of a buyer's word to pay when the parcel comes: an order for exactly that, or none. */
const onDelivery = (situation: Situation): Action => {
  const { gateway, reportedDeclines } = situation
  if (situation.foreign || situation.orderCanceled) return { do: "nothing" }
  if (situation.orderPlaced) {
    // Placing the order was cut off before the session was told.
    const isToBeTold = !situation.deferred && situation.orderLacksPayment && isAgreed(situation)
    return { do: isToBeTold ? "authorize" : "nothing" }
  }
  if (isAgreed(situation)) {
    return { do: situation.comesSecond ? "wait" : "place_order" }
  }
  const decline = whyNotOnDelivery(gateway)
  return reportedDeclines.includes(nameOfDecline(decline))
    ? { do: "nothing" }
    : { do: "report_decline", decline }
}

/** Exactly what the cart costs was agreed to be paid on delivery, and an order of it can be placed. */
export const isAgreed = ({
  session,
  cost,
  gateway,
  forCart,
  orderFailed,
  returning,
}: Pick<
  Situation,
  "session" | "cost" | "gateway" | "forCart" | "orderFailed" | "returning"
>): boolean => {
  if (!session || !forCart || orderFailed || returning) return false
  return isOnDelivery(gateway, session) && isSame(cost ?? session, session)
}

/** Exactly what was asked is to be paid when the parcel comes, and nothing was paid. */
export const isOnDelivery = (
  { onDelivery, authorized }: Pick<GatewayLedger, "onDelivery" | "authorized">,
  asked: Money,
): boolean => {
  if (!onDelivery || isPositive(authorized)) return false
  return isSame({ amount: asked.amount, ...stated(onDelivery) }, asked)
}

const stated = ({ amount, currency }: AgreedOnDelivery) => ({
  currency,
  ...(amount !== null && { amount }),
})

/** Why no order comes of it. */
export const whyNotOnDelivery = ({ paymentId }: Pick<GatewayLedger, "paymentId">): Decline => ({
  code: OUTDATED,
  description: null,
  attempt: `${OUTDATED} ${paymentId ?? ""}`.trim(),
})

/** What becomes of money that has no order yet: one for exactly what was asked, or the way back. */
const fate = (situation: Situation): Action => {
  const { session, gateway, cost, outstanding } = situation
  const goesBack = (reason: ReturnReason): Action => ({
    do: "return",
    reason,
    hold: held(gateway),
    charge: kept(gateway),
  })
  if (!session) return goesBack("orphaned")
  const paid = { amount: gateway.authorized, currency: gateway.currency }
  if (!isSame(paid, session) || !isSame(cost ?? session, session)) return goesBack("mismatched")
  if (situation.paidOtherwise) return goesBack("paid_otherwise")
  if (situation.orderFailed || situation.returning) return goesBack("order_failed")
  // Exactly this was paid and somebody else, in the cabinet or at the bank, has returned a part.
  if (!isExactly(gateway, session)) {
    return situation.store
      ? goesBack("order_failed")
      : { do: "report_unexplained", amount: whole(gateway) }
  }
  // Paid after its order was cancelled: there is nothing left to pay for.
  if (situation.orderCanceled) return goesBack("order_failed")
  if (outstanding !== null && exceeds(session.amount, outstanding)) return goesBack("mismatched")
  if (situation.comesSecond) return { do: "wait" }
  return { do: situation.forCart && !situation.orderPlaced ? "place_order" : "authorize" }
}

/** All that is held of it is on its way to the merchant: it can't be canceled any more, and goes back by a refund. */
const isBeingCaptured = (gateway: GatewayLedger): boolean => {
  const hold = held(gateway)
  return isPositive(hold) && !exceeds(hold, gateway.underWay.capture)
}

/** What has to go back waits for a capture that is under way. */
const onceCaptured = (wanted: Action, gateway: GatewayLedger): Action =>
  wanted.do === "return" && isBeingCaptured(gateway) ? { do: "wait" } : wanted

export const isSame = (a: Money, b: Money): boolean =>
  a.currency === b.currency && equals(a.amount, b.amount)

/** Held or captured whole, in the session's currency, with nothing returned of it. */
export const isExactly = (gateway: Ledger, asked: Money): boolean =>
  gateway.currency === asked.currency &&
  equals(gateway.authorized, asked.amount) &&
  !isPositive(gateway.canceled) &&
  !isPositive(gateway.refunded)

/** With a Payment in Medusa: what was done elsewhere is written down, in the order in which it must have happened. */
const record = (store: Ledger, situation: Situation): Action[] => {
  const { gateway, forCart, orderPlaced, orderCanceled } = situation
  const actions: Action[] = []
  const newlyCaptured = least(missing(gateway.captured, store.captured), held(store))
  if (isPositive(newlyCaptured)) actions.push({ do: "record_capture", amount: newlyCaptured })

  // More can't have gone back than was captured: what a ledger claims beyond that is not recorded as money.
  const captured = plus(store.captured, newlyCaptured)
  const newlyRefunded = least(
    missing(gateway.refunded, store.refunded),
    missing(captured, store.refunded),
  )
  if (isPositive(newlyRefunded)) actions.push({ do: "record_refund", amount: newlyRefunded })

  // A row on its way to the gateway looks the same but for the mark, so only marked rows are ever corrected.
  const failed = missing(situation.refundsSent ?? zero(store.currency), gateway.refunded)
  if (gateway.refundFailed && isPositive(failed)) {
    actions.push({ do: "correct_refund", amount: failed })
  }

  // Medusa's only word for a canceled hold is a canceled payment: said when nothing is held any more.
  // Never twice: once canceled, Medusa's ledger has nothing on hold.
  const newlyCanceled = least(
    missing(gateway.canceled, store.canceled),
    missing(held(store), newlyCaptured),
  )
  if (isPositive(newlyCanceled) && !isPositive(held(gateway))) {
    actions.push({ do: "record_cancel", amount: newlyCanceled })
  }
  // Whatever moves by itself is this installation's alone; what happened is recorded by any.
  if (situation.foreign) return actions.length > 0 ? actions : [{ do: "nothing" }]
  const hold = held(gateway)
  // A cancelled order of the store's own is proof by itself.
  const mayReturn = situation.proven || (orderCanceled && situation.isShown)
  if (orderCanceled && mayReturn && isPositive(hold) && !isBeingCaptured(gateway)) {
    actions.push({ do: "cancel_hold", amount: hold })
  }
  // A refund that was accepted and failed later is for the merchant to repeat: it may be the merchant who stopped it.
  const owed = least(missing(captured, plus(store.refunded, newlyRefunded)), kept(gateway))
  if (orderCanceled && mayReturn && isPositive(owed) && !gateway.refundFailed) {
    actions.push({ do: "refund_charge", amount: owed })
  }
  // The core was interrupted between the Payment and the order; meanwhile some of the money may have gone back.
  const isWaiting = forCart && !orderPlaced && hasMoney(gateway)
  // What is to be recorded comes first, and the next look decides. But an order that failed for good lets
  // the cart be paid anew: once it is, this Payment would look like the order's own. So no next look.
  const isDecided = actions.length === 0 || situation.orderFailed
  if (isWaiting && isDecided) {
    const wanted = fate(situation)
    if (wanted.do !== "return" || mayReturn) return [...actions, onceCaptured(wanted, gateway)]
  }
  // Two pages of one purchase, both written down as its Payments: the later one goes back.
  const isSurplus = !isWaiting && situation.paidOtherwise && hasMoney(gateway)
  if (isSurplus && mayReturn && actions.length === 0) {
    const surplus: Action = { do: "return", reason: "paid_otherwise", hold, charge: kept(gateway) }
    return [onceCaptured(surplus, gateway)]
  }
  const isOwed = situation.oneStep && !isWaiting && !orderCanceled && !isPositive(gateway.canceled)
  if (isOwed && actions.length === 0 && isPositive(hold) && !isPositive(gateway.underWay.capture)) {
    return [{ do: "capture", amount: hold }]
  }
  return actions.length > 0 ? actions : [{ do: "nothing" }]
}
