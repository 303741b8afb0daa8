import { fillAddress } from "./fill-address"
import type { StoreOptions } from "./store-options"

/** A payment whose shopper waits, and for what. */
export type Waiting = {
  providerId: string
  sessionId: string
  cartId: string | null
  /** "ua"; null: the option's. */
  countryCode: string | null
}

/** The page on which a shopper waits for the bank: the plugin's own, unless the option `pendingUrl` names another. */
export const waitingAddress = (
  options: Pick<StoreOptions, "pendingUrl" | "storefrontUrl" | "backendUrl" | "countryCode">,
  { providerId, sessionId, cartId, countryCode }: Waiting,
): string =>
  fillAddress(options.pendingUrl, options, {
    provider_id: providerId,
    session_id: sessionId,
    cart_id: cartId,
    country_code: countryCode ?? options.countryCode,
  })
