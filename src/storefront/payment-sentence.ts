import { declineSentence } from "../messages/declines"
import { isOtherOutcome, shopperSentence } from "../messages/outcomes"

/** What shoppers are spoken to in. The language is `uk`; `ua` is the country. */
export type StorefrontLanguage = "uk" | "en"

/**
 * The sentence for the code that the shopper came back with (`payment_error`): the very one that the
 * plugin's own pages say. An unknown code is the bank's refusal, and is never repeated.
 */
export const paymentSentence = (code: string, language: StorefrontLanguage): string =>
  isOtherOutcome(code) ? shopperSentence(code, language) : declineSentence({ code }, language)
