import type { MedusaContainer } from "@medusajs/framework/types"
import { moneyOf } from "../../core/money"
import { type NotPayable, whyNotPayable } from "../../core/why-not-payable"
import { outstandingOf } from "./outstanding"
import { type Collection, standing } from "./payments-of-collection"
import type { Purpose } from "./purpose"

/**
 * Why nothing may be paid by a payment collection any more, as the store's own rows show it. Null: it may,
 * or it is not an order's: a cart is judged by its tries alone.
 */
export const whyNotPayableBy = async (
  container: MedusaContainer,
  collection: Collection | null,
  { cart_id, order_id, order_canceled }: Pick<Purpose, "cart_id" | "order_id" | "order_canceled">,
): Promise<NotPayable | null> => {
  if (!order_id) return null
  const orderLacks = await outstandingOf(container, order_id)
  // An order that is not there lacks nothing.
  if (!collection || orderLacks === null) return { is: "paid" }
  const asked = moneyOf(collection.amount, collection.currency_code)
  return whyNotPayable({
    asked,
    status: collection.status,
    standing: standing(collection.payments, asked.currency, cart_id !== null),
    orderLacks,
    orderCanceled: order_canceled,
  })
}
