import { held, whole } from "../src/core/ledger"
import { type Amount, equals, exceeds, isPositive, plus, sum } from "../src/core/money"
import type { GatewayPayment } from "./gateway-model"
import type { History } from "./history"
import { CURRENCY } from "./medusa-model"
import type { Press } from "./server"
import type { World } from "./world"

/** What holds of every purchase once everybody has come to rest. @returns what does not */
export const faultsOf = (world: World, history: History): string[] => {
  const payments = [...world.gateway.payments.values()]
  return [
    ...world.faults,
    ...payments.flatMap((one) => [
      ...ledgersAgree(world, one),
      ...nothingTwice(world, one),
      ...returnsAreTold(world, one),
    ]),
    ...[...world.medusa.returning.keys()].flatMap((id) =>
      hasOrderLeft(world, id) ? [`${id}: it is noted as being returned, and has its order`] : [],
    ),
    ...onePays(world, payments),
    ...orderIsThere(world, history, payments),
  ]
}

/** A return that was begun and given up must not be told of when staff refund a part much later. */
const hasOrderLeft = (world: World, id: GatewayPayment["externalId"]): boolean => {
  const truth = world.gateway.truth(id)
  const isGone = isPositive(truth.refunded) || isPositive(truth.canceled)
  return isGone && isPositive(whole(truth)) && world.paymentOf(id) !== undefined
}

const isByCabinet = ({ moves }: GatewayPayment) => moves.some(({ by }) => by === "cabinet")

const hasFailedRefund = (world: World, { externalId }: GatewayPayment) =>
  world.gateway.truth(externalId).refundFailed

/** Money that is there has a Payment that says the same, or staff know of it. */
const ledgersAgree = (world: World, payment: GatewayPayment): string[] => {
  const { externalId } = payment
  const truth = world.gateway.truth(externalId)
  const row = world.paymentOf(externalId)
  if (!row) {
    const isKnown = world.medusa.unexplained.has(externalId) && isByCabinet(payment)
    return isPositive(whole(truth)) && !isKnown
      ? [`${externalId}: ${whole(truth)} is there, and the store has no Payment of it`]
      : []
  }
  if (world.isLeftToStaff(externalId)) return []
  const ledger = world.medusa.ledgerOf(row)
  const says = (what: string, a: Amount, b: Amount) =>
    equals(a, b) ? [] : [`${externalId}: RozetkaPay has ${a} ${what}, the store ${b}`]
  return [
    ...says("captured", truth.captured, ledger.captured),
    ...says("refunded", truth.refunded, ledger.refunded),
    ...(isPositive(held(ledger)) && !isPositive(held(truth))
      ? [`${externalId}: the store shows a hold of ${held(ledger)} that is gone`]
      : []),
    ...(isPositive(held(truth)) && !isPositive(held(ledger))
      ? [`${externalId}: RozetkaPay holds ${held(truth)}, and the store shows no hold`]
      : []),
  ]
}

/** A purchase keeps no more than it costs, and none without an order. */
const onePays = (world: World, payments: GatewayPayment[]): string[] => {
  const { medusa } = world
  const there = payments.filter(
    ({ externalId }) => !medusa.unexplained.has(externalId) && !world.isLeftToStaff(externalId),
  )
  const total = sum(
    there.map(({ externalId }) => whole(world.gateway.truth(externalId))),
    CURRENCY,
  )
  const orders = medusa.orders.where(() => true)
  if (orders.length > 1) return ["one cart has become two orders"]
  const [order] = orders
  if (payments.some((one) => hasFailedRefund(world, one))) return []
  if (!order || order.canceled_at) {
    return isPositive(total) ? [`${total} is kept, and there is no order`] : []
  }
  return exceeds(total, order.total) ? [`${total} is kept for an order of ${order.total}`] : []
}

/** Who has paid exactly what it costs gets the order. */
const orderIsThere = (world: World, history: History, payments: GatewayPayment[]): string[] => {
  const { medusa } = world
  if (history.failuresBefore > 0 || history.failuresAfter > 0) return []
  const [collection] = medusa.collections.where(() => true)
  const exact = payments.filter((one) => {
    const truth = world.gateway.truth(one.externalId)
    const isOpen = medusa.sessions.find(one.externalId) !== undefined
    const isExact = collection && equals(truth.authorized, collection.amount)
    return isOpen && isExact && !isByCabinet(one)
  })
  if (exact.length === 0 || payments.some(isByCabinet)) return []
  if (exact.some(({ externalId }) => world.paymentOf(externalId))) return []
  const order = medusa.orders.where(() => true)[0]
  return order?.canceled_at ? [] : ["it was paid exactly, and there is no order of it"]
}

/** What staff were told is made is made once; what they were told is not made is not made. */
const nothingTwice = (world: World, payment: GatewayPayment): string[] => {
  const { externalId, moves } = payment
  const row = world.paymentOf(externalId)
  const order = world.medusa.orders.where(() => true)[0]
  const isReturned = world.medusa.events.some(
    ({ name, data }) => name === "rozetkapay.payment.returned" && data.external_id === externalId,
  )
  // Whatever goes back by itself is judged elsewhere.
  if (!row || !order || order.canceled_at || isReturned || row.canceled_at) return []
  const made = sum(
    moves.filter(({ by, move }) => by === "store" && move === "refund").map(({ amount }) => amount),
    CURRENCY,
  )
  const pressed = world.presses.filter(
    (one) => one.externalId === externalId && one.move === "refund",
  )
  const total = (...answers: Press["answer"][]) =>
    sum(
      pressed.filter(({ answer }) => answers.includes(answer)).map(({ amount }) => amount),
      CURRENCY,
    )
  const least = total("made")
  const most = plus(least, total("unknown", null))
  if (exceeds(least, made)) return [`${externalId}: staff refunded ${least}, and ${made} was sent`]
  return exceeds(made, most) ? [`${externalId}: staff refunded ${most}, and ${made} was sent`] : []
}

/** Money that went back since no order came of it: the store's own subscribers were told. */
const returnsAreTold = (world: World, { externalId, moves }: GatewayPayment): string[] => {
  const { medusa } = world
  const sent = moves.filter(({ by, move }) => by === "store" && move !== "capture")
  // Staff who have refunded it themselves, and were told that it is made, know.
  const pressed = world.presses.filter(
    (one) => one.externalId === externalId && one.move === "refund" && one.answer === "made",
  )
  const total = (all: { amount: Amount }[]) =>
    sum(
      all.map(({ amount }) => amount),
      CURRENCY,
    )
  const isSent = exceeds(total(sent), total(pressed))
  const isOrders = medusa.orders.where(() => true).length > 0 && world.paymentOf(externalId)
  if (!isSent || isOrders) return []
  // What Medusa undid itself, and RozetkaPay shows only later, is told as recorded.
  const names = ["payment.returned", "refund.recorded", "authorization.canceled"]
  const isTold = medusa.events.some(
    ({ name, data }) =>
      names.some((one) => name === `rozetkapay.${one}`) && data.external_id === externalId,
  )
  return isTold ? [] : [`${externalId}: its money went back, and nobody was told`]
}
