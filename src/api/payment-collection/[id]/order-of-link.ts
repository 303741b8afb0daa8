import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "zod"
import { type Money, moneyOf } from "../../../core/money"
import { PAYER_FIELDS, payerFields } from "../../../provider/start/purchase"
import { readSoldLines } from "../../../provider/start/sold-lines"
import {
  type CartOfShopper,
  enabledIn,
  regionShape,
} from "../../store/rozetkapay/methods/read-cart"

/** What an order's link is paid for, for whoever was sent it: no name and no address is among it. */
export type OrderOfLink = {
  lines: { title: string; quantity: number; money: Money }[]
  /** What the order costs by now; what is asked for may be a part of it. */
  total: Money
  /** What the ways to pay hang on. */
  toPay: CartOfShopper
}

const order = payerFields.extend({
  region_id: z.string().nullish(),
  currency_code: z.string(),
  total: z.coerce.number(),
})

/** Null: there is no such order any more. */
export const readOrderOfLink = async (
  container: MedusaContainer,
  { id, orderId, asked }: { id: string; orderId: string; asked: Money },
): Promise<OrderOfLink | null> => {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const [orders, sold] = await Promise.all([
    query.graph({
      entity: "order",
      fields: [...PAYER_FIELDS, "region_id", "currency_code", "total"],
      filters: { id: orderId },
    }),
    readSoldLines(container, id),
  ])
  const found = order.safeParse(orders.data[0]).data
  if (!found) return null
  const regions = await query.graph({
    entity: "region",
    fields: ["payment_providers.id", "payment_providers.is_enabled"],
    filters: { id: found.region_id ?? "" },
  })
  const { currency_code } = found
  // An edit leaves what it takes away with a quantity of zero.
  const goods = sold?.items.filter(({ quantity }) => quantity > 0) ?? []
  const delivery = sold?.shipping.filter(({ total }) => total > 0) ?? []
  return {
    lines: [...goods, ...delivery].map(({ title, quantity, total }) => ({
      title,
      quantity,
      money: moneyOf(total, currency_code),
    })),
    total: moneyOf(found.total, currency_code),
    toPay: {
      money: asked,
      email: found.email,
      locale: found.locale,
      shippingAddress: found.shipping_address ?? null,
      billingAddress: found.billing_address ?? null,
      // Whoever opens a link may be anybody.
      customerId: null,
      providerIds: enabledIn(regionShape.safeParse(regions.data[0]).data),
    },
  }
}
