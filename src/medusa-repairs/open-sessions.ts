import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules, PaymentSessionStatus } from "@medusajs/framework/utils"
import { sessionId as asSessionId, type SessionId } from "../core/session-id"
import type { StoreRows } from "./row-services"

/*
 * Medusa completes a cart with the first of its sessions that is open, paid or not, and leaves one open
 * whose Payment it has canceled because the order had failed. Its only method that writes a session's
 * status calls the provider, as if the shopper had changed the cart.
 */

/** A session whose money went back can't be paid again, so no cart may be completed with it. */
export const closeSession = async (rows: StoreRows, id: SessionId): Promise<void> => {
  const [row] = await rows.paymentSessionService.list({ id })
  if (row) await rows.paymentSessionService.update({ id, status: PaymentSessionStatus.CANCELED })
}

/**
 * The one that pays must be the only open one; the others stay as closed, so that what they were is known
 * when they are paid as well.
 */
export const leaveOnlyOpen = async (
  container: MedusaContainer,
  rows: StoreRows,
  sessionId: SessionId,
  payment_collection_id: string,
): Promise<void> => {
  const sessions = await container
    .resolve(Modules.PAYMENT)
    .listPaymentSessions({ payment_collection_id }, { relations: ["payment"] })
  const own = sessions.find(({ id }) => id === sessionId)
  // Gone meanwhile: Medusa may keep the others.
  if (!own) return
  const closed = PaymentSessionStatus.CANCELED
  if (own.status === closed) {
    await rows.paymentSessionService.update({ id: sessionId, status: PaymentSessionStatus.PENDING })
  }
  for (const { id, status, payment } of sessions) {
    if (id !== sessionId && !payment && status !== closed) await closeSession(rows, asSessionId(id))
  }
}
