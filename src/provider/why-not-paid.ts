import { MedusaError } from "@medusajs/framework/utils"
import { isPositive, type Money } from "../core/money"
import { isExactly } from "../core/plan"
import { checkoutSentences } from "../messages/checkout-sentence"
import { declineSentence, type ShopperLanguage } from "../messages/decline-sentence"
import type { Decline, GatewayLedger } from "./payment-gateway"
import { shopperError, withCode } from "./shopper-error"

/**
 * Not paid, refused, paid wrongly: why a session can't be authorized, in words for
 * the shopper. Null when exactly what was asked is held or captured.
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
  const { PAYMENT_REQUIRES_MORE_ERROR, PAYMENT_AUTHORIZATION_ERROR } = MedusaError.Types
  if (isPositive(ledger.authorized)) {
    const isReturned = isPositive(ledger.canceled) || isPositive(ledger.refunded)
    if (isReturned) return shopperError(PAYMENT_AUTHORIZATION_ERROR, "given_back", language)
    const shown = inWords({ amount: ledger.authorized, currency: ledger.currency })
    return withCode(
      PAYMENT_AUTHORIZATION_ERROR,
      "another_amount",
      checkoutSentences(language).another_amount(shown, inWords(asked)),
    )
  }
  if (ledger.decline && !ledger.pending) return whyDeclined(ledger.decline, language)
  const isConfirming = ledger.pending || ledger.unclear !== null
  return shopperError(
    PAYMENT_REQUIRES_MORE_ERROR,
    isConfirming ? "confirming" : "unfinished",
    language,
  )
}

/** Goods were added while the session was being opened: exactly paid, and not what the cart costs. */
export const cartHasChanged = (asked: Money, cost: Money, language: ShopperLanguage): MedusaError =>
  withCode(
    MedusaError.Types.PAYMENT_AUTHORIZATION_ERROR,
    "cart_changed",
    checkoutSentences(language).cart_changed(inWords(cost), inWords(asked)),
  )

/** Exactly paid, and not to whom the cart's goods are of. Of a type that no later try can mend. */
export const partsHaveChanged = (language: ShopperLanguage): MedusaError =>
  shopperError(MedusaError.Types.NOT_ALLOWED, "parts_changed", language)

/** A refusal as a sentence for the shopper, with RozetkaPay's code beside it. */
export const whyDeclined = (decline: Decline, language: ShopperLanguage): MedusaError =>
  withCode(
    MedusaError.Types.PAYMENT_AUTHORIZATION_ERROR,
    decline.code ?? "declined",
    declineSentence(decline, language),
  )

const inWords = ({ amount, currency }: Money): string => `${amount} ${currency}`
