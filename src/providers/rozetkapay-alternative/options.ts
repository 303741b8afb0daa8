import { z } from "zod"
import { fromSupport, storeOptions, webAddress } from "../../provider/store-options"
import { METHODS, methodOf } from "./methods"

const secret = fromSupport("a login and a password")
const known = `must be a list of ${METHODS.join(", ")}, each once`

/** The options of the provider `rozetkapay-alternative`; a test keeps docs/alternative-payments.md in step. */
export const alternativeOptionsSchema = z
  .strictObject({
    login: secret,
    /** Also the secret of the callbacks' signatures. Never trimmed. */
    password: secret,
    apiUrl: webAddress.default("https://api.rozetkapay.com"),
    /** A partner's child account (header X-ON-BEHALF-OF). */
    onBehalfOf: z.string({ error: "must be a text" }).min(1, { error: "is empty" }).optional(),
    /** What is offered, in the order in which it is shown. */
    methods: z
      .array(z.unknown(), { error: known })
      .min(1, { error: "is empty" })
      .refine(
        (words) => words.every((word) => methodOf(word)) && new Set(words).size === words.length,
        { error: known },
      )
      .transform((words) => words.flatMap((word) => methodOf(word) ?? []))
      .default([...METHODS]),
    ...storeOptions,
    capture: z
      .literal(true, {
        error: "must be true or left out: these payments have no hold to be captured later",
      })
      .default(true),
  })
  .describe("Options of medusa-payment-rozetkapay for alternative payments")

export type AlternativeOptions = z.output<typeof alternativeOptionsSchema>
