import type { MedusaContainer } from "@medusajs/framework/types"
import { PaymentSessionStatus } from "@medusajs/framework/utils"
import { type ExternalId, sessionOf } from "../core/external-id"
import { moneyOf } from "../core/money"
import { refundsSent } from "../core/store-ledger"
import { movementRows } from "../medusa-repairs/order-transactions"
import { ledgerIn, sessionIdOf } from "../provider/start/payments-of-collection"
import type { PaymentRow, PurchaseRows, SessionRow } from "../sync/store"
import { type PaymentOfPurchase, rowsOf, type SessionOfPurchase } from "./purchase-rows"

export const readPurchase = async (
  container: MedusaContainer,
  collectionId: string | null,
  externalIds: ExternalId[],
): Promise<PurchaseRows> => {
  const ids = externalIds.map(sessionOf)
  const { collection, sessions, payments, purpose } = await rowsOf(container, collectionId, ids)
  return {
    purpose,
    collection: collection && {
      id: collection.id,
      cost: moneyOf(collection.amount, collection.currency_code),
      status: collection.status,
    },
    sessions: sessions.filter(({ id }) => ids.some((one) => one === id)).map(asSessionRow),
    deferred: sessions
      .filter(({ status }) => status === PaymentSessionStatus.PENDING_AUTHORIZATION)
      .map(({ id }) => id),
    payments: payments.map((one) => asPaymentRow(one, purpose.cart_id !== null)),
  }
}

const asSessionRow = (session: SessionOfPurchase): SessionRow => ({
  id: session.id,
  asked: moneyOf(session.amount, session.currency_code),
  data: session.data,
  created_at: session.created_at,
  metadata: session.metadata,
})

const asPaymentRow = (payment: PaymentOfPurchase, isForCart: boolean): PaymentRow => ({
  id: payment.id,
  sessionId: sessionIdOf(payment) ?? null,
  ledger: ledgerIn(payment, isForCart),
  refundsSent: refundsSent(payment),
  writtenAt: payment.created_at.getTime(),
  movements: movementRows(payment, payment.currency_code),
  metadata: payment.metadata,
})
