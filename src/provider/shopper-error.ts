import { MedusaError } from "@medusajs/framework/utils"
import { type CheckoutCode, checkoutSentences, type PlainCode } from "../messages/checkout-sentence"
import type { ShopperLanguage } from "../messages/decline-sentence"

/** A sentence for the shopper, with the word for it that a storefront acts on. */
export const shopperError = (type: string, code: PlainCode, language: ShopperLanguage) =>
  withCode(type, code, checkoutSentences(language)[code])

/**
 * Medusa's error handler sends an error's `code` along. Its route that completes a cart sends
 * `name`, `type` and `message` alone: so the name says the code as well.
 */
export const withCode = (
  type: string,
  code: CheckoutCode | (string & {}),
  sentence: string,
): MedusaError => {
  const error = new MedusaError(type, sentence, code)
  error.name = code
  return error
}
