import { shopperError } from "../../errors"
import type { Chosen } from "../../provider/capabilities"
import { payerOf } from "../../provider/start/payer"
import type { PaymentToChooseFor } from "../../provider/start/start-session"
import { beyondLimits, detailsError, lackingDetails } from "../../provider/ways-to-pay"
import { methodOf, RULES } from "./methods"
import type { AlternativeOptions } from "./options"

/**
 * Reads `{ method, blik_code? }` of a session's data.
 *
 * @throws MedusaError a sentence for the shopper: it can't be paid so; nothing was sent
 */
export const readChoice = (
  { words, areStored, browser, money, purchase, language }: PaymentToChooseFor,
  options: AlternativeOptions,
): Chosen => {
  const method = methodOf(words.method)
  if (!method) {
    throw shopperError("method_unknown", language, { methods: options.methods.join(", ") })
  }
  if (!options.methods.includes(method)) throw shopperError("not_offered", language)
  const { limits, details, needsIpAddress } = RULES[method]
  const payer = payerOf(purchase, null, options)
  const beyond = beyondLimits({ money, payer, language }, limits)
  if (beyond) throw beyond
  const lacking = lackingDetails(payer, details)
  if (lacking.length > 0) throw detailsError(lacking, language)
  // Only a shopper's own request tells it.
  const ipAddress = browser?.ipAddress ?? browser?.ipv6Address
  if (needsIpAddress && !ipAddress) throw shopperError("not_offered", language)
  if (method !== "blik") return { choice: { method } }
  return { choice: { method }, code: blikCodeIn(words.blik_code, areStored, language) }
}

/** Stored words are in Medusa's database already: a code of theirs is known to too many. */
const blikCodeIn = (
  given: unknown,
  areStored: boolean,
  language: PaymentToChooseFor["language"],
): string => {
  const code = typeof given === "string" ? given.replace(/[\s-]/g, "") : ""
  if (areStored && code !== "") throw shopperError("token_out_of_request", language)
  if (/^[0-9]{6}$/.test(code)) return code
  throw shopperError("blik_code_needed", language)
}
