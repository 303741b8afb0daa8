import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"

/**
 * A cart's order that was cut off, or came back from a backup, between its links: it is its cart's, and
 * not yet its payment collection's, so that staff would see an order that nobody has paid.
 */
export const linkOrderOfCart = async (
  container: MedusaContainer,
  payment_collection_id: string,
): Promise<void> => {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const filters = { payment_collection_id }
  const [carts, linked] = await Promise.all([
    query.graph({ entity: "cart_payment_collection", fields: ["cart_id"], filters }),
    query.graph({ entity: "order_payment_collection", fields: ["order_id"], filters }),
  ])
  const cart_id = carts.data[0]?.cart_id
  if (!cart_id || linked.data[0]) return
  const orders = await query.graph({
    entity: "order_cart",
    fields: ["order_id"],
    filters: { cart_id },
  })
  const order_id = orders.data[0]?.order_id
  if (!order_id) return
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.ORDER]: { order_id },
    [Modules.PAYMENT]: { payment_collection_id },
  })
}
