import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Purpose } from "../../core/purpose"

export type { Purpose } from "../../core/purpose"

/** Reads them as they are at this moment: a cart may become an order while RozetkaPay is asked. */
export const purposeOf = async (
  container: MedusaContainer,
  payment_collection_id: string,
): Promise<Purpose> => {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const carts = await query.graph({
    entity: "cart_payment_collection",
    fields: ["cart_id", "cart.shipping_address.country_code"],
    filters: { payment_collection_id },
  })
  const link = carts.data[0]
  const cart_id = link?.cart_id ?? null
  const fields = ["order_id", "order.canceled_at", "order.shipping_address.country_code"]
  const orders = cart_id
    ? await query.graph({ entity: "order_cart", fields, filters: { cart_id } })
    : await query.graph({
        entity: "order_payment_collection",
        fields,
        filters: { payment_collection_id },
      })
  const found = orders.data[0]
  return {
    cart_id,
    order_id: found?.order_id ?? null,
    order_canceled: Boolean(found?.order?.canceled_at),
    country_code:
      link?.cart?.shipping_address?.country_code ??
      found?.order?.shipping_address?.country_code ??
      null,
  }
}

/** Whether a purchase is a cart's, an order by now or not; a payment link's is not. */
export const isOfCart = async (
  container: MedusaContainer,
  payment_collection_id: string,
): Promise<boolean> => {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "cart_payment_collection",
    fields: ["cart_id"],
    filters: { payment_collection_id },
  })
  return Boolean(data[0]?.cart_id)
}
