import { type ExternalId, externalId } from "../../core/external-id"

/** What Medusa begins a payment session's id with; the rest is a ULID of 26 characters. */
const PREFIX = "payses_"

/**
 * The legacy API's captures, voids and refunds take order ids of at most 32 characters, one less than
 * a session's id has: what all sessions' ids begin with is left away.
 */
export const legacyOrderId = (externalId: ExternalId): string =>
  externalId.startsWith(PREFIX) ? externalId.slice(PREFIX.length) : externalId

/** The payment that an order is of; an id that is no ULID is somebody else's, and stays as it is. */
export const paymentOfOrder = (orderId: string): ExternalId =>
  externalId(/^[0-9A-Z]{26}$/.test(orderId) ? `${PREFIX}${orderId}` : orderId)
