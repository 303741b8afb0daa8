import type { OrderName } from "../admin-client"

/** Of a row that may be of no order. */
export const orderName = (of: {
  order_id: string | null
  display_id: number | null
}): OrderName | null =>
  of.order_id !== null && of.display_id !== null
    ? { id: of.order_id, display_id: of.display_id }
    : null
