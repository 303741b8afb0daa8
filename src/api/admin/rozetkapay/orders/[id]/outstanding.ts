import type { MedusaContainer } from "@medusajs/framework/types"
import type { Outstanding } from "../../../../../admin-client/order-payments"
import { isPositive } from "../../../../../core/money"
import { outstandingOf } from "../../../../../provider/start/outstanding"
import type { OrderRow } from "./order-rows"
import { findLink } from "./payment-link/link-of-order"

/** What nobody has paid of an order yet, and the link that asks for exactly that; null: nothing. */
export const outstanding = async (
  container: MedusaContainer,
  order: OrderRow,
): Promise<Outstanding | null> => {
  const amount = await outstandingOf(container, order.id)
  if (amount === null || !isPositive(amount)) return null
  const { currency_code, isCanceled } = order
  const link = isCanceled ? null : await findLink(container, order, amount)
  return {
    amount,
    currency_code,
    link_url: link?.isPayable ? link.url : null,
    can_make_link: isCanceled ? { is: false, why: "order_canceled" } : { is: true },
  }
}
