import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import { type ExternalId, sessionOf } from "../core/external-id"
import { readLeftTry as leftIn } from "../provider/left-tries"
import type { LeftTry, TryKey, TryRows } from "../sync/store"

export const readTry = async (
  container: MedusaContainer,
  { provider_id, external_id }: TryKey,
): Promise<TryRows> => {
  const payments = container.resolve(Modules.PAYMENT)
  const [session] = await payments.listPaymentSessions({ id: sessionOf(external_id), provider_id })
  const [payment] = session
    ? []
    : await payments.listPayments({ payment_session_id: sessionOf(external_id) })
  // By a question of their own: by way of their collection Medusa may answer with none of them.
  const sessions = session
    ? await payments.listPaymentSessions(
        { payment_collection_id: session.payment_collection_id },
        { relations: ["payment"] },
      )
    : []
  return {
    data: (session ?? payment)?.data,
    collectionId: (session ?? payment)?.payment_collection_id ?? null,
    sessions: sessions.map((one) => ({
      id: one.id,
      data: one.data,
      hasPayment: Boolean(one.payment),
    })),
  }
}

/** Medusa's type of a collection leaves them out; the row has them. */
const row = z.object({ metadata: z.record(z.string(), z.unknown()).nullish() })

export const readLeftTry = async (
  container: MedusaContainer,
  collectionId: string,
  externalId: ExternalId,
): Promise<LeftTry | null> => {
  const [collection] = await container
    .resolve(Modules.PAYMENT)
    .listPaymentCollections({ id: collectionId })
  if (!collection) return null
  const { metadata = null } = row.parse(collection)
  return { collectionId: collection.id, left: leftIn({ metadata }, externalId) }
}

export const hasPayment = async (
  container: MedusaContainer,
  external_id: ExternalId,
): Promise<boolean> => {
  const [payment] = await container
    .resolve(Modules.PAYMENT)
    .listPayments({ payment_session_id: sessionOf(external_id) })
  return payment !== undefined
}

export const collectionOf = async (
  container: MedusaContainer,
  externalId: ExternalId,
): Promise<string | null> => {
  const payments = container.resolve(Modules.PAYMENT)
  const sessionId = sessionOf(externalId)
  const [session] = await payments.listPaymentSessions(
    { id: sessionId },
    { select: ["id", "payment_collection_id"] },
  )
  const [payment] = session ? [] : await payments.listPayments({ payment_session_id: sessionId })
  return session?.payment_collection_id ?? payment?.payment_collection_id ?? null
}
