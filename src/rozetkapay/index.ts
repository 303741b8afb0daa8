/** RozetkaPay's API for code that takes no payments through Medusa: jobs, payouts, other frameworks. */
export * from "./client"
export { type ErrorKind, RozetkaPayError } from "./errors"
export { readAlternativeCallback } from "./webhook/alternative-callback"
export { type GatewayCallback, readCallback } from "./webhook/callback"
export { isGenuineCallback, type SignedCallback } from "./webhook/callback-signature"
export { readPayPartsCallback } from "./webhook/payparts-callback"
