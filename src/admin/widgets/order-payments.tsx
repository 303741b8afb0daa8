import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { OrderOfPage } from "../order/order-of-page"
import { OrderPaymentsPanel } from "../order/order-payments"

const OrderPaymentsWidget = ({ data }: { data: OrderOfPage }) => <OrderPaymentsPanel order={data} />

// In the main column it would stand below the order's raw data; here it follows what happened to the order.
// Dashboards before 2.17.2 know a side's `.after` alone; newer ones take it for the side itself.
export const config = defineWidgetConfig({
  id: "rozetkapay-order-payments",
  zone: "order.details.side.after",
})

export default OrderPaymentsWidget
