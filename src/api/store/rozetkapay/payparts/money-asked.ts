import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "zod"
import { isStoreId } from "../../../../core/external-id"
import { isKnownCurrency, isPositive, type Money, moneyOf } from "../../../../core/money"
import { developerError } from "../../../../errors"

/** Digits that are a price, whatever a client writes into an address. */
const PLAIN = /^\d{1,12}(\.\d{1,4})?$/

const asked = z.object({
  cart_id: z.string().optional(),
  amount: z.string().optional(),
  currency_code: z.string().max(10).optional(),
})

const cost = z.object({ total: z.coerce.number(), currency_code: z.string() })

/**
 * What a cart costs, or the amount that a product's page asks about.
 *
 * @throws MedusaError 400 or 404 for who writes the storefront
 */
export const moneyAsked = async (container: MedusaContainer, query: unknown): Promise<Money> => {
  const { cart_id, amount, currency_code = "uah" } = asked.safeParse(query).data ?? {}
  if (cart_id !== undefined) return costOfCart(container, cart_id)
  if (!amount || !PLAIN.test(amount) || !isKnownCurrency(currency_code))
    throw developerError("amount_not_said")
  const money = moneyOf(amount, currency_code)
  if (!isPositive(money.amount)) throw developerError("amount_not_said")
  return money
}

const costOfCart = async (container: MedusaContainer, id: string): Promise<Money> => {
  if (!isStoreId(id)) throw developerError("no_such_cart")
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "cart",
    fields: ["total", "currency_code"],
    filters: { id },
  })
  const found = cost.safeParse(data[0]).data
  if (!found) throw developerError("no_such_cart")
  return moneyOf(found.total, found.currency_code)
}
