import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import { type ExternalId, sessionOf } from "../core/external-id"
import { readLeftTry as leftIn } from "../provider/left-tries"
import { selectRows } from "../provider/select-rows"
import type { LeftTry, TryKey, TryRows } from "../sync/store"

const data = z
  .record(z.string(), z.unknown())
  .nullish()
  .transform((value) => value ?? undefined)
const sessionRow = z.object({
  id: z.string(),
  data,
  payment_collection_id: z.string(),
  has_payment: z.boolean(),
})
const paymentRow = z.object({ data, payment_collection_id: z.string() })

/** Every sync begins with it, so it is one question; Medusa's own ways would make five of it. */
const SESSIONS = `select s.id, s.data, s.payment_collection_id,
    exists (select from payment p where p.payment_session_id = s.id and p.deleted_at is null) as has_payment
  from payment_session own
  join payment_session s on s.payment_collection_id = own.payment_collection_id
  where own.id = :session and own.provider_id = :provider
    and own.deleted_at is null and s.deleted_at is null
  order by s.id`

const PAYMENT = `select data, payment_collection_id from payment
  where payment_session_id = :session and deleted_at is null`

export const readTry = async (
  container: MedusaContainer,
  { provider_id, external_id }: TryKey,
): Promise<TryRows> => {
  const session = sessionOf(external_id)
  const sessions = await selectRows(container, sessionRow, SESSIONS, {
    session,
    provider: provider_id,
  })
  const own = sessions.find(({ id }) => id === session)
  const [payment] = own ? [] : await selectRows(container, paymentRow, PAYMENT, { session })
  return {
    data: (own ?? payment)?.data,
    collectionId: (own ?? payment)?.payment_collection_id ?? null,
    sessions: sessions.map((one) => ({ id: one.id, data: one.data, hasPayment: one.has_payment })),
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
  const [payment] = await selectRows(container, paymentRow, PAYMENT, {
    session: sessionOf(external_id),
  })
  return payment !== undefined
}
