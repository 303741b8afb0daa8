import type {
  MedusaContainer,
  PaymentCollectionDTO,
  PaymentDTO,
  PaymentSessionDTO,
} from "@medusajs/framework/types"
import { Modules, PaymentSessionStatus } from "@medusajs/framework/utils"
import { type ExternalId, sessionOf } from "../core/external-id"
import { whole } from "../core/ledger"
import {
  type Amount,
  exceeds,
  isPositive,
  least,
  type Money,
  moneyOf,
  plus,
  sum,
} from "../core/money"
import { planPurchase, type Situation } from "../core/plan"
import { refundsSent, storeLedger } from "../core/store-ledger"
import { lackOfCollection } from "../core/why-not-payable"
import { movementRows } from "../medusa-repairs/order-transactions"
import { outstandingOf } from "../provider/start/outstanding"
import { readCollection, sessionIdOf, standing } from "../provider/start/payments-of-collection"
import { NO_PURPOSE, type Purpose, purposeOf } from "../provider/start/purpose"
import { isStartCutOff } from "./finish-start"
import { notesOf } from "./session-notes"
import type { ReadTry, Try } from "./snapshot"

/** Medusa's rows of one purchase. */
type Rows = {
  collection: PaymentCollectionDTO | null
  sessions: PaymentSessionDTO[]
  payments: PaymentDTO[]
}

/**
 * The store's half of a purchase, for tries whose ledgers at the gateway were read before, and what is
 * to be done with each of them: decided once, for all of them together.
 */
export const readPurchaseInStore = async (
  container: MedusaContainer,
  collectionId: string | null,
  read: ReadTry[],
  failed: ExternalId[],
): Promise<Try[]> => {
  const [rows, purpose] = await Promise.all([
    readRows(container, collectionId, read),
    collectionId ? purposeOf(container, collectionId) : NO_PURPOSE,
  ])
  const inOrder = [...read].sort((a, b) => (a.terms.external_id < b.terms.external_id ? -1 : 1))
  const isAsked = inOrder.some(
    (one) => purpose.order_id && isPositive(one.ledger.authorized) && !paymentOf(rows, one),
  )
  const outstanding = isAsked ? await stillLacking(container, rows, purpose) : null
  const situations = inOrder.map((one) =>
    situationOf(one, rows, purpose, { read, outstanding, failed }),
  )
  const plans = planPurchase(situations)
  return inOrder.map((one, index) => ledgersOf(one, rows, purpose, situations[index], plans[index]))
}

/** What its order lacks, and no more than its own collection does: each asks for a part of the same money. */
const stillLacking = async (
  container: MedusaContainer,
  { collection, payments }: Rows,
  { cart_id, order_id }: Purpose,
): Promise<Amount | null> => {
  const ofOrder = order_id && (await outstandingOf(container, order_id))
  if (!ofOrder || !collection) return ofOrder || null
  const asked = moneyOf(collection.amount, collection.currency_code)
  const of = { asked, status: collection.status, standing: standing(payments, asked.currency) }
  return least(ofOrder, lackOfCollection(of, cart_id !== null))
}

const readRows = async (
  container: MedusaContainer,
  collectionId: string | null,
  read: ReadTry[],
): Promise<Rows> => {
  const payments = container.resolve(Modules.PAYMENT)
  if (collectionId) {
    const [collection, sessions] = await Promise.all([
      readCollection(container, collectionId),
      payments.listPaymentSessions({ payment_collection_id: collectionId }),
    ])
    return { collection, sessions, payments: collection?.payments ?? [] }
  }
  const ids = read.map(({ terms }) => sessionOf(terms.external_id))
  const [sessions, found] = await Promise.all([
    payments.listPaymentSessions({ id: ids }),
    payments.listPayments({ payment_session_id: ids }, { relations: ["captures", "refunds"] }),
  ])
  return { collection: null, sessions, payments: found }
}

const paymentOf = ({ payments }: Rows, { terms }: ReadTry): PaymentDTO | undefined =>
  payments.find((one) => sessionIdOf(one) === sessionOf(terms.external_id))

