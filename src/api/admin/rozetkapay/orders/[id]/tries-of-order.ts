import type { MedusaContainer, PaymentSessionDTO } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { TryOfOrder } from "../../../../../admin-client/order-payments"
import { externalIdOf } from "../../../../../core/external-id"
import { whole } from "../../../../../core/ledger"
import { type Amount, amountOf, currencyCode, isPositive } from "../../../../../core/money"
import { sessionId } from "../../../../../core/session-id"
import { amountIn } from "../../../../../core/stated-amount"
import { findProvider } from "../../../../../provider/find-provider"
import { leftTriesIn } from "../../../../../provider/left-tries"
import { type PaymentTerms, readSessionData } from "../../../../../provider/session-data"
import { notesOf } from "../../../../../sync/session-notes"
import { timeOf } from "./match-movements"
import type { OrderRow } from "./order-rows"
import { type AtGateway, readAtGateway } from "./read-at-gateway"

/** More are somebody's flood. */
const MOST = 50
/** Of the newest of them RozetkaPay is asked, all at once. */
const MOST_ASKED = 10

/** A try of an order that became no payment, as the store knows it. */
export type KnownTry = {
  terms: PaymentTerms
  at: Date | null
  asked: Amount | null
  /** Its session is there, and may yet be paid. */
  isOpen: boolean
  /** The store had begun to return its money. */
  isReturned: boolean
  /** The store was told that it was refused. */
  isDeclined: boolean
}

/** Newest first, with what RozetkaPay says of each. */
export const triesOfOrder = async (
  container: MedusaContainer,
  order: OrderRow,
): Promise<TryOfOrder[]> => {
  const known = await knownTries(container, order)
  const read = await Promise.all(
    known.slice(0, MOST_ASKED).map(async ({ terms }) => {
      const found = await findProvider(container, terms.provider_id)
      return found ? readAtGateway(found.provider, terms) : null
    }),
  )
  return known.map((one, index) => tryOfOrder(one, read[index] ?? null))
}

const knownTries = async (
  container: MedusaContainer,
  { collections }: OrderRow,
): Promise<KnownTry[]> => {
  if (collections.length === 0) return []
  const sessions = await container
    .resolve(Modules.PAYMENT)
    .listPaymentSessions(
      { payment_collection_id: collections.map(({ id }) => id) },
      { take: 200, order: { created_at: "DESC" } },
    )
  const paid = new Set(
    collections
      .flatMap(({ payments }) => payments)
      .map(({ data }) => readSessionData(data)?.external_id),
  )
  const standing = sessions.flatMap((one) => ownTry(one) ?? [])
  const known = new Set(standing.map(({ terms }) => terms.external_id))
  const left = collections
    .flatMap(({ metadata }) => leftTriesIn(metadata))
    .filter(({ external_id }) => !known.has(external_id))
    .map((terms) => ({ ...LEFT, terms }))
  return [...standing, ...left].filter(({ terms }) => !paid.has(terms.external_id)).slice(0, MOST)
}

const LEFT = { at: null, asked: null, isOpen: false, isReturned: false, isDeclined: false }

const ownTry = (session: PaymentSessionDTO): KnownTry | null => {
  const terms = readSessionData(session.data)
  if (!terms || terms.external_id !== externalIdOf(sessionId(session.id))) return null
  const notes = notesOf(session)
  return {
    terms,
    at: session.created_at ? new Date(session.created_at) : null,
    asked: amountOf(session.amount, session.currency_code),
    isOpen: ["pending", "pending_authorization", "requires_more"].includes(session.status),
    isReturned: notes.returning,
    isDeclined: notes.reportedDeclines.length > 0,
  }
}

/** Pure. */
export const tryOfOrder = (
  { terms, at, asked, ...known }: KnownTry,
  read: AtGateway | null,
): TryOfOrder => {
  const currency = currencyCode(terms.currency_code)
  const attempts = (read?.details?.operations ?? []).filter(
    ({ operation }) => operation === "payment",
  )
  const last = attempts.at(-1)
  const isRefused = last?.status === "failure"
  return {
    session_id: terms.external_id,
    provider_id: terms.provider_id,
    at: (at ?? timeOf(last?.at ?? null))?.toISOString() ?? null,
    amount: asked ?? (last ? amountIn(last, currency) : null),
    currency_code: terms.currency_code,
    is: stateOf(known, read, isRefused),
    code: isRefused ? last.code : null,
    description: isRefused ? last.description : null,
  }
}

const stateOf = (
  { isOpen, isReturned, isDeclined }: Omit<KnownTry, "terms" | "at" | "asked">,
  read: AtGateway | null,
  isRefused: boolean,
): TryOfOrder["is"] => {
  const ledger = read?.ledger
  if (ledger && isPositive(ledger.authorized)) {
    return isPositive(whole(ledger)) ? "paid" : "returned"
  }
  if (isReturned) return "returned"
  if (isRefused || isDeclined) return "declined"
  if (read?.problem) return "unknown"
  return isOpen ? "open" : "left"
}
