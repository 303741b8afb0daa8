import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import { readLeftTry as leftIn } from "../provider/left-tries"
import type { LeftTry, TryKey, TryRows } from "../sync/store"

export const readTry = async (
  container: MedusaContainer,
  { provider_id, external_id }: TryKey,
): Promise<TryRows> => {
  const payments = container.resolve(Modules.PAYMENT)
  const [session] = await payments.listPaymentSessions(
    { id: external_id, provider_id },
    { relations: ["payment_collection.payment_sessions.payment"] },
  )
  const [payment] = session ? [] : await payments.listPayments({ payment_session_id: external_id })
  return {
    data: (session ?? payment)?.data,
    collectionId: (session ?? payment)?.payment_collection_id ?? null,
    sessions: (session?.payment_collection?.payment_sessions ?? []).map((one) => ({
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
  externalId: string,
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
  payment_session_id: string,
): Promise<boolean> => {
  const [payment] = await container.resolve(Modules.PAYMENT).listPayments({ payment_session_id })
  return payment !== undefined
}

export const collectionOf = async (
  container: MedusaContainer,
  externalId: string,
): Promise<string | null> => {
  const payments = container.resolve(Modules.PAYMENT)
  const [session] = await payments.listPaymentSessions(
    { id: externalId },
    { select: ["id", "payment_collection_id"] },
  )
  const [payment] = session ? [] : await payments.listPayments({ payment_session_id: externalId })
  return session?.payment_collection_id ?? payment?.payment_collection_id ?? null
}