const situationOf = (
  one: ReadTry,
  rows: Rows,
  purpose: Purpose,
  {
    read,
    outstanding,
    failed,
  }: { read: ReadTry[]; outstanding: Amount | null; failed: ExternalId[] },
): Situation => {
  const { ledger: gateway } = one
  const session = rows.sessions.find(({ id }) => id === one.terms.external_id)
  const payment = paymentOf(rows, one)
  const { collection } = rows
  const notes = notesOf(session)
  const isLinked = purpose.cart_id !== null || purpose.order_id !== null
  const cost = collection ? moneyOf(collection.amount, collection.currency_code) : null
  return {
    session: session ? moneyOf(session.amount, session.currency_code) : null,
    cost: isLinked ? cost : null,
    outstanding,
    store: payment ? storeLedger(payment) : null,
    gateway,
    refundsSent: payment ? refundsSent(payment) : null,
    forCart: purpose.cart_id !== null,
    orderPlaced: purpose.order_id !== null,
    orderCanceled: purpose.order_canceled,
    paidOtherwise: isPaidOtherwise(one, rows, read, purpose, cost),
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
    deferred: session?.status === PaymentSessionStatus.PENDING_AUTHORIZATION,
    oneStep: one.terms.capture,
    reportedDeclines: notes.reportedDeclines,
  }
}

/** Whether a deferred authorization may yet pay for the purchase: pay on delivery, for one. */
const isDeferred = ({ sessions }: Rows, { terms }: ReadTry): boolean =>
  sessions.some(
    ({ id, status }) =>
      id !== terms.external_id && status === PaymentSessionStatus.PENDING_AUTHORIZATION,
  )

/**
 * Whether the purchase is paid for without this try: by a deferred authorization, or by Payments that
 * came before, of whichever provider, when this one's money would be more than it costs. A Payment
 * that was undone, since its order had failed, pays for nothing.
 */
const isPaidOtherwise = (
  one: ReadTry,
  rows: Rows,
  read: ReadTry[],
  { cart_id, order_id }: Purpose,
  cost: Money | null,
): boolean => {
  // While a cart waits for its order, no Payment is its own yet.
  if (cart_id && !order_id) return false
  const own = paymentOf(rows, one)
  if (!own && isDeferred(rows, one)) return true
  const sorted = [...rows.payments].sort((a, b) => timeOf(a) - timeOf(b) || (a.id < b.id ? -1 : 1))
  const before = own ? sorted.slice(0, sorted.indexOf(own)) : sorted
  const paid = paidBy(before, read, one)
  if (!isPositive(paid)) return false
  return !cost || exceeds(plus(paid, whole(one.ledger)), cost.amount)
}

/** What is there of these Payments: by the gateway's ledger, where it was read. */
const paidBy = (payments: PaymentDTO[], read: ReadTry[], { ledger: { currency } }: ReadTry) =>
  sum(
    payments.map((payment) => {
      const session = sessionIdOf(payment)
      const seen = read.find(({ terms }) => sessionOf(terms.external_id) === session)
      return whole(seen && seen.ledger.unclear === null ? seen.ledger : storeLedger(payment))
    }),
    currency,
  )

const timeOf = ({ created_at }: PaymentDTO): number =>
  created_at ? new Date(created_at).getTime() : 0

const ledgersOf = (
  one: ReadTry,
  rows: Rows,
  purpose: Purpose,
  situation: Situation | undefined,
  actions: Try["actions"] = [],
): Try => {
  const { terms } = one
  const session = rows.sessions.find(({ id }) => id === terms.external_id)
  const payment = paymentOf(rows, one)
  const { failingSince, failure } = notesOf(session)
  if (!situation) throw new Error(`The try ${terms.external_id} was not judged.`)
  return {
    situation,
    actions,
    terms,
    payment_id: payment?.id ?? null,
    rows: payment ? movementRows(payment, payment.currency_code) : [],
    payment_collection_id: rows.collection?.id ?? null,
    startWasCutOff: session ? isStartCutOff(session) : false,
    failingSince,
    failure,
    cart_id: purpose.cart_id,
    order_id: purpose.order_id,
    country_code: purpose.country_code,
  }
}
