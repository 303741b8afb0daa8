import { type ExternalId, sessionOf } from "../core/external-id"
import { whole } from "../core/ledger"
import { type Amount, exceeds, isPositive, least, type Money, plus, sum } from "../core/money"
import { planPurchase } from "../core/plan"
import type { Situation } from "../core/situation"
import { lackOfCollection } from "../core/why-not-payable"
import { isStartCutOff } from "./finish-start"
import { newsOf } from "./how-paid-note"
import { notesOf } from "./session-notes"
import type { ReadTry, Try } from "./snapshot"
import type { PaymentRow, PurchaseRows, Store } from "./store"

/**
 * The store's half of a purchase, for tries whose ledgers at the gateway were read before, and what is
 * to be done with each of them: decided once, for all of them together.
 */
export const readPurchaseInStore = async (
  store: Store,
  collectionId: string | null,
  read: ReadTry[],
  failed: ExternalId[],
): Promise<Try[]> => {
  const ids = read.map(({ terms }) => terms.external_id)
  const rows = await store.readPurchase(collectionId, ids)
  const { purpose } = rows
  const inOrder = [...read].sort((a, b) => (a.terms.external_id < b.terms.external_id ? -1 : 1))
  const isAsked = inOrder.some(
    (one) => purpose.order_id && isPositive(one.ledger.authorized) && !paymentOf(rows, one),
  )
  const outstanding = isAsked ? await stillLacking(store, rows) : null
  const situations = inOrder.map((one) => situationOf(one, rows, { read, outstanding, failed }))
  const plans = planPurchase(situations)
  const now = store.now()
  return inOrder.map((one, index) => tryOf(one, rows, now, situations[index], plans[index]))
}

/** What its order lacks, and no more than its own collection does: each asks for a part of the same money. */
const stillLacking = async (
  store: Store,
  { collection, payments, purpose: { cart_id, order_id } }: PurchaseRows,
): Promise<Amount | null> => {
  const ofOrder = order_id && (await store.outstanding(order_id))
  if (!ofOrder || !collection) return ofOrder || null
  const { cost: asked, status } = collection
  const standing = sum(
    payments.map(({ ledger }) => whole(ledger)),
    asked.currency,
  )
  return least(ofOrder, lackOfCollection({ asked, status, standing }, cart_id !== null))
}

const paymentOf = ({ payments }: PurchaseRows, { terms }: ReadTry): PaymentRow | undefined =>
  payments.find((one) => one.sessionId === sessionOf(terms.external_id))

const situationOf = (
  one: ReadTry,
  rows: PurchaseRows,
  {
    read,
    outstanding,
    failed,
  }: { read: ReadTry[]; outstanding: Amount | null; failed: ExternalId[] },
): Situation => {
  const { ledger: gateway } = one
  const session = rows.sessions.find(({ id }) => id === one.terms.external_id)
  const payment = paymentOf(rows, one)
  const { collection, purpose } = rows
  const notes = notesOf(session)
  const isLinked = purpose.cart_id !== null || purpose.order_id !== null
  const cost = collection?.cost ?? null
  return {
    session: session?.asked ?? null,
    cost: isLinked ? cost : null,
    outstanding,
    store: payment?.ledger ?? null,
    gateway,
    refundsSent: payment?.refundsSent ?? null,
    forCart: purpose.cart_id !== null,
    orderPlaced: purpose.order_id !== null,
    orderCanceled: purpose.order_canceled,
    paidOtherwise: isPaidOtherwise(one, rows, read, cost),
    othersPay: isPositive(
      paidBy(
        rows.payments.filter((other) => other !== payment),
        read,
        one,
      ),
    ),
    comesSecond: false,
    orderLacksPayment:
      purpose.cart_id !== null &&
      purpose.order_id !== null &&
      rows.payments.length === 0 &&
      !isDeferred(rows, one),
    orderFailed: failed.includes(one.terms.external_id),
    ours: true,
    isShown: one.isShown,
    proven: one.isShown && !one.foreign && one.terms.installation !== undefined,
    foreign: one.foreign,
    returning: notes.returning,
    deferred: rows.deferred.includes(one.terms.external_id),
    oneStep: one.terms.capture,
    reportedDeclines: notes.reportedDeclines,
  }
}

/** Whether a deferred authorization may yet pay for the purchase: pay on delivery, for one. */
const isDeferred = ({ deferred }: PurchaseRows, { terms }: ReadTry): boolean =>
  deferred.some((id) => id !== terms.external_id)

/**
 * Whether the purchase is paid for without this try: by a deferred authorization, or by Payments that
 * came before, of whichever provider, when this one's money would be more than it costs. A Payment
 * that was undone, since its order had failed, pays for nothing.
 */
const isPaidOtherwise = (
  one: ReadTry,
  rows: PurchaseRows,
  read: ReadTry[],
  cost: Money | null,
): boolean => {
  const { cart_id, order_id } = rows.purpose
  // While a cart waits for its order, no Payment is its own yet.
  if (cart_id && !order_id) return false
  const own = paymentOf(rows, one)
  if (!own && isDeferred(rows, one)) return true
  const sorted = [...rows.payments].sort(
    (a, b) => a.writtenAt - b.writtenAt || (a.id < b.id ? -1 : 1),
  )
  const before = own ? sorted.slice(0, sorted.indexOf(own)) : sorted
  const paid = paidBy(before, read, one)
  if (!isPositive(paid)) return false
  return !cost || exceeds(plus(paid, whole(one.ledger)), cost.amount)
}

/** What is there of these Payments: by the gateway's ledger, where it was read. */
const paidBy = (payments: PaymentRow[], read: ReadTry[], { ledger: { currency } }: ReadTry) =>
  sum(
    payments.map((payment) => {
      const seen = read.find(({ terms }) => sessionOf(terms.external_id) === payment.sessionId)
      return whole(seen && seen.ledger.unclear === null ? seen.ledger : payment.ledger)
    }),
    currency,
  )

const tryOf = (
  one: ReadTry,
  rows: PurchaseRows,
  now: number,
  situation: Situation | undefined,
  actions: Try["actions"] = [],
): Try => {
  const { terms } = one
  const { purpose } = rows
  const session = rows.sessions.find(({ id }) => id === terms.external_id)
  const payment = paymentOf(rows, one)
  const { failingSince, failure } = notesOf(session)
  if (!situation) throw new Error(`The try ${terms.external_id} was not judged.`)
  return {
    situation,
    actions,
    terms,
    payment_id: payment?.id ?? null,
    rows: payment?.movements ?? [],
    howPaidNews: payment ? newsOf(one.ledger, payment.metadata) : null,
    payment_collection_id: rows.collection?.id ?? null,
    openedAt: session?.created_at ? new Date(session.created_at).getTime() : null,
    startWasCutOff: session ? isStartCutOff(session, now) : false,
    failingSince,
    failure,
    cart_id: purpose.cart_id,
    order_id: purpose.order_id,
    country_code: purpose.country_code,
  }
}
