import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "zod"
import type { Lines } from "./product-lines"
import {
  lineOfDelivery,
  lineOfItem,
  type PurchaseLine,
  readPurchase,
  soldDelivery,
  soldItem,
} from "./purchase"

/** What a payment was for, and what of it came back, return by return, the oldest first. */
export type SoldLines = Lines & { back: PurchaseLine[][] }

const order = z.object({
  items: z.array(
    soldItem.extend({
      // Medusa takes what came back off an item's total, though not off its quantity.
      return_received_total: z.coerce.number().nullish(),
      return_dismissed_total: z.coerce.number().nullish(),
    }),
  ),
  shipping_methods: z.array(
    soldDelivery.extend({ detail: z.object({ return_id: z.string().nullish() }).nullish() }),
  ),
})

const quantities = z.array(z.object({ item_id: z.string(), quantity: z.coerce.number() })).nullish()
const returned = z.object({
  status: z.string(),
  claim_id: z.string().nullish(),
  created_at: z.coerce.date(),
  items: quantities,
})
const claimed = z.object({
  id: z.string(),
  type: z.string(),
  canceled_at: z.unknown(),
  created_at: z.coerce.date(),
  claim_items: quantities,
})

const returnRows = z.array(returned)
const claimRows = z.array(claimed)

const ASKED_FOR = ["requested", "partially_received", "received"]

/**
 * The lines of the order that a payment collection pays for, as they are after its edits; those of the
 * cart while there is no order. Null when it belongs to neither.
 */
export const readSoldLines = async (
  container: MedusaContainer,
  payment_collection_id: string,
): Promise<SoldLines | null> => {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const links = await query.graph({
    entity: "order_payment_collection",
    fields: ["order_id"],
    filters: { payment_collection_id },
  })
  const order_id = links.data[0]?.order_id
  if (!order_id) {
    const purchase = await readPurchase(container, payment_collection_id, "cart")
    return purchase && { ...purchase, back: [] }
  }
  const [orders, returns, claims] = await Promise.all([
    query.graph({
      entity: "order",
      fields: [
        "total",
        "items.*",
        "items.variant.metadata",
        "items.product.metadata",
        "shipping_methods.*",
      ],
      filters: { id: order_id },
    }),
    query.graph({
      entity: "return",
      fields: ["status", "claim_id", "created_at", "items.item_id", "items.quantity"],
      filters: { order_id },
    }),
    query.graph({
      entity: "order_claim",
      fields: [
        "id",
        "type",
        "canceled_at",
        "created_at",
        "claim_items.item_id",
        "claim_items.quantity",
      ],
      filters: { order_id },
    }),
  ])
  const { items, shipping_methods } = order.parse(orders.data[0])
  const sold = items.map(({ return_received_total, return_dismissed_total, ...item }) =>
    lineOfItem({
      ...item,
      total: item.total + (return_received_total ?? 0) + (return_dismissed_total ?? 0),
    }),
  )
  return {
    items: sold,
    // What a return's parcel cost is no part of what was sold.
    shipping: shipping_methods.filter(({ detail }) => !detail?.return_id).map(lineOfDelivery),
    back: backOf(returnRows.parse(returns.data), claimRows.parse(claims.data)).map((parts) =>
      parts.flatMap(({ item_id, quantity }) => partOf(sold, item_id, quantity)),
    ),
  }
}

/** A claim's goods that are to come back are those of its return. */
const backOf = (returns: z.output<typeof returned>[], claims: z.output<typeof claimed>[]) =>
  [
    ...returns
      .filter(({ status }) => ASKED_FOR.includes(status))
      .map(({ created_at, items }) => ({ created_at, items: items ?? [] })),
    ...claims
      .filter(({ id, type, canceled_at }) => {
        const hasReturn = returns.some(({ claim_id }) => claim_id === id)
        return type === "refund" && !canceled_at && !hasReturn
      })
      .map(({ created_at, claim_items }) => ({ created_at, items: claim_items ?? [] })),
  ]
    .sort((a, b) => a.created_at.getTime() - b.created_at.getTime())
    .map(({ items }) => items)

export const partOf = (sold: PurchaseLine[], item_id: string, quantity: number): PurchaseLine[] => {
  const line = sold.find(({ id }) => id === item_id)
  if (!line || line.quantity <= 0) return []
  return [{ ...line, quantity, total: (line.total * quantity) / line.quantity }]
}
