import type { AdapterDescriptor } from "../../provider/adapter"
import { environmentOf } from "../../provider/environment"
import { logExchange } from "../../provider/payment-log"
import { LegacyRozetkaPayClient } from "../../rozetkapay-legacy/client"
import { checkLegacyKeys } from "./check-legacy-keys"
import { LegacyGateway } from "./legacy-gateway"
import { type LegacyProviderOptions, legacyOptionsSchema } from "./options"
import { isGenuineLegacyWebhook, readLegacyCallback } from "./read-legacy-callback"

export const legacyAdapter: AdapterDescriptor<LegacyProviderOptions, LegacyGateway> = {
  identifier: "rozetkapay-legacy",
  title: "Stores with an old contract",
  optionsSchema: legacyOptionsSchema,
  // The old API keeps no cards and no consents.
  instruments: [
    "cc_token",
    "google_pay",
    "apple_pay",
    "privat24",
    "privat_parts",
    "evo_credit",
    "przelewy24",
  ],
  capabilities: {
    splitsPayments: false,
    savesCards: false,
    chargesLater: false,
    takesChoice: false,
    defersRefunds: false,
    holdsFirst: true,
    capturesInPart: true,
    cancelsInPart: false,
  },
  createGateway: (options, { logger }) =>
    new LegacyGateway(
      new LegacyRozetkaPayClient({
        ...options,
        onExchange: (exchange) => logExchange(logger, exchange),
      }),
      options.threeDs,
    ),
  webhook: { isGenuine: isGenuineLegacyWebhook, read: readLegacyCallback },
  checkKeys: checkLegacyKeys,
  environment: environmentOf,
}
