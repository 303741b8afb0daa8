import type { ProviderOptions } from "../providers/rozetkapay/options"
import { fillAddress } from "./fill-address"
import type { StoreOptions } from "./store-options"

type Backend = Pick<StoreOptions, "backendUrl">

/** Where RozetkaPay reports operations. `providerId` is Medusa's: "pp_rozetkapay_<id>". */
export const callbackUrl = ({ backendUrl }: Backend, providerId: string): string =>
  `${backendUrl}/hooks/rozetkapay/${providerId}`

/** Where RozetkaPay sends the shopper's browser back to. */
export const returnUrl = (backend: Backend, providerId: string, sessionId: string): string =>
  `${callbackUrl(backend, providerId)}/return/${sessionId}`

/** Where the shopper's browser goes after a card was added on RozetkaPay's page or at the bank. */
export const cardsUrl = (
  options: Pick<ProviderOptions, "storefrontUrl" | "backendUrl" | "cardsUrl" | "countryCode">,
  providerId: string,
  countryCode?: string,
): string =>
  fillAddress(options.cardsUrl, options, {
    provider_id: providerId,
    country_code: countryCode ?? options.countryCode,
  })
