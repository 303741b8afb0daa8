import type { MedusaContainer } from "@medusajs/framework/types"
import type { Outstanding } from "../../../../../admin-client/order-payments"
import { isPositive } from "../../../../../core/money"
import { outstandingOf } from "../../../../../provider/start/outstanding"
import type { OrderRow } from "./order-rows"
import { findLink, providerOfLink } from "./payment-link/link-of-order"

/** What nobody has paid of an order yet, and the link that asks for exactly that; null: nothing. */
export const outstanding = async (
  container: MedusaContainer,
  order: OrderRow,
): Promise<Outstanding | null> => {
  const amount = await outstandingOf(container, order.id)
  if (amount === null || !isPositive(amount)) return null
  const { currency_code, isCanceled } = order
  const provider = isCanceled ? null : await providerOfLink(container, order)
  const link = provider && (await findLink(container, order, { amount, provider }))
  return {
    amount,
    currency_code,
    link_url: link?.isPayable ? link.url : null,
    can_make_link: provider
      ? { is: true }
      : { is: false, why: isCanceled ? "order_canceled" : "no_provider" },
  }
}
