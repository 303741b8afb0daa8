import { MedusaError } from "@medusajs/framework/utils"
import { checkoutSentences } from "../payments/checkout-sentence"
import { declineSentence, type ShopperLanguage } from "../payments/decline-sentence"
import type { Decline, GatewayLedger } from "../payments/gateway"
import { isPositive, type Money } from "../payments/money"
import { isExactly } from "../payments/plan"

/**
 * Not paid, refused, paid wrongly: why a session can't be authorized, in words for
 * the shopper. Null when exactly what was asked is held or taken.
 *
 * The two types are those that `complete` answers with 200 and the cart, so that
 * the session stays usable.
 */
export const whyNotPaid = (
  ledger: GatewayLedger,
  asked: Money,
  language: ShopperLanguage,
): MedusaError | null => {
  if (isExactly(ledger, asked)) return null
  const sentences = checkoutSentences(language)
  const { PAYMENT_REQUIRES_MORE_ERROR, PAYMENT_AUTHORIZATION_ERROR } = MedusaError.Types
  if (isPositive(ledger.authorized)) {
    const isReturned = isPositive(ledger.released) || isPositive(ledger.returned)
    return new MedusaError(
      PAYMENT_AUTHORIZATION_ERROR,
      isReturned
        ? sentences.given_back
        : sentences.another_amount(
            inWords({ amount: ledger.authorized, currency: ledger.currency }),
            inWords(asked),
          ),
    )
  }
  if (ledger.decline && !ledger.pending) return whyDeclined(ledger.decline, language)
  return new MedusaError(
    PAYMENT_REQUIRES_MORE_ERROR,
    ledger.pending || ledger.unclear !== null ? sentences.confirming : sentences.unfinished,
  )
}

/** Goods were added while the session was being opened: exactly paid, and not what the cart costs. */
export const cartHasChanged = (asked: Money, cost: Money, language: ShopperLanguage): MedusaError =>
  new MedusaError(
    MedusaError.Types.PAYMENT_AUTHORIZATION_ERROR,
    checkoutSentences(language).cart_changed(inWords(cost), inWords(asked)),
  )

/** Exactly paid, and not to whom the cart's goods are of. Of a type that no later try can mend. */
export const partsHaveChanged = (language: ShopperLanguage): MedusaError =>
  new MedusaError(MedusaError.Types.NOT_ALLOWED, checkoutSentences(language).parts_changed)

/** A refusal as a sentence for the shopper, with RozetkaPay's code beside it. */
export const whyDeclined = (decline: Decline, language: ShopperLanguage): MedusaError =>
  new MedusaError(
    MedusaError.Types.PAYMENT_AUTHORIZATION_ERROR,
    declineSentence(decline, language),
    decline.code ?? undefined,
  )

const inWords = ({ amount, currency }: Money): string => `${amount} ${currency}`
