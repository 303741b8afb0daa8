import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "zod"
import { type Money, moneyOf } from "../../../../core/money"
import { developerError } from "../../../../errors"
import {
  PAYER_FIELDS,
  type PurchaseAddress,
  payerFields,
} from "../../../../provider/start/purchase"

/** A region as far as it says by which providers its carts are paid. */
export const regionShape = z.object({
  payment_providers: z.array(z.object({ id: z.string(), is_enabled: z.boolean() })).nullish(),
})

export const enabledIn = (region: z.output<typeof regionShape> | null | undefined): string[] =>
  (region?.payment_providers ?? []).filter(({ is_enabled }) => is_enabled).map(({ id }) => id)

const cart = payerFields.extend({
  completed_at: z.unknown().optional(),
  currency_code: z.string(),
  total: z.coerce.number(),
  customer: z.object({ id: z.string(), has_account: z.boolean() }).nullish(),
  region: regionShape.nullish(),
})

/** A cart as far as the ways to pay it depend on it. */
export type CartOfShopper = {
  money: Money
  email: string | null
  locale: string | null
  shippingAddress: PurchaseAddress | null
  billingAddress: PurchaseAddress | null
  /** The asking customer, when the cart is theirs. */
  customerId: string | null
  /** As Medusa names them: of its region, in no order. */
  providerIds: string[]
}

/** @throws MedusaError 404 for a cart that is not there, or is an order by now */
export const readCart = async (
  container: MedusaContainer,
  cart_id: string,
  asking: string | null,
): Promise<CartOfShopper> => {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "cart",
    fields: [
      ...PAYER_FIELDS,
      "completed_at",
      "currency_code",
      "total",
      "customer.id",
      "customer.has_account",
      "region.payment_providers.id",
      "region.payment_providers.is_enabled",
    ],
    filters: { id: cart_id },
  })
  const found = cart.safeParse(data[0]).data
  if (!found || found.completed_at) throw developerError("no_such_cart")
  const { customer } = found
  return {
    money: moneyOf(found.total, found.currency_code),
    email: found.email,
    locale: found.locale,
    shippingAddress: found.shipping_address ?? null,
    billingAddress: found.billing_address ?? null,
    customerId: customer?.has_account && customer.id === asking ? asking : null,
    providerIds: enabledIn(found.region),
  }
}
