import { fillAddress } from "../../provider/fill-address"
import type { ProviderOptions } from "./options"

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
