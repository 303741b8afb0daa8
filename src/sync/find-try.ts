import { externalIdOf, sessionOf } from "../core/external-id"
import { isForeign } from "../core/installation"
import { isKnownCurrency } from "../core/money"
import { type PaymentMetadata, readMetadata } from "../core/payment-metadata"
import type { WebhookEvent } from "../provider/payment-gateway"
import { type PaymentTerms, readSessionData } from "../provider/session-data"
import type { LeftTry, Store, TryKey } from "./store"

/** Whose a payment is, and what was asked for. */
export type KnownTry = {
  terms: PaymentTerms
  /** The payment collection, the purchase that it was to pay for; null when it is not there. */
  collectionId: string | null
  /** Tries of the same purchase that are open beside it, without a Payment. */
  others: PaymentTerms[]
  /** The store shows that it knows this try: its session, its Payment, or that it left it behind. */
  isShown: boolean
}

/** More are somebody's flood; each is judged by a sync of its own. */
const MOST_OTHERS = 10

/**
 * The session's own data, the Payment's when the session was deleted, what the store noted when it left
 * the try behind, or our marks in a signed callback.
 *
 * @param of with the id that its provider has, in full
 * @param noted the purchase that has a note of it, for who has no callback that would say
 * @returns null when it is not this store's.
 */
export const findTry = async (
  store: Store,
  of: TryKey,
  events: WebhookEvent[],
  noted?: string,
): Promise<KnownTry | null> => {
  const { provider_id: providerId, external_id: externalId } = of
  const sessionId = sessionOf(externalId)
  const rows = await store.readTry(of)
  const { collectionId } = rows
  const data = readSessionData(rows.data)
  const others = rows.sessions.slice(0, MOST_OTHERS).flatMap((one) => {
    const own = readSessionData(one.data)
    return one.id !== sessionId && own?.external_id === one.id && !one.hasPayment ? [own] : []
  })
  if (data?.external_id === externalId && data.provider_id === providerId) {
    return { terms: data, collectionId, others, isShown: true }
  }

  const terms = events.map(({ metadata }) => readMetadata(metadata)).find((one) => one !== null)
  if (!terms && noted) return asLeftTry(await store.readLeftTry(noted, externalId), providerId)
  if (terms?.sessionId !== sessionId || terms.providerId !== providerId) return null
  if (!isKnownCurrency(terms.currency)) return null
  const told = asPaymentTerms(terms)
  if (collectionId) return { terms: told, collectionId, others, isShown: true }
  const found = terms.purchase ? await store.readLeftTry(terms.purchase, externalId) : null
  const left = found?.left
  return {
    terms: left ?? told,
    collectionId: found?.collectionId ?? null,
    others: [],
    isShown: left?.provider_id === providerId,
  }
}

const asLeftTry = (found: LeftTry | null, providerId: string): KnownTry | null =>
  found?.left?.provider_id === providerId
    ? { terms: found.left, collectionId: found.collectionId, others: [], isShown: true }
    : null

const asPaymentTerms = (terms: PaymentMetadata): PaymentTerms => ({
  external_id: externalIdOf(terms.sessionId),
  provider_id: terms.providerId,
  currency_code: terms.currency,
  capture: !terms.twoStep,
  ...(terms.orders && { orders: terms.orders }),
  ...(terms.installation && { installation: terms.installation }),
})

/** Whether another installation opened a payment, so that this database is a copy of that one's. */
export const isOfAnother = (
  { installation }: PaymentTerms,
  { backendUrl, formerBackendUrls = [] }: { backendUrl: string; formerBackendUrls?: string[] },
): boolean => isForeign(installation ?? null, [backendUrl, ...formerBackendUrls])
