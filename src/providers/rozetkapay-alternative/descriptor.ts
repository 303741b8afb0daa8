import type { AdapterDescriptor } from "../../provider/adapter"
import { environmentOf } from "../../provider/environment"
import { readAlternativeCallback } from "../../rozetkapay/webhook/alternative-callback"
import { checkKeys } from "../current-api/check-keys"
import { isSignedByPassword } from "../current-api/is-signed-by-password"
import { loggedClient } from "../current-api/logged-client"
import { eventOf } from "../current-api/webhook-event"
import { AlternativeGateway } from "./alternative-gateway"
import { asPaymentOperation } from "./operation-of"
import { type AlternativeOptions, alternativeOptionsSchema } from "./options"
import { alternativeWays } from "./ways-to-pay"

export const alternativeAdapter: AdapterDescriptor<AlternativeOptions, AlternativeGateway> = {
  identifier: "rozetkapay-alternative",
  title: "BLIK, Przelewy24, leasing: payments of Polish banks",
  optionsSchema: alternativeOptionsSchema,
  instruments: [],
  capabilities: {
    splitsPayments: false,
    savesCards: false,
    chargesLater: false,
    takesChoice: true,
    defersRefunds: false,
    holdsFirst: false,
    capturesInPart: false,
    cancelsInPart: false,
  },
  createGateway: (options, { logger }) => new AlternativeGateway(loggedClient(options, logger)),
  webhook: {
    isGenuine: isSignedByPassword,
    read: (rawBody) => eventOf(asPaymentOperation(readAlternativeCallback(rawBody))),
  },
  waysToPay: async (cart, { options }) => alternativeWays(cart, options),
  checkKeys,
  environment: environmentOf,
}
