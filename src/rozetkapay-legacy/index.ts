/**
 * RozetkaPay's legacy API in full, with what no storefront reaches: whole card numbers, transfers
 * between cards and payouts, for whose compliance and contract allow them.
 */
export { type ErrorKind, RozetkaPayError } from "../rozetkapay/errors"
export * from "./client"
export { type LegacyWebhook, readLegacyWebhook } from "./webhook"
