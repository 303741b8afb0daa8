import { type ExternalId, isStoreId } from "../core/external-id"
import type { MovementRow, TransactionsOf } from "../core/movement-row"
import type { Action, Situation } from "../core/situation"
import { developerError } from "../errors"
import type { GatewayLedger, WebhookEvent } from "../provider/payment-gateway"
import type { PaymentTerms } from "../provider/session-data"
import { findTry, isOfAnother, type KnownTry } from "./find-try"
import type { HowPaidNotes } from "./how-paid-note"
import { readPurchaseInStore } from "./purchase-in-store"
import type { Store } from "./store"
import { requireWholeReading } from "./whole-reading"

export type ReadTriesInput = {
  provider_id: string
  external_id: ExternalId
  /** Of a try whose session is gone, where no callback is at hand: the payment collection that has a note of it. */
  purchase_id?: string
  /** What a callback said whose signature was right. */
  events?: WebhookEvent[]
  /** Tries that can't become an order: it was tried with them for as long as the merchant wants. */
  order_failed?: ExternalId[]
}

/** Both ledgers of one try at one moment, and where its effects go. */
export type Try = {
  situation: Situation
  /** What the plan makes of it. */
  actions: Action[]
  terms: PaymentTerms
  payment_id: string | null
  /** The Payment's captures and refunds. */
  rows: MovementRow[]
  /** What of how it was paid its Payment does not say yet; null: nothing. */
  howPaidNews: HowPaidNotes | null
  payment_collection_id: string | null
  /** When its session was opened, in milliseconds since 1970; null: the session is gone. */
  openedAt: number | null
  /** The process ended while it started this payment: the session's data are not the provider's. */
  startWasCutOff: boolean
  /** When placing its order failed for the first time, in milliseconds since 1970; null: it never has. */
  failingSince: number | null
  /** Why, in Medusa's words. */
  failure: string | null
  cart_id: string | null
  order_id: string | null
  country_code: string | null
}

/** A try of the purchase as the gateway shows it. */
export type ReadTry = {
  terms: PaymentTerms
  ledger: GatewayLedger
  isShown: boolean
  foreign: boolean
}

/** A purchase at one moment: every try of it that has money or may get it, on both sides. */
export type Snapshot = {
  /** The try that was asked for. */
  own: Try
  /** All of them, in the order in which they were opened. */
  tries: Try[]
}

/**
 * Reads the gateway's ledgers, then the store's, in this order: whatever the store
 * sends, it has written down before, so a later look at the store always covers
 * an earlier one at the gateway, and nothing that is on its way is mistaken for
 * something done elsewhere.
 *
 * @returns null when the payment is not this store's: RozetkaPay is not even asked.
 */
export const readSnapshot = async (
  store: Store,
  input: ReadTriesInput,
): Promise<Snapshot | null> => {
  const { provider_id, external_id, purchase_id, events } = input
  const found = await store.findProvider(provider_id)
  if (!found) throw developerError("no_such_provider")
  if (!isStoreId(external_id)) return null
  const { provider } = found
  for (const told of events ?? []) provider.events.remember(external_id, told)
  const known = await findTry(
    store,
    { provider_id: found.id, external_id },
    provider.events.of(external_id),
    purchase_id,
  )
  if (!known) return null
  const snapshot = await readStoreSide(store, input, known, await readGatewaySide(store, known))
  if (snapshot) requireWholeReading(snapshot.own)
  return snapshot
}

/** The try that was asked for comes first. One of the others that can't be read now is left to its own sync. */
const readGatewaySide = async (
  store: Store,
  { terms, others, isShown }: KnownTry,
): Promise<ReadTry[]> => {
  const [own, ...beside] = await Promise.all([
    readTry(store, terms, isShown),
    ...others.map((one) => readTry(store, one, true).catch(() => null)),
  ])
  return [own, ...beside].filter((one) => one !== null && one !== undefined)
}

const readTry = async (
  store: Store,
  terms: PaymentTerms,
  isShown: boolean,
): Promise<ReadTry | null> => {
  const found = await store.findProvider(terms.provider_id)
  if (!found) return null
  const { provider } = found
  const ledger = await provider.ledger(provider.reference(terms))
  return { terms, ledger, isShown, foreign: isOfAnother(terms, provider.options) }
}

const readStoreSide = async (
  store: Store,
  { external_id, order_failed = [] }: ReadTriesInput,
  { collectionId }: Pick<KnownTry, "collectionId">,
  read: ReadTry[],
): Promise<Snapshot | null> => {
  const tries = await readPurchaseInStore(store, collectionId, read, order_failed)
  const own = tries.find(({ terms }) => terms.external_id === external_id)
  return own ? { own, tries } : null
}

/** The same purchase once more, by the ledgers of the gateway that were read before: only the store has changed since. */
export const rereadStore = (store: Store, { own, tries }: Snapshot): Promise<Snapshot | null> =>
  readStoreSide(
    store,
    own.terms,
    { collectionId: own.payment_collection_id },
    tries.map(({ terms, situation }) => ({
      terms,
      ledger: situation.gateway,
      isShown: situation.isShown,
      foreign: situation.foreign,
    })),
  )

/** A purchase when nobody else is writing in the store's ledger of it. */
export const readSnapshotAtRest = async (
  store: Store,
  input: ReadTriesInput,
): Promise<Snapshot | null> => {
  const snapshot = await readSnapshot(store, input)
  if (!snapshot) return null
  const outdated: boolean[] = []
  for (const tried of snapshot.tries) {
    const of = movementsIn(tried)
    if (of) outdated.push(await store.finishMovements(of, tried.rows))
  }
  return outdated.includes(true) ? readSnapshot(store, input) : snapshot
}

/**
 * Whether the order's transactions may speak of this payment at all. Without captures and refunds there
 * is nothing to speak of, but for a cancelled order: cancelling one writes a refund's transaction also
 * for a capture that was just failing.
 */
export const mayHaveTransactions = ({ rows, situation }: Try): boolean =>
  rows.length > 0 || situation.orderCanceled

/** Where the payment's captures and refunds stand; null while it has no order, whose totals they make. */
export const movementsIn = ({ payment_id, order_id, situation }: Try): TransactionsOf | null =>
  payment_id && order_id ? { payment_id, order_id, currency: situation.gateway.currency } : null
