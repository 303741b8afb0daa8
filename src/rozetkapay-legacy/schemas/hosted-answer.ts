import { z } from "zod"
import type { LegacyHostedAnswer } from "../results"
import { transaction } from "./transaction"

const page = z
  .strictObject({ location: z.url({ protocol: /^https?$/ }) })
  .transform(({ location }): LegacyHostedAnswer => ({ checkoutUrl: location, transaction: null }))

/** 303 with a Location; or, where the document is silent, a transaction as in direct mode. */
export const hostedAnswer = z.union([
  page,
  transaction.transform(
    (one): LegacyHostedAnswer => ({ checkoutUrl: one.userActionUrl, transaction: one }),
  ),
])
