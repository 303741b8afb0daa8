import type { AdapterDescriptor } from "../../provider/adapter"
import { environmentOf } from "../../provider/environment"
import { checkKeys } from "../current-api/check-keys"
import { loggedClient } from "../current-api/logged-client"
import { CardGateway } from "./card-gateway"
import { isSignedCallback } from "./is-signed-callback"
import { optionsSchema, type ProviderOptions } from "./options"
import { readPaymentCallback } from "./read-payment-callback"
import { cardWays } from "./ways-to-pay"

export const cardAdapter: AdapterDescriptor<ProviderOptions, CardGateway> = {
  identifier: "rozetkapay",
  title: "Cards, Apple Pay and Google Pay",
  optionsSchema,
  instruments: ["cc_token", "google_pay", "apple_pay", "wallet"],
  capabilities: {
    splitsPayments: false,
    savesCards: true,
    chargesLater: true,
    takesChoice: false,
    defersRefunds: true,
    holdsFirst: true,
    capturesInPart: true,
    cancelsInPart: true,
  },
  createGateway: (options, { logger }) =>
    new CardGateway(loggedClient(options, logger), undefined, options.express),
  webhook: { isGenuine: isSignedCallback, read: (rawBody) => readPaymentCallback(rawBody) },
  waysToPay: async (cart, { options }) => cardWays(cart, options),
  checkKeys,
  environment: environmentOf,
}
