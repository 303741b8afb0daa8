import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
  Modules,
  PaymentSessionStatus,
} from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { findProvider } from "../../gateway-provider/find-provider"
import { type PaymentMarks, readSessionData } from "../../gateway-provider/session-data"
import { isStoreId } from "../../payments/external-id"
import type { GatewayLedger, SignedEvidence } from "../../payments/gateway"
import { held, kept } from "../../payments/ledger"
import { readMarks } from "../../payments/marks"
import { isKnownCurrency, isPositive, moneyOf, plus } from "../../payments/money"
import { type Action, plan, type Situation } from "../../payments/plan"
import { refundsSent, storeLedger } from "../../payments/store-ledger"
import { type MovementRow, movementRows, type OrderBookOf } from "../order-book"
import { finishMovements } from "../unfinished-movements"
import { isStartCutOff } from "./finish-start"

export type ReadBooksInput = {
  provider_id: string
  external_id: string
  /** What a callback said whose signature was right. */
  evidence?: SignedEvidence[]
  /** Placing the order with this money has just failed for good. */
  order_failed?: boolean
}

/** Both books of one payment at one moment, and where its effects go. */
export type Books = {
  situation: Situation
  /** What the plan makes of it. */
  actions: Action[]
  marks: PaymentMarks
  payment_id: string | null
  /** The Payment's captures and refunds. */
  rows: MovementRow[]
  payment_collection_id: string | null
  /** The process ended while it started this payment: the session's data are not the provider's. */
  startWasCutOff: boolean
  cart_id: string | null
  order_id: string | null
  country_code: string | null
}

/**
 * Reads the gateway's book, then the store's, in this order: whatever the store
 * sends, it has written down before, so a later look at the store always covers
 * an earlier one at the gateway, and nothing that is on its way is mistaken for
 * something done elsewhere.
 *
 * @returns null when the payment is not this store's: RozetkaPay is not even asked.
 */
export const readBooks = async (
  container: MedusaContainer,
  input: ReadBooksInput,
): Promise<Books | null> => {
  const { provider_id, external_id, evidence } = input
  const found = await findProvider(container, provider_id)
  if (!found) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `No RozetkaPay provider "${provider_id}".`)
  }
  if (!isStoreId(external_id)) return null
  const { id, provider } = found
  for (const told of evidence ?? []) provider.evidence.remember(external_id, told)
  const known = await lookUp(container, id, external_id, provider.evidence.of(external_id))
  if (!known) return null
  const { marks, collectionId } = known

  // Which cart a collection pays for never changes, so it may be read while the gateway is asked.
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const [gateway, cart] = await Promise.all([
    provider.ledger(provider.reference(marks)),
    collectionId ? cartOf(query, collectionId) : undefined,
  ])
  return readStore(container, input, marks, gateway, cart)
}

/** The store's half, for a gateway's book that was read before. `cart` is what the collection was known to pay for. */
export const readStore = async (
  container: MedusaContainer,
  { external_id, order_failed = false }: Pick<ReadBooksInput, "external_id" | "order_failed">,
  marks: PaymentMarks,
  gateway: GatewayLedger,
  cart?: CartOfCollection,
): Promise<Books> => {
  const payments = container.resolve(Modules.PAYMENT)
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const [[session], [payment]] = await Promise.all([
    payments.listPaymentSessions({ id: external_id }, { relations: ["payment_collection"] }),
    payments.listPayments(
      { payment_session_id: external_id },
      { relations: ["captures", "refunds"] },
    ),
  ])
  const collectionId = session?.payment_collection_id ?? payment?.payment_collection_id
  const { order_canceled, ...purpose } = collectionId
    ? await purposeOf(query, cart ?? (await cartOf(query, collectionId)))
    : NO_PURPOSE

  const others =
    !payment && purpose.order_id && collectionId
      ? await otherPaymentsOf(container, external_id, collectionId)
      : null

  const situation: Situation = {
    session: session ? moneyOf(session.amount, session.currency_code) : null,
    cartCost:
      purpose.cart_id && session?.payment_collection
        ? moneyOf(session.payment_collection.amount, session.payment_collection.currency_code)
        : null,
    store: payment ? storeLedger(payment) : null,
    gateway,
    refundsSent: payment ? refundsSent(payment) : null,
    forCart: purpose.cart_id !== null,
    orderPlaced: purpose.order_id !== null,
    orderCanceled: order_canceled,
    paidOtherwise: others?.havePaid ?? false,
    orderLacksPayment: purpose.cart_id !== null && (others?.areNone ?? false),
    orderFailed: order_failed,
    ours: true,
  }
  return {
    situation,
    actions: plan(situation),
    marks,
    payment_id: payment?.id ?? null,
    rows: payment ? movementRows(payment, payment.currency_code) : [],
    payment_collection_id: collectionId ?? null,
    startWasCutOff: session ? isStartCutOff(session) : false,
    ...purpose,
  }
}

