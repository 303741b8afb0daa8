import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import { keyedDigest } from "./keyed-digest"
import { selectRows } from "./select-rows"

/**
 * The id of a payment collection that nobody pays, in whose metadata something of the plugin's own is
 * kept. Keyed, since whoever could guess it might put sessions into that collection.
 */
export const ownCollectionId = (
  container: MedusaContainer,
  what: string[],
  prefix = "pay_col_",
): string => prefix + keyedDigest(container, what).slice(0, 40)

/** With each callback: one question, and no model of Medusa's made of it. */
const METADATA = "select metadata from payment_collection where id = :id and deleted_at is null"

const row = z.object({ metadata: z.record(z.string(), z.unknown()).nullish() })

/** Null: there is none yet. */
export const readOwnMetadata = async (
  container: MedusaContainer,
  id: string,
): Promise<Record<string, unknown> | null> => {
  const [found] = await selectRows(container, row, METADATA, { id })
  return found ? (found.metadata ?? {}) : null
}

export const writeOwnMetadata = async (
  container: MedusaContainer,
  id: string,
  metadata: Record<string, unknown>,
  isThere: boolean,
): Promise<void> => {
  const payments = container.resolve(Modules.PAYMENT)
  if (isThere) {
    await payments.updatePaymentCollections(id, { metadata })
    return
  }
  // Medusa's type leaves the id out; its module keeps the one that it is given.
  const collection = { id, amount: 0, currency_code: "uah", metadata }
  await payments.createPaymentCollections(collection)
}
