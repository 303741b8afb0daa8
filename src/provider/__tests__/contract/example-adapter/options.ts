import { z } from "zod"
import { fromSupport, storeOptions } from "../../../store-options"

export const exampleOptionsSchema = z.strictObject({
  /** The bank's name of the merchant. */
  account: fromSupport("an account and a secret"),
  /** Signs the bank's webhooks. Never trimmed. */
  secret: fromSupport("an account and a secret"),
  ...storeOptions,
})

export type ExampleOptions = z.output<typeof exampleOptionsSchema>
