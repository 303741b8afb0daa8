import { z } from "zod"
import { fromSupport, storeOptions, webAddress } from "../../provider/store-options"
import { modeOf } from "./bank-rules"

const secret = fromSupport("a login and a password")
const banksWanted = 'must be a list of banks\' keys such as ["monobank", "privatbank"], each once'

/** The options of the provider `rozetkapay-payparts`; a test keeps docs/instalments.md in step. */
export const payPartsOptionsSchema = z
  .strictObject({
    login: secret,
    /** Also the secret of the callbacks' signatures. Never trimmed. */
    password: secret,
    apiUrl: webAddress.default("https://api.rozetkapay.com"),
    /** A partner's child account (header X-ON-BEHALF-OF). */
    onBehalfOf: z.string({ error: "must be a text" }).min(1, { error: "is empty" }).optional(),
    /** Which banks are offered, in the order in which they are shown. Left out: all that RozetkaPay tells. */
    banks: z
      .array(z.unknown(), { error: banksWanted })
      .min(1, { error: "is empty" })
      .refine((words) => words.every(isKey) && new Set(words).size === words.length, {
        error: banksWanted,
      })
      .transform((words) => words.filter(isKey))
      .optional(),
    /** hosted: only banks with a page for the card. direct: only those that ask the customer themselves. Left out: both. */
    mode: z.enum(["hosted", "direct"], { error: "must be hosted or direct" }).optional(),
    ...storeOptions,
  })
  .refine(({ banks, mode }) => !banks || !mode || banks.some((bank) => modeOf(bank) === mode), {
    path: ["banks"],
    error: 'has no bank of the mode that option "mode" names: nothing would ever be offered',
  })
  .describe("Options of medusa-payment-rozetkapay for instalments")

export type PayPartsOptions = z.output<typeof payPartsOptionsSchema>

const isKey = (word: unknown): word is string =>
  typeof word === "string" && /^[a-z0-9_-]+$/.test(word)
