import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { sessionOf } from "../core/external-id"
import { takeBackRefunds } from "../medusa-repairs/failed-refund"
import { noteOnSession } from "../medusa-repairs/notes-on-rows"
import { leaveOnlyOpen } from "../medusa-repairs/open-sessions"
import { isRightOrder, repairOrder } from "../medusa-repairs/repair-order"
import type { StoreRows } from "../medusa-repairs/row-services"
import { finishMovements } from "../medusa-repairs/unfinished-movements"
import { findProvider } from "../provider/find-provider"
import { finishStart } from "../provider/finish-start"
import { outstandingOf } from "../provider/start/outstanding"
import { isOfCart } from "../provider/start/purpose"
import type { Store, StoreLog } from "../sync/store"
import { completeCart } from "./complete-cart"
import { fillCart } from "./express/fill-cart"
import { unfillCart } from "./express/unfill-cart"
import { aloneByLease } from "./lease"
import { collectionOf, orderOf } from "./links-of-purchase"
import { authorizeSession, cancelPayment, capturePayment, recordCancel } from "./move-by-medusa"
import { noteHowPaid } from "./note-how-paid"
import { isOnlyOpen } from "./only-open"
import { areAllWritten, isSurelyRight } from "./order-at-a-glance"
import { readPayment, sentRefunds } from "./read-payment"
import { readPurchase } from "./read-purchase"
import { hasPayment, readLeftTry, readTry } from "./read-try"
import { refundOrderPayment } from "./refund-order-payment"
import { returningRows } from "./returning-rows"
import { noteTrouble, troubleRows, troublesOf } from "./trouble-rows"
import { listUnexplained, unexplainedRows } from "./unexplained-rows"

/**
 * Medusa, as syncing sees it. Made at the edge, wherever Medusa hands its container out: in a route, a
 * job, a subscriber, a workflow's step. It keeps nothing, so any number may stand for one store.
 */
export const storeIn = (container: MedusaContainer): Store => ({
  now: () => Date.now(),
  log: logIn(container),
  emit: (name, data) => container.resolve(Modules.EVENT_BUS).emit({ name, data }),
  alone: (key, job) => aloneByLease(container.resolve(Modules.LOCKING), key, job),
  findProvider: (given) => findProvider(container, given),

  readTry: (of) => readTry(container, of),
  readLeftTry: (collectionId, externalId) => readLeftTry(container, collectionId, externalId),
  readPurchase: (collectionId, externalIds) => readPurchase(container, collectionId, externalIds),
  outstanding: (orderId) => outstandingOf(container, orderId),
  hasPayment: (externalId) => hasPayment(container, externalId),
  readPayment: (paymentId) => readPayment(container, paymentId),
  sentRefunds: (paymentId) => sentRefunds(container, paymentId),
  collectionOf: (externalId) => collectionOf(container, externalId),
  isOfCart: (collectionId) => isOfCart(container, collectionId),
  orderOf: (collectionId) => orderOf(container, collectionId),

  leaveOnlyOpen: async ({ provider_id, external_id }, collectionId) => {
    const own = sessionOf(external_id)
    if (await isOnlyOpen(container, own, collectionId)) return
    await withRows(container, provider_id, (rows) =>
      leaveOnlyOpen(container, rows, own, collectionId),
    )
  },
  finishStart: async (terms, paymentId) => {
    const found = await findProvider(container, terms.provider_id)
    if (found) await finishStart(found.provider.records, terms, paymentId)
  },
  noteOnSession: ({ provider_id, external_id }, note) =>
    withRows(container, provider_id, (rows) => noteOnSession(rows, sessionOf(external_id), note)),
  noteHowPaid: (paymentId, note) => noteHowPaid(container, paymentId, note),

  fillCart: (cartId, filling) => fillCart(container, cartId, filling),
  unfillCart: (cartId) => unfillCart(container, cartId),
  completeCart: (cartId, read) => completeCart(container, cartId, read),
  authorizeSession: (read) => authorizeSession(container, read),
  capturePayment: (capture) => capturePayment(container, capture),
  refundPayment: (of, amount, by) => refundOrderPayment(container, of, amount, by),
  cancelPayment: (paymentId) => cancelPayment(container, paymentId),
  recordCancel: (paymentId, externalId) => recordCancel(container, paymentId, externalId),

  listUnexplained: () => listUnexplained(container),
  findUnexplained: (external_id) => unexplainedRows.find(container, { external_id }),
  noteUnexplained: (entry, isFirst) => unexplainedRows.note(container, entry, isFirst),
  forgetUnexplained: (external_id) => unexplainedRows.forget(container, { external_id }),

  // By its id alone: it is asked of whatever went back, and of most nothing was ever noted.
  findReturning: async (external_id) =>
    (await returningRows.findAmong(container, [{ external_id }]))[0] ?? null,
  noteReturning: async (entry) => {
    await returningRows.note(container, entry, true)
  },
  forgetReturning: async (external_id) => {
    await returningRows.forget(container, { external_id })
  },

  troublesOf: (externalId) => troublesOf(container, externalId),
  noteTrouble: (entry, isFirst) => noteTrouble(container, entry, isFirst),
  forgetTrouble: async (external_id, kind) => {
    await troubleRows.forget(container, { kind, external_id })
  },

  // Nearly always all is well, which one question shows; what Medusa's rows say else is for the repairs.
  finishMovements: async (of, rows) =>
    rows.length > 0 &&
    !(await areAllWritten(container, of, rows)) &&
    (await finishMovements(container, of, rows)),
  isRightOrder: async (of) =>
    (await isSurelyRight(container, of)) || (await isRightOrder(container, of)),
  repairOrder: async (of) => {
    if (!(await isSurelyRight(container, of))) await repairOrder(container, of)
  },
  takeBackRefunds: (of, refunds) => takeBackRefunds(container, of, refunds),
})

/** Resolved with each line, as everything else: a container may be handed out before all of it is there. */
const logIn = (container: MedusaContainer): StoreLog => {
  const logger = () => container.resolve(ContainerRegistrationKeys.LOGGER)
  return {
    info: (line) => logger().info(line),
    warn: (line) => logger().warn(line),
    error: (line) => logger().error(line),
  }
}

/** The payment module hands its row services to providers alone: any of ours has them. */
const withRows = async (
  container: MedusaContainer,
  provider_id: string,
  write: (rows: StoreRows) => Promise<void>,
): Promise<void> => {
  const found = await findProvider(container, provider_id)
  if (found) await write(found.provider.records.rows)
}
