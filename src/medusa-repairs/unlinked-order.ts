import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"

/**
 * A cart's order that was cut off, or came back from a backup, between its links: it is its cart's, and
 * not yet its payment collection's, so that staff would see an order that nobody has paid.
 */
export const linkOrderOfCart = async (
  container: MedusaContainer,
  link: { order_id: string; payment_collection_id: string },
): Promise<void> => {
  const { order_id, payment_collection_id } = link
  const linked = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order_payment_collection",
    fields: ["order_id"],
    filters: { payment_collection_id },
  })
  if (linked.data[0]) return
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.ORDER]: { order_id },
    [Modules.PAYMENT]: { payment_collection_id },
  })
}
