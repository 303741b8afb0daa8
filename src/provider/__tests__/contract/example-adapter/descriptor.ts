import type { AdapterDescriptor } from "../../../adapter"
import { answerOfKeys } from "../../../boot/key-check"
import { bankOf } from "./bank"
import { ExampleGateway } from "./example-gateway"
import { type ExampleOptions, exampleOptionsSchema } from "./options"
import { isGenuine, readWebhook } from "./read-webhook"

export const exampleAdapter: AdapterDescriptor<ExampleOptions, ExampleGateway> = {
  identifier: "rozetkapay-example",
  title: "A bank in memory, for the tests",
  optionsSchema: exampleOptionsSchema,
  instruments: [],
  capabilities: {
    splitsPayments: false,
    savesCards: false,
    chargesLater: false,
    takesChoice: false,
    defersRefunds: false,
    holdsFirst: true,
    capturesInPart: true,
    cancelsInPart: true,
  },
  createGateway: ({ account }) => new ExampleGateway(bankOf(account)),
  webhook: { isGenuine, read: readWebhook },
  checkKeys: () =>
    answerOfKeys({
      ask: async () => "the account and its secret are right",
      areWrong: "the account or its secret is wrong",
      areUnchecked: "the account could not be checked",
    }),
  environment: () => "sandbox",
}
