import type { MedusaContainer } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import { staffError } from "../../../../../errors"
import type { NamedGoods } from "../../../../../provider/part-lines"
import { namedGoodsIn } from "../../../../../provider/send-movement"
import { readSoldLines } from "../../../../../provider/start/sold-lines"
import { readOrderRow, readPaymentRow } from "../../orders/[id]/order-rows"

type RefundOf = { payment_id: string; payment_collection_id: string; order_id: string | null }

/**
 * A receipt's lines are of what was sold, and of no more of it than earlier refunds have left, those of the order's
 * other payments included. To be asked alone with the payment.
 */
export const requireSold = async (
  container: MedusaContainer,
  { payment_id, payment_collection_id, order_id }: RefundOf,
  goods: NamedGoods,
): Promise<void> => {
  if (goods.length === 0) return
  const [sold, order, payment] = await Promise.all([
    readSoldLines(container, payment_collection_id),
    order_id === null ? null : readOrderRow(container, order_id),
    readPaymentRow(container, payment_id),
  ])
  const payments = order?.collections.flatMap((one) => one.payments) ?? (payment ? [payment] : [])
  const before = payments
    .flatMap(({ refunds }) => refunds ?? [])
    .flatMap(({ metadata }) => namedGoodsIn(metadata) ?? [])
  if (!areLeft(goods, before, sold?.items ?? [])) throw staffError("goods_not_of_order")
}

type Sold = { id: string | null; quantity: number }

/** Whether as much was sold as is named now and was before. Pure. */
export const areLeft = (goods: NamedGoods, before: NamedGoods, sold: Sold[]): boolean =>
  [...new Set(goods.map(({ item_id }) => item_id))].every((id) => {
    const line = sold.find((one) => one.id === id)
    const named = [...before, ...goods].filter(({ item_id }) => item_id === id)
    const quantities = named.map(({ quantity }) => quantity)
    return line !== undefined && MathBN.lte(MathBN.sum(0, ...quantities), line.quantity)
  })
