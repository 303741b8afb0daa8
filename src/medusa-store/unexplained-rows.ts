import { createHmac } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import type { ExternalId } from "../core/external-id"
import { type UnexplainedPayment, unexplainedPayment } from "../sync/unexplained"

/**
 * Where unexplained money stands. There is no row of Medusa's that it could stand at, since
 * what it was for is not there. So each has a row of its own, without a table of our own: the metadata of a
 * payment collection that nobody pays. Not the Store's metadata, which staff and Medusa write as a whole:
 * whoever saves theirs would have this forgotten. Two of one instant don't meet, and one that is forgotten
 * leaves nothing behind. All by the payment module's public methods: no row that is Medusa's is touched.
 */
const PREFIX = "pay_col_rozetkapay_unexplained_"
const KEY = "rozetkapay_unexplained"

/** More than this are told in the log and by the event alone: staff would read no further. */
const MOST = 1_000

const row = z.object({ id: z.string(), metadata: z.object({ [KEY]: unexplainedPayment }) })

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

/** @returns false: another process, with a lock of its own, has noted it in the same instant, and tells of it. */
export const noteUnexplained = async (
  container: MedusaContainer,
  value: UnexplainedPayment,
  isFirst: boolean,
): Promise<boolean> => {
  const { external_id, currency_code } = value
  const payments = container.resolve(Modules.PAYMENT)
  const metadata = { [KEY]: value }
  const known = isFirst ? null : await findRow(container, external_id)
  if (known) {
    await payments.updatePaymentCollections(known.id, { metadata })
    return true
  }
  const id = idOf(container, external_id)
  // Medusa's type leaves the id out; its module keeps the one that it is given.
  const collection = { id, amount: 0, currency_code, metadata }
  return payments.createPaymentCollections(collection).then(
    () => true,
    async (error: unknown) => {
      if (await findUnexplained(container, external_id)) return false
      throw error
    },
  )
}

/** It was returned, or explained. */
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
