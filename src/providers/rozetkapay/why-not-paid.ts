import { MedusaError } from "@medusajs/framework/utils"
import { declineSentence, type ShopperLanguage } from "../../payments/decline-sentence"
import type { Decline, GatewayLedger } from "../../payments/gateway"
import { isPositive, type Money } from "../../payments/money"
import { isExactly } from "../../payments/plan"

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
  const { PAYMENT_REQUIRES_MORE_ERROR, PAYMENT_AUTHORIZATION_ERROR } = MedusaError.Types
  if (isPositive(ledger.authorized)) {
    const isReturned = isPositive(ledger.released) || isPositive(ledger.returned)
    return new MedusaError(
      PAYMENT_AUTHORIZATION_ERROR,
      isReturned
        ? "This payment was cancelled or given back. Please start a new one."
        : `RozetkaPay shows ${ledger.authorized} ${ledger.currency} instead of ${asked.amount} ${asked.currency}. The money will be given back; please start a new payment.`,
    )
  }
  if (ledger.decline && !ledger.pending) return whyDeclined(ledger.decline, language)
  return new MedusaError(
    PAYMENT_REQUIRES_MORE_ERROR,
    ledger.pending || ledger.unclear !== null
      ? "The bank is still confirming the payment. Please wait a minute."
      : "The payment is not finished yet. Please pay on RozetkaPay's page first.",
  )
}

/** Goods were added while the session was being opened: exactly paid, and not what the cart costs. */
export const cartHasChanged = (asked: Money, cost: Money): MedusaError =>
  new MedusaError(
    MedusaError.Types.PAYMENT_AUTHORIZATION_ERROR,
    `The cart has changed: it costs ${cost.amount} ${cost.currency}, and ${asked.amount} ${asked.currency} were paid. The money will be given back; please start a new payment.`,
  )

/** A refusal as a sentence for the shopper, with RozetkaPay's code beside it. */
export const whyDeclined = (decline: Decline, language: ShopperLanguage): MedusaError =>
  new MedusaError(
    MedusaError.Types.PAYMENT_AUTHORIZATION_ERROR,
    declineSentence(decline, language),
    decline.code ?? undefined,
  )
