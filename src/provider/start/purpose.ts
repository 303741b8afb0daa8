import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "zod"
import { NO_PURPOSE, type Purpose } from "../../core/purpose"
import { selectRows } from "../select-rows"

export type { Purpose } from "../../core/purpose"

export const purposeRow = z.object({
  cart_id: z.string().nullable(),
  order_id: z.string().nullable(),
  order_canceled: z.boolean(),
  country_code: z.string().nullable(),
})

/** A cart's order is the one that it has become; a purchase of no cart is a link of an order's. `:collection` is asked for. */
export const PURPOSE = `select c.cart_id, coalesce(oc.order_id, oo.order_id) as order_id,
    o.canceled_at is not null as order_canceled,
    coalesce(ca.country_code, oa.country_code) as country_code
  from (select cast(:collection as text) as id) asked
  left join cart_payment_collection c on c.payment_collection_id = asked.id and c.deleted_at is null
  left join cart on cart.id = c.cart_id and cart.deleted_at is null
  left join cart_address ca on ca.id = cart.shipping_address_id and ca.deleted_at is null
  left join order_cart oc on oc.cart_id = c.cart_id and oc.deleted_at is null
  left join order_payment_collection oo on c.cart_id is null
    and oo.payment_collection_id = asked.id and oo.deleted_at is null
  left join "order" o on o.id = coalesce(oc.order_id, oo.order_id) and o.deleted_at is null
  left join order_address oa on oa.id = o.shipping_address_id and oa.deleted_at is null`

/** Reads them as they are at this moment: a cart may become an order while RozetkaPay is asked. One question, for every sync asks it. */
export const purposeOf = async (container: MedusaContainer, collection: string): Promise<Purpose> =>
  (await selectRows(container, purposeRow, PURPOSE, { collection }))[0] ?? NO_PURPOSE

const linkRow = z.object({ cart_id: z.string() })
const CART = `select cart_id from cart_payment_collection
  where payment_collection_id = :collection and deleted_at is null`

/** Whether a purchase is a cart's, an order by now or not; a payment link's is not. */
export const isOfCart = async (container: MedusaContainer, collection: string): Promise<boolean> =>
  (await selectRows(container, linkRow, CART, { collection })).length > 0
