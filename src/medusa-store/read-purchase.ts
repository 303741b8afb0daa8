import type {
  MedusaContainer,
  PaymentCollectionDTO,
  PaymentDTO,
  PaymentSessionDTO,
} from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules, PaymentSessionStatus } from "@medusajs/framework/utils"
import { type ExternalId, sessionOf } from "../core/external-id"
import { moneyOf } from "../core/money"
import { NO_PURPOSE } from "../core/purpose"
import type { SessionId } from "../core/session-id"
import { refundsSent } from "../core/store-ledger"
import { movementRows } from "../medusa-repairs/order-transactions"
import { ledgerIn, readCollection, sessionIdOf } from "../provider/start/payments-of-collection"
import { purposeOf } from "../provider/start/purpose"
import type { PaymentRow, PurchaseRows, SessionRow } from "../sync/store"

export const readPurchase = async (
  container: MedusaContainer,
  collectionId: string | null,
  externalIds: ExternalId[],
): Promise<PurchaseRows> => {
  const ids = externalIds.map(sessionOf)
  const [{ collection, sessions, payments }, purpose] = await Promise.all([
    readRows(container, collectionId, ids),
    collectionId ? purposeOf(container, collectionId) : NO_PURPOSE,
  ])
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

/** Medusa's rows of one purchase. */
type Rows = {
  collection: PaymentCollectionDTO | null
  sessions: PaymentSessionDTO[]
  payments: PaymentDTO[]
}

const readRows = async (
  container: MedusaContainer,
  collectionId: string | null,
  ids: SessionId[],
): Promise<Rows> => {
  const payments = container.resolve(Modules.PAYMENT)
  if (collectionId) {
    const [collection, sessions] = await Promise.all([
      readCollection(container, collectionId),
      payments.listPaymentSessions({ payment_collection_id: collectionId }),
    ])
    return { collection, sessions, payments: collection?.payments ?? [] }
  }
  const [sessions, found] = await Promise.all([
    payments.listPaymentSessions({ id: ids }),
    payments.listPayments({ payment_session_id: ids }, { relations: ["captures", "refunds"] }),
  ])
  return { collection: null, sessions, payments: found }
}

/** Medusa's types leave metadata out; the rows have them. */
const metadataOf = (row: object): unknown => ("metadata" in row ? row.metadata : null)

const asSessionRow = (session: PaymentSessionDTO): SessionRow => ({
  id: session.id,
  asked: moneyOf(session.amount, session.currency_code),
  data: session.data,
  created_at: session.created_at,
  metadata: metadataOf(session),
})

const asPaymentRow = (payment: PaymentDTO, isForCart: boolean): PaymentRow => ({
  id: payment.id,
  sessionId: sessionIdOf(payment) ?? null,
  ledger: ledgerIn(payment, isForCart),
  refundsSent: refundsSent(payment),
  writtenAt: payment.created_at ? new Date(payment.created_at).getTime() : 0,
  movements: movementRows(payment, payment.currency_code),
  metadata: metadataOf(payment),
})

export const orderOf = async (
  container: MedusaContainer,
  payment_collection_id: string,
): Promise<string | null> => {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order_payment_collection",
    fields: ["order_id"],
    filters: { payment_collection_id },
  })
  return data[0]?.order_id ?? null
}
