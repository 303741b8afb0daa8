import { container } from "@medusajs/framework"
import { moneyOf } from "../core/money"
import { isPaidAs } from "../core/paid-order"
import { isSame } from "../core/plan"
import { shopperError } from "../errors"
import type { ShopperLanguage } from "../messages/language"
import { splitsPayments } from "./capabilities"
import type { GatewayLedger } from "./payment-gateway"
import type { PaymentTerms } from "./session-data"
import { readPurchase } from "./start/purchase"
import { isOfCart } from "./start/purpose"
import type { StoreSession } from "./store-records"
import { cartHasChanged } from "./why-not-paid"

/**
 * A cart that changed while it was being paid. Medusa keeps a session whose cart costs the same as
 * before, also when a discount, or goods of the same price, are of another seller's now: then each
 * seller would be paid for other goods than sold.
 *
 * @throws MedusaError of a type that syncing returns the money for
 */
export const requireSameCart = async (
  provider: object,
  session: StoreSession,
  data: PaymentTerms,
  ledger: GatewayLedger,
  language: ShopperLanguage,
): Promise<void> => {
  const { payment_collection: collection, payment_collection_id } = session
  const money = moneyOf(session.amount, session.currency_code)
  const cost = moneyOf(collection.amount, collection.currency_code)
  const isOtherCost = !isSame(money, cost)
  if (!(isOtherCost || data.orders) || !(await isOfCart(container, payment_collection_id))) return
  if (isOtherCost) throw cartHasChanged(money, cost, language)
  const purchase = await readPurchase(container, payment_collection_id, "cart")
  const sessionId = session.id
  const parts = splitsPayments(provider)
    ? provider.splitOf({ sessionId, money, purchase, description: null, language })
    : []
  if (!isPaidAs(parts, ledger.orders ?? [])) throw shopperError("parts_changed", language)
}
