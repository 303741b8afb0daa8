/** RozetkaPay's API for code that takes no payments through Medusa: jobs, payouts, other frameworks. */
export { type GatewayCallback, readCallback } from "./callback"
export { isGenuineCallback, type SignedCallback } from "./callback-signature"
export * from "./client"
export { type ErrorKind, RozetkaPayError } from "./errors"
