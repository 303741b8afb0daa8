import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { findProvider } from "../gateway-provider/find-provider"
import { readSessionData } from "../gateway-provider/session-data"
import { type ShopperLanguage, shopperSentence } from "../payments/decline-sentence"
import { moneyOf } from "../payments/money"
import { isExactly } from "../payments/plan"

/**
 * A shopper whose own connection was lost presses "pay" again. Medusa would delete the paid
 * session while the second one is charged or, with the same token, declined: the first payment
 * would go back, and its order be lost. Asked before Medusa touches anything.
 *
 * Whichever of our providers they were made by. Only payments made in the store: one on RozetkaPay's page is left behind by choice. While
 * RozetkaPay does not say, it goes on: of two payments one goes back.
 *
 * @throws MedusaError 400 with a sentence for the shopper; nothing was charged
 */
export const requireUnpaid = async (
  container: MedusaContainer,
  payment_collection_id: string,
  language: ShopperLanguage,
): Promise<void> => {
  const sessions = await container
    .resolve(Modules.PAYMENT)
    .listPaymentSessions({ payment_collection_id })
  const paid = await Promise.all(
    sessions.map(async ({ id, provider_id, data, amount, currency_code, authorized_at }) => {
      const own = readSessionData(data)
      // With a Payment its cart is an order or about to be one, which starting a payment looks at.
      if (own?.external_id !== id || own.mode !== "direct" || authorized_at) return false
      const found = await findProvider(container, provider_id)
      if (!found) return false
      const { provider } = found
      const ledger = await provider.ledger(provider.reference(own)).catch(() => null)
      return ledger !== null && isExactly(ledger, moneyOf(amount, currency_code))
    }),
  )
  if (paid.includes(true)) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, shopperSentence("paid", language))
  }
}
