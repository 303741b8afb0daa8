import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import { isForeign } from "../core/installation"
import { isKnownCurrency } from "../core/money"
import { type Marks, readMarks } from "../core/payment-metadata"
import type { FoundProvider } from "../provider/find-provider"
import { readLeftTry } from "../provider/left-tries"
import type { SignedEvidence } from "../provider/payment-gateway"
import { type PaymentMarks, readSessionData } from "../provider/session-data"

/** Whose a payment is, and what was asked for. */
export type KnownTry = {
  marks: PaymentMarks
  /** Medusa's payment collection, the purchase that it was to pay for; null when it is not there. */
  collectionId: string | null
  /** Tries of the same purchase that are open beside it, without a Payment. */
  others: PaymentMarks[]
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
  externalId: string,
  evidence: SignedEvidence[],
): Promise<KnownTry | null> => {
  const payments = container.resolve(Modules.PAYMENT)
  const [session] = await payments.listPaymentSessions(
    { id: externalId, provider_id: providerId },
    { relations: ["payment_collection.payment_sessions.payment"] },
  )
  const [payment] = session ? [] : await payments.listPayments({ payment_session_id: externalId })
  const data = readSessionData((session ?? payment)?.data)
  const collectionId = (session ?? payment)?.payment_collection_id ?? null
  const others = (session?.payment_collection?.payment_sessions ?? [])
    .slice(0, MOST_OTHERS)
    .flatMap((one) => {
      const own = readSessionData(one.data)
      return one.id !== externalId && own?.external_id === one.id && !one.payment ? [own] : []
    })
  if (data?.external_id === externalId && data.provider_id === providerId) {
    return { marks: data, collectionId, others, isShown: true }
  }

  const marks = evidence.map(({ metadata }) => readMarks(metadata)).find((one) => one !== null)
  if (marks?.sessionId !== externalId || marks.providerId !== providerId) return null
  if (!isKnownCurrency(marks.currency)) return null
  const told = asPaymentMarks(marks)
  if (collectionId) return { marks: told, collectionId, others, isShown: true }
  const [collection] = marks.purchase
    ? await payments.listPaymentCollections({ id: marks.purchase })
    : []
  const left =
    collection && readLeftTry({ metadata: rows.parse(metadataOf(collection)) }, externalId)
  return {
    marks: left ?? told,
    collectionId: collection?.id ?? null,
    others: [],
    isShown: left?.provider_id === providerId,
  }
}

/** Medusa's type of a collection leaves them out; the row has them. */
const metadataOf = (collection: object): unknown =>
  "metadata" in collection ? collection.metadata : null

const asPaymentMarks = (marks: Marks): PaymentMarks => ({
  external_id: marks.sessionId,
  provider_id: marks.providerId,
  currency_code: marks.currency,
  capture: !marks.twoStep,
  ...(marks.orders && { orders: marks.orders }),
  ...(marks.installation && { installation: marks.installation }),
})

/** Whether another installation opened a payment, so that this database is a copy of that one's. */
export const isOfAnother = (
  { installation }: PaymentMarks,
  { backendUrl, formerBackendUrls = [] }: { backendUrl: string; formerBackendUrls?: string[] },
): boolean => isForeign(installation ?? null, [backendUrl, ...formerBackendUrls])
