import type { MedusaError } from "@medusajs/framework/utils"
import { isPositive, type Money } from "../core/money"
import { isExactly } from "../core/plan"
import { declinedError, shopperError } from "../errors"
import type { ShopperLanguage } from "../messages/language"
import type { GatewayLedger } from "./payment-gateway"

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
  if (isPositive(ledger.authorized)) {
    const isReturned = isPositive(ledger.canceled) || isPositive(ledger.refunded)
    if (isReturned) return shopperError("given_back", language)
    const shown = inWords({ amount: ledger.authorized, currency: ledger.currency })
    return shopperError("another_amount", language, { shown, asked: inWords(asked) })
  }
  if (ledger.decline && !ledger.pending) return declinedError(ledger.decline.code, language)
  const isConfirming = ledger.pending || ledger.unclear !== null
  return shopperError(isConfirming ? "confirming" : "unfinished", language)
}

/** Goods were added while the session was being opened: exactly paid, and not what the cart costs. */
export const cartHasChanged = (asked: Money, cost: Money, language: ShopperLanguage): MedusaError =>
  shopperError("cart_changed", language, { cost: inWords(cost), paid: inWords(asked) })

const inWords = ({ amount, currency }: Money): string => `${amount} ${currency}`
