import type { AdapterDescriptor } from "../../provider/adapter"
import { environmentOf } from "../../provider/environment"
import { readPayPartsCallback } from "../../rozetkapay/webhook/payparts-callback"
import { checkKeys } from "../current-api/check-keys"
import { isSignedByPassword } from "../current-api/is-signed-by-password"
import { loggedClient } from "../current-api/logged-client"
import { payPartsEvent } from "./operation-of"
import { type PayPartsOptions, payPartsOptionsSchema } from "./options"
import { PayPartsGateway } from "./payparts-gateway"
import { payPartsWays } from "./ways-to-pay"

export const payPartsAdapter: AdapterDescriptor<PayPartsOptions, PayPartsGateway> = {
  identifier: "rozetkapay-payparts",
  title: "Instalments of Ukrainian banks",
  optionsSchema: payPartsOptionsSchema,
  instruments: [],
  capabilities: {
    splitsPayments: false,
    savesCards: false,
    chargesLater: false,
    takesChoice: true,
    defersRefunds: true,
    holdsFirst: true,
    capturesInPart: false,
    cancelsInPart: false,
  },
  createGateway: (options, { logger, events }) =>
    new PayPartsGateway(loggedClient(options, logger), events),
  webhook: {
    isGenuine: isSignedByPassword,
    read: (rawBody) => payPartsEvent(readPayPartsCallback(rawBody)),
  },
  waysToPay: async (cart, { options, gateway }) =>
    payPartsWays(cart, await gateway.offers.all().catch(() => null), options),
  checkKeys,
  environment: environmentOf,
}
