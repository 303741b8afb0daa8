import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "zod"
import { isStoreId } from "../../../../core/external-id"
import { isKnownCurrency, isPositive, type Money, moneyOf } from "../../../../core/money"
import { developerError } from "../../../../errors"
import { readCart } from "../methods/read-cart"

/** Digits that are a price, whatever a client writes into an address. */
const PLAIN = /^\d{1,12}(\.\d{1,4})?$/

const asked = z.object({
  cart_id: z.string().optional(),
  amount: z.string().regex(PLAIN).optional(),
  currency_code: z.string().refine(isKnownCurrency).default("uah"),
})

/**
 * What a cart costs, or the amount that a product's page asks about.
 *
 * @throws MedusaError 400 or 404 for who writes the storefront
 */
export const moneyAsked = async (container: MedusaContainer, query: unknown): Promise<Money> => {
  const { cart_id, amount, currency_code = "uah" } = asked.safeParse(query).data ?? {}
  if (cart_id !== undefined) {
    if (!isStoreId(cart_id)) throw developerError("no_such_cart")
    return (await readCart(container, cart_id, null)).money
  }
  const money = amount === undefined ? null : moneyOf(amount, currency_code)
  if (!money || !isPositive(money.amount)) throw developerError("amount_not_said")
  return money
}
