import { z } from "zod"
import { type SessionId, sessionId } from "./session-id"

/** What reads one out of stored data or an answer. */
export const externalIdText = z.string().brand<"ExternalId">()

/** RozetkaPay's key of a payment, or of a seller's order in one (order-id.ts). */
export type ExternalId = z.output<typeof externalIdText>

/** For where a plain text comes in: an answer, a callback or a report of RozetkaPay's, a route's path. */
export const externalId = (text: string): ExternalId => externalIdText.parse(text)

/** The key that a session's payment is opened by. The legacy API's and those of sellers' orders are made of it by their adapters. */
export const externalIdOf = (session: SessionId): ExternalId => externalId(session)

/** The session whose payment has this key; of a seller's order it is `sessionOfOrder`. */
export const sessionOf = (payment: ExternalId): SessionId => sessionId(payment)

/**
 * Whether a text can be the id of a payment session or of a provider of this
 * store's: Medusa makes both of letters, digits, "_" and "-". Anything else is a
 * stranger's, and does not even reach the database.
 */
export const isStoreId = (text: string): boolean => /^[\w-]{1,100}$/.test(text)
