import type { AdapterDescriptor } from "../../provider/adapter"
import { environmentOf } from "../../provider/environment"
import { checkKeys } from "../current-api/check-keys"
import { isSignedByPassword } from "../current-api/is-signed-by-password"
import { loggedClient } from "../current-api/logged-client"
import { BatchGateway } from "./batch-gateway"
import { type BatchOptions, batchOptionsSchema } from "./options"
import { readOrdersCallback } from "./read-orders-callback"

export const batchAdapter: AdapterDescriptor<BatchOptions, BatchGateway> = {
  identifier: "rozetkapay-batch",
  title: "Marketplaces: one payment to several sellers",
  optionsSchema: batchOptionsSchema,
  // A customer's saved cards are the card adapter's.
  instruments: ["cc_token", "google_pay", "apple_pay"],
  capabilities: {
    splitsPayments: true,
    savesCards: false,
    chargesLater: false,
    takesChoice: false,
    defersRefunds: false,
    holdsFirst: true,
    capturesInPart: true,
    cancelsInPart: true,
  },
  createGateway: (options, { logger, events }) =>
    new BatchGateway(loggedClient(options, logger), options.sellers, events),
  webhook: { isGenuine: isSignedByPassword, read: readOrdersCallback },
  checkKeys,
  environment: environmentOf,
}
