import { announce } from "../cashier"
import { alreadyPaid, write } from "../move-rules"
import { concludedBy, type Operation, type Page, type Payment } from "../payment"
import type { World } from "../world"
import type { ExpressOrder } from "./order"

/**
 * The shopper orders and pays when the parcel comes. RozetkaPay calls it a success; no money moves
 * here, now or later.
 */
export function orderOnDelivery(
  world: World,
  payment: Payment,
  page: Page,
  order: ExpressOrder,
): Operation {
  if (concludedBy(payment)) throw alreadyPaid(payment)
  const operation = write(
    payment,
    {
      operation: "payment",
      method: "postpayment",
      amount: 0n,
      currency: page.currency,
      status: "success",
      status_code: "order_with_postpayment_confirmed",
      status_description: "The order is confirmed, it is paid for on delivery",
      via: "on_delivery",
      page_id: page.page_id,
      callback_url: page.callback_url,
      express: order,
    },
    { by: "shopper", quirks: world.quirks, now: world.now() },
  )
  payment.amount = page.amount
  payment.currency = page.currency
  payment.callback_url = page.callback_url
  announce(world, payment, operation)
  return operation
}
