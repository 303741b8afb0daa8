import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import { type ExternalId, externalIdOf, sessionOf } from "../core/external-id"
import { isForeign } from "../core/installation"
import { isKnownCurrency } from "../core/money"
import { type PaymentMetadata, readMetadata } from "../core/payment-metadata"
import type { FoundProvider } from "../provider/find-provider"
import { readLeftTry } from "../provider/left-tries"
import type { WebhookEvent } from "../provider/payment-gateway"
import { type PaymentTerms, readSessionData } from "../provider/session-data"

/** Whose a payment is, and what was asked for. */
export type KnownTry = {
  terms: PaymentTerms
  /** Medusa's payment collection, the purchase that it was to pay for; null when it is not there. */
  collectionId: string | null
  /** Tries of the same purchase that are open beside it, without a Payment. */
  others: PaymentTerms[]
  /** The store shows that it knows this try: its session, its Payment, or that it left it behind. */
  isShown: boolean
}

/** More are somebody's flood; each is judged by a sync of its own. */
const MOST_OTHERS = 10

const rows = z.record(z.string(), z.unknown()).nullish()

/**
 * The session's own data, the Payment's when the session was deleted, what the store noted when it left
 * the try behind, or our marks in a signed callback.
 *
 * @returns null when it is not this store's.
 */
export const findTry = async (
  container: MedusaContainer,
  { id: providerId }: FoundProvider,
  externalId: ExternalId,
  events: WebhookEvent[],
): Promise<KnownTry | null> => {
  const payments = container.resolve(Modules.PAYMENT)
  const sessionId = sessionOf(externalId)
  const [session] = await payments.listPaymentSessions(
    { id: sessionId, provider_id: providerId },
    { relations: ["payment_collection.payment_sessions.payment"] },
  )
  const [payment] = session ? [] : await payments.listPayments({ payment_session_id: sessionId })
  const data = readSessionData((session ?? payment)?.data)
  const collectionId = (session ?? payment)?.payment_collection_id ?? null
  const others = (session?.payment_collection?.payment_sessions ?? [])
    .slice(0, MOST_OTHERS)
    .flatMap((one) => {
      const own = readSessionData(one.data)
      return one.id !== sessionId && own?.external_id === one.id && !one.payment ? [own] : []
    })
  if (data?.external_id === externalId && data.provider_id === providerId) {
    return { terms: data, collectionId, others, isShown: true }
  }

  const terms = events.map(({ metadata }) => readMetadata(metadata)).find((one) => one !== null)
  if (terms?.sessionId !== sessionId || terms.providerId !== providerId) return null
  if (!isKnownCurrency(terms.currency)) return null
  const told = asPaymentTerms(terms)
  if (collectionId) return { terms: told, collectionId, others, isShown: true }
  const [collection] = terms.purchase
    ? await payments.listPaymentCollections({ id: terms.purchase })
    : []
  const left =
    collection && readLeftTry({ metadata: rows.parse(metadataOf(collection)) }, externalId)
  return {
    terms: left ?? told,
    collectionId: collection?.id ?? null,
    others: [],
    isShown: left?.provider_id === providerId,
  }
}

/** Medusa's type of a collection leaves them out; the row has them. */
const metadataOf = (collection: object): unknown =>
  "metadata" in collection ? collection.metadata : null

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
