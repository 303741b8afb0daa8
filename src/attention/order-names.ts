import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "zod"
import type { OrderName } from "../admin-client"
import { type ExternalId, sessionOf } from "../core/external-id"
import { orderName } from "../medusa-store/order-name"
import { selectRows } from "../provider/select-rows"

const row = z.object({
  session_id: z.string(),
  payment_id: z.string().nullable(),
  order_id: z.string().nullable(),
  display_id: z.coerce.number().nullable(),
})

/** What a payment is of, as the store's rows show it. */
export type PlaceOfPayment = { payment_id: string | null; order: OrderName | null }

/** By the Payment, its session, or the cart of either: each may be what is left of a purchase. */
export const placesOf = async (
  container: MedusaContainer,
  externalIds: ExternalId[],
): Promise<Map<string, PlaceOfPayment>> => {
  if (externalIds.length === 0) return new Map()
  const rows = await selectRows(
    container,
    row,
    `select s.id as session_id, p.id as payment_id, o.id as order_id, o.display_id
     from unnest(?::text[]) as s(id)
     left join payment p on p.payment_session_id = s.id and p.deleted_at is null
     left join payment_session t on t.id = s.id
     left join order_payment_collection l
       on l.payment_collection_id = coalesce(p.payment_collection_id, t.payment_collection_id)
       and l.deleted_at is null
     left join cart_payment_collection k
       on k.payment_collection_id = coalesce(p.payment_collection_id, t.payment_collection_id)
       and k.deleted_at is null
     left join order_cart b on b.cart_id = k.cart_id and b.deleted_at is null
     left join "order" o on o.id = coalesce(l.order_id, b.order_id) and o.deleted_at is null`,
    [externalIds.map(sessionOf)],
  )
  return new Map(
    rows.map(({ session_id, payment_id, ...order }) => [
      session_id,
      { payment_id, order: orderName(order) },
    ]),
  )
}
