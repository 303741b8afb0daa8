import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { alreadyOrdered } from "../gateway-provider/payment-errors"
import type { ShopperLanguage } from "../payments/decline-sentence"

/**
 * A cart that has become an order is paid, or is about to be: opening another session for it would
 * have Medusa delete the one that pays. After a crash between the order and its Payment that one is
 * all that leads the money to the order. Asked before Medusa touches anything.
 *
 * @throws MedusaError 400 with a sentence for the shopper; nothing was charged
 */
export const requireOpenCart = async (
  container: MedusaContainer,
  payment_collection_id: string,
  language: ShopperLanguage,
): Promise<void> => {
  const [any] = await container
    .resolve(Modules.PAYMENT)
    .listPaymentSessions({ payment_collection_id }, { select: ["id"], take: 1 })
  if (!any) return
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "cart_payment_collection",
    fields: ["cart.completed_at"],
    filters: { payment_collection_id },
  })
  if (data[0]?.cart?.completed_at) throw alreadyOrdered(language)
}
