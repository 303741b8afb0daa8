import { createHmac } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import { type ExternalId, externalIdText } from "../core/external-id"
import type { Amount } from "../core/money"
import type { PaymentTerms } from "../provider/session-data"

/**
 * Money that came and that the store can't place. There is no row of Medusa's that it could stand at, since
 * what it was for is not there. So each has a row of its own, without a table of our own: the metadata of a
 * payment collection that nobody pays. Not the Store's metadata, which staff and Medusa write as a whole:
 * whoever saves theirs would have this forgotten. Two of one instant don't meet, and one that is forgotten
 * leaves nothing behind.
 */
const PREFIX = "pay_col_rozetkapay_unexplained_"
const KEY = "rozetkapay_unexplained"

/** More than this are told in the log and by the event alone: staff would read no further. */
const MOST = 1_000

const entry = z.object({
  external_id: externalIdText,
  provider_id: z.string(),
  /** Decimal in the major unit: what is still there of it. */
  amount: z.string(),
  currency_code: z.string(),
  capture: z.boolean(),
  orders: z.array(externalIdText).optional(),
  installation: z.string().optional(),
  /** ISO 8601: when it was seen first. */
  seen_at: z.string(),
  /** Staff are returning it: what had gone back before. What goes back from then on is theirs. */
  gone_before: z.string().optional(),
})

export type UnexplainedPayment = z.output<typeof entry>

const row = z.object({ id: z.string(), metadata: z.object({ [KEY]: entry }) })

/** Oldest first. */
export const listUnexplained = async (
  container: MedusaContainer,
): Promise<UnexplainedPayment[]> => {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "payment_collection",
    fields: ["id", "metadata"],
    filters: { id: { $like: `${PREFIX}%` } },
    pagination: { take: MOST, order: { created_at: "ASC" } },
  })
  return data
    .flatMap((found) => row.safeParse(found).data?.metadata[KEY] ?? [])
    .map(({ gone_before: _, ...shown }) => shown)
    .sort((a, b) => (a.seen_at < b.seen_at ? -1 : 1))
}

/** Null: nothing is noted of it. */
export const findUnexplained = async (
  container: MedusaContainer,
  external_id: ExternalId,
): Promise<UnexplainedPayment | null> =>
  (await findRow(container, external_id))?.metadata[KEY] ?? null

/** Its id is made with a secret of the store's, which may have been another one when it was noted: then it is looked for. */
const findRow = async (
  container: MedusaContainer,
  external_id: ExternalId,
): Promise<z.output<typeof row> | null> => {
  const [found] = await container
    .resolve(Modules.PAYMENT)
    .listPaymentCollections({ id: idOf(container, external_id) }, { select: ["id", "metadata"] })
  if (found) return row.safeParse(found).data ?? null
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "payment_collection",
    fields: ["id", "metadata"],
    filters: { id: { $like: `${PREFIX}%` }, metadata: { [KEY]: { external_id } } },
  })
  return row.safeParse(data[0]).data ?? null
}

/** @returns whether it is news: staff are told of each sum once. */
export const noteUnexplained = async (
  container: MedusaContainer,
  { external_id, provider_id, currency_code, capture, orders, installation }: PaymentTerms,
  amount: Amount,
): Promise<boolean> => {
  const known = await findRow(container, external_id)
  const before = known?.metadata[KEY]
  if (before?.amount === amount) return false
  const value: UnexplainedPayment = {
    external_id,
    provider_id,
    amount,
    currency_code: currency_code.toLowerCase(),
    capture,
    ...(orders && { orders }),
    ...(installation && { installation }),
    seen_at: before?.seen_at ?? new Date().toISOString(),
    ...(before?.gone_before && { gone_before: before.gone_before }),
  }
  const payments = container.resolve(Modules.PAYMENT)
  const metadata = { [KEY]: value }
  if (known) {
    await payments.updatePaymentCollections(known.id, { metadata })
    return true
  }
  const id = idOf(container, external_id)
  // Medusa's type leaves the id out; its module keeps the one that it is given.
  const collection = { id, amount: 0, currency_code: value.currency_code, metadata }
  return payments.createPaymentCollections(collection).then(
    () => true,
    async (error: unknown) => {
      // Another process, with a lock of its own, has noted it in the same instant, and tells of it.
      if (await findUnexplained(container, external_id)) return false
      throw error
    },
  )
}

/** That staff are returning it; null takes it back, when nothing was returned. */
export const noteReturning = async (
  container: MedusaContainer,
  external_id: ExternalId,
  gone_before: Amount | null,
): Promise<void> => {
  const found = await findRow(container, external_id)
  if (!found) return
  const { gone_before: _, ...others } = found.metadata[KEY]
  const value: UnexplainedPayment = { ...others, ...(gone_before && { gone_before }) }
  await container
    .resolve(Modules.PAYMENT)
    .updatePaymentCollections(found.id, { metadata: { [KEY]: value } })
}

/** It was returned, or explained. @returns what was noted of it; null when nothing was. */
export const forgetUnexplained = async (
  container: MedusaContainer,
  external_id: ExternalId,
): Promise<UnexplainedPayment | null> => {
  const found = await findRow(container, external_id)
  if (!found) return null
  await container.resolve(Modules.PAYMENT).deletePaymentCollections(found.id)
  return found.metadata[KEY]
}

/** Keyed, since whoever could guess it might put sessions into that collection. */
const idOf = (container: MedusaContainer, external_id: ExternalId): string => {
  const { http } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig
  const digest = createHmac("sha256", String(http.jwtSecret ?? ""))
    .update(JSON.stringify(["rozetkapay unexplained", external_id]))
    .digest("hex")
  return `${PREFIX}${digest.slice(0, 40)}`
}
