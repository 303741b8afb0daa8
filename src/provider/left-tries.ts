import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import { type ExternalId, sessionOf } from "../core/external-id"
import { noteOnCollection } from "../medusa-repairs/notes-on-rows"
import { alone } from "./payment-lock"
import { type PaymentTerms, readSessionData, type SessionData } from "./session-data"
import type { StoreRecords } from "./store-records"

/** Beside it the id of a payment session that Medusa has deleted. */
const KEY = "rozetkapay_left_"

export const leftTryKey = (externalId: ExternalId): string => `${KEY}${externalId}`

const record = z.record(z.string(), z.unknown())
const metadata = record.nullish()

/**
 * Medusa deletes a session whose page may still be paid. What its payment was is kept with its payment
 * collection: the proof that this very store left it behind, which a database that came back from a
 * backup does not have of what it has lost.
 */
export const noteLeftTry = async (
  container: MedusaContainer,
  records: StoreRecords,
  data: SessionData,
): Promise<void> => {
  const collectionId = await records.collectionOfSession(sessionOf(data.external_id))
  if (collectionId) await noteTry(container, records, collectionId, data)
}

/**
 * The same before a card is charged in the store: until the charge has its answer the session does not
 * say whose it is, and may be deleted meanwhile. Of a session that lives the note is never read.
 */
export const noteTry = async (
  container: MedusaContainer,
  records: StoreRecords,
  collectionId: string,
  { external_id, provider_id, currency_code, capture, orders, installation, mode }: PaymentTerms,
): Promise<void> => {
  const left = { external_id, provider_id, currency_code, capture, orders, installation, mode }
  // Two sessions of one collection may be deleted at once, and Medusa merges by reading first.
  await alone(container.resolve(Modules.LOCKING), `left:${collectionId}`, () =>
    noteOnCollection(records.rows, collectionId, { [leftTryKey(external_id)]: left }),
  )
}

/** What the store has noted of a try that it left behind; null when it knows of none. */
export const readLeftTry = (
  collection: { metadata?: Record<string, unknown> | null },
  externalId: ExternalId,
): PaymentTerms | null => {
  const noted = metadata.parse(collection.metadata)?.[leftTryKey(externalId)]
  const data = record.safeParse(noted).data
  return readSessionData(data)
}

/** All tries that a payment collection has a note of; those that live, too. */
export const leftTriesIn = (given: unknown): PaymentTerms[] =>
  Object.entries(metadata.safeParse(given).data ?? {}).flatMap(([key, noted]) => {
    if (!key.startsWith(KEY)) return []
    const data = record.safeParse(noted).data
    return readSessionData(data) ?? []
  })
