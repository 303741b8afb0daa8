import { z } from "zod"

/** What reads one out of a row or a text. */
export const sessionIdText = z.string().brand<"SessionId">()

/**
 * Medusa's id of a payment session: one try to pay. RozetkaPay's key of the same try is an `ExternalId`
 * (external-id.ts); a card payment's two are written alike, and still neither compiles for the other.
 */
export type SessionId = z.output<typeof sessionIdText>

/** For where a plain text comes in: a row of Medusa's, a route's path, a mark at the gateway. */
export const sessionId = (text: string): SessionId => sessionIdText.parse(text)
