import { createHash } from "node:crypto"
import { type ExternalId, externalId } from "./external-id"
import { type SessionId, sessionId } from "./session-id"
import { quoted, SplitError } from "./split-error"

/**
 * RozetkaPay publishes no limit for `external_id`. A session's own id (33 characters) is known to be
 * taken; this keeps what we add to it within a usual column.
 */
const LONGEST_EXTERNAL_ID = 64

const MARK_LENGTH = 8

const markOf = (seller: string): string =>
  createHash("sha256").update(seller).digest("hex").slice(0, MARK_LENGTH)

const SUFFIX = /^(.+)-[0-9a-f]{8}$/

/**
 * The external id of a seller's order: the session's, and a mark of the seller that does not depend on
 * what else is in the cart, so that a cart that has changed can't give one seller another's order.
 *
 * @throws SplitError when the session's id leaves no room for it.
 */
export const orderIdOf = (session: SessionId, seller: string): ExternalId => {
  const id = `${session}-${markOf(seller)}`
  if (id.length > LONGEST_EXTERNAL_ID) {
    throw new SplitError("session_id_too_long", { session: quoted(session) })
  }
  return externalId(id)
}

/** The session that a seller's order belongs to; null when it is no id of `orderIdOf`. */
export const sessionOfOrder = (orderId: ExternalId): SessionId | null => {
  const [, session] = orderId.length <= LONGEST_EXTERNAL_ID ? (SUFFIX.exec(orderId) ?? []) : []
  return session === undefined ? null : sessionId(session)
}

/** The first two of these sellers who have one and the same; null when nobody has another's. */
export const sellersSharing = (
  sellers: string[],
  what: (seller: string) => string | undefined,
): [string, string] | null => {
  const known = new Map<string | undefined, string>()
  for (const seller of sellers) {
    const own = what(seller)
    const twin = known.get(own)
    if (twin !== undefined) return [twin, seller]
    known.set(own, seller)
  }
  return null
}

/** Two of these sellers whose orders could not be told apart; null when there are none, as nearly always. */
export const sellersOfOneMark = (sellers: string[]): [string, string] | null =>
  sellersSharing(sellers, markOf)

/** Which of the store's sellers an order is of; null when of none, or of one who has left. */
export const sellerOfOrder = (orderId: ExternalId, sellers: string[]): string | null =>
  sellers.find((seller) => orderId.endsWith(`-${markOf(seller)}`)) ?? null

/**
 * All orders of a batch in one text that fits into a value of `metadata` (200 characters): a callback
 * of one order then leads to the others, also when the store has forgotten the session.
 */
export const writeOrdersMetadata = (orderIds: ExternalId[]): string =>
  orderIds.map((id) => id.slice(-MARK_LENGTH)).join(",")

/** The orders' external ids; null when it is no text of `writeOrderMarks`. */
export const readOrdersMetadata = (session: SessionId, terms: string): ExternalId[] | null =>
  /^[0-9a-f]{8}(?:,[0-9a-f]{8}){0,9}$/.test(terms)
    ? terms.split(",").map((mark) => externalId(`${session}-${mark}`))
    : null
