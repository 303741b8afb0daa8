import type { MedusaError } from "@medusajs/framework/utils"
import type { Money } from "../../core/money"
import { shopperError } from "../../errors"
import type { ShopperLanguage } from "../../messages/language"
import type { StoreOptions } from "../store-options"
import { addsUp } from "./product-lines"
import type { Purchase } from "./purchase"

/** RozetkaPay's page of express payments knows no other. */
export const EXPRESS_CURRENCY = "UAH"

/**
 * Whether a purchase can be paid on RozetkaPay's page of express payments: a cart, in hryvnias, with its
 * delivery, and with lines that are the amount to the kopiyka.
 *
 * @throws MedusaError 400 for the shopper; nothing was sent
 */
export const requireExpress = (
  { express }: Pick<StoreOptions, "express">,
  money: Money,
  purchase: Purchase | null,
  language: ShopperLanguage,
): void => {
  const why = whyNotExpress(Boolean(express), money, purchase, language)
  if (why) throw why
}

const whyNotExpress = (
  isOffered: boolean,
  money: Money,
  purchase: Purchase | null,
  language: ShopperLanguage,
): MedusaError | null => {
  if (!isOffered || !purchase?.cartId) return shopperError("express_not_offered", language)
  if (money.currency !== EXPRESS_CURRENCY) {
    return shopperError("express_currency", language, { currency: money.currency })
  }
  // Opened by a store's own code, which has to choose it first.
  if (purchase.shipping.length === 0) return shopperError("cart_without_delivery", language)
  const lines = [...purchase.items, ...purchase.shipping]
  return addsUp(lines, money) ? null : shopperError("express_lines", language)
}