/**
 * What the other sessions of an order's collection did. An order alone does not say that it was
 * paid: it exists before its Payment does. The session that paid may be gone: opening a new one
 * deletes it, also after the order was placed. A Payment that was undone (its order had failed)
 * pays for nothing; a deferred authorization may pay yet.
 */
const otherPaymentsOf = async (
  container: MedusaContainer,
  external_id: string,
  payment_collection_id: string,
): Promise<{ havePaid: boolean; areNone: boolean }> => {
  const [collection] = await container
    .resolve(Modules.PAYMENT)
    .listPaymentCollections(
      { id: payment_collection_id },
      { relations: ["payment_sessions", "payments", "payments.captures", "payments.refunds"] },
    )
  const isDeferred = (collection?.payment_sessions ?? []).some(
    ({ id, status }) => id !== external_id && status === PaymentSessionStatus.PENDING_AUTHORIZATION,
  )
  const books = (collection?.payments ?? []).map(storeLedger)
  return {
    havePaid: isDeferred || books.some((book) => isPositive(plus(held(book), kept(book)))),
    areNone: !isDeferred && books.length === 0,
  }
}

/**
 * Whether a payment is ours, and what was asked for: the session's own data, the
 * Payment's when the session was deleted, or our marks in a signed callback.
 */
const lookUp = async (
  container: MedusaContainer,
  providerId: string,
  externalId: string,
  evidence: SignedEvidence[],
): Promise<{ marks: PaymentMarks; collectionId: string | null } | null> => {
  const payments = container.resolve(Modules.PAYMENT)
  const [session] = await payments.listPaymentSessions({ id: externalId, provider_id: providerId })
  const [payment] = session ? [] : await payments.listPayments({ payment_session_id: externalId })
  const data = readSessionData((session ?? payment)?.data)
  const collectionId = (session ?? payment)?.payment_collection_id ?? null
  if (data?.external_id === externalId && data.provider_id === providerId) {
    return { marks: data, collectionId }
  }

  const marks = evidence.map(({ metadata }) => readMarks(metadata)).find((one) => one !== null)
  if (marks?.sessionId !== externalId || marks.providerId !== providerId) return null
  if (!isKnownCurrency(marks.currency)) return null
  return {
    marks: {
      external_id: externalId,
      provider_id: providerId,
      currency_code: marks.currency,
      capture: !marks.twoStep,
      ...(marks.orders && { orders: marks.orders }),
    },
    collectionId,
  }
}

const NO_PURPOSE = { cart_id: null, order_id: null, order_canceled: false, country_code: null }

type Query = ReturnType<typeof resolveQuery>
const resolveQuery = (container: MedusaContainer) =>
  container.resolve(ContainerRegistrationKeys.QUERY)

type CartOfCollection = {
  payment_collection_id: string
  /** Null for a payment link of an order. */
  cart_id: string | null
  country_code: string | null
}

const cartOf = async (query: Query, payment_collection_id: string): Promise<CartOfCollection> => {
  const carts = await query.graph({
    entity: "cart_payment_collection",
    fields: ["cart_id", "cart.shipping_address.country_code"],
    filters: { payment_collection_id },
  })
  const link = carts.data[0]
  return {
    payment_collection_id,
    cart_id: link?.cart_id ?? null,
    country_code: link?.cart?.shipping_address?.country_code ?? null,
  }
}

/** The order that a collection's cart became, or the order that a payment link pays for. */
const purposeOf = async (
  query: Query,
  { payment_collection_id, cart_id, country_code }: CartOfCollection,
) => {
  const orders = cart_id
    ? await query.graph({
        entity: "order_cart",
        fields: ["order_id", "order.canceled_at"],
        filters: { cart_id },
      })
    : await query.graph({
        entity: "order_payment_collection",
        fields: ["order_id", "order.canceled_at"],
        filters: { payment_collection_id },
      })
  const order = orders.data[0]
  return {
    cart_id,
    order_id: order?.order_id ?? null,
    order_canceled: Boolean(order?.order?.canceled_at),
    country_code,
  }
}

export const readBooksAtRestStepId = "rozetkapay-read-books"

/** The books when nobody else is writing in the store's. Nothing to compensate: what was not finished never counted. */
export const readBooksAtRestStep = createStep(
  readBooksAtRestStepId,
  async (input: ReadBooksInput, { container }) => {
    const books = await readBooks(container, input)
    const of = books && movementsIn(books)
    const isOutdated = of && (await finishMovements(container, of, books.rows))
    return new StepResponse(isOutdated ? await readBooks(container, input) : books)
  },
)

/**
 * Whether the order's transactions may speak of this payment at all. Without captures and refunds there
 * is nothing to speak of, but for a cancelled order: cancelling one writes a refund's transaction also
 * for a capture that was just failing.
 */
export const mayHaveTransactions = ({ rows, situation }: Books): boolean =>
  rows.length > 0 || situation.orderCanceled

/** Where the payment's captures and refunds stand; null while it has no order, whose totals they make. */
export const movementsIn = ({ payment_id, order_id, situation }: Books): OrderBookOf | null =>
  payment_id && order_id ? { payment_id, order_id, currency: situation.gateway.currency } : null
