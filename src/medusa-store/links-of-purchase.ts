import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "zod"
import { type ExternalId, sessionOf } from "../core/external-id"
import { NO_PURPOSE, type Purpose } from "../core/purpose"
import { selectRows } from "./select-rows"

/*
 * What a purchase hangs together with. Every sync asks all of this, some of it twice, and each of Medusa's own
 * answers goes through two modules and the links between them: here each is one question.
 */

const named = z.object({ id: z.string().nullable() })

const one = async (
  container: MedusaContainer,
  text: string,
  values: Record<string, string>,
): Promise<string | null> => (await selectRows(container, named, text, values))[0]?.id ?? null

/** By the session, or by the Payment of one that is gone. */
export const collectionOf = (
  container: MedusaContainer,
  externalId: ExternalId,
): Promise<string | null> =>
  one(
    container,
    `select payment_collection_id as id from payment_session where id = :session and deleted_at is null
     union all
     select payment_collection_id from payment where payment_session_id = :session and deleted_at is null`,
    { session: sessionOf(externalId) },
  )

export const isOfCart = async (
  container: MedusaContainer,
  collection: string,
): Promise<boolean> => {
  const cart = await one(
    container,
    `select cart_id as id from cart_payment_collection
     where payment_collection_id = :collection and deleted_at is null`,
    { collection },
  )
  return cart !== null
}

export const orderOf = (container: MedusaContainer, collection: string): Promise<string | null> =>
  one(
    container,
    `select order_id as id from order_payment_collection
     where payment_collection_id = :collection and deleted_at is null`,
    { collection },
  )

const purposeRow = z.object({
  cart_id: z.string().nullable(),
  order_id: z.string().nullable(),
  order_canceled: z.boolean(),
  country_code: z.string().nullable(),
})

/** A cart's order is the one that it has become; a purchase of no cart is a link of an order's. */
const PURPOSE = `select c.cart_id, coalesce(oc.order_id, oo.order_id) as order_id,
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

/** As they are at this moment: a cart may become an order while RozetkaPay is asked. */
export const purposeOf = async (container: MedusaContainer, collection: string): Promise<Purpose> =>
  (await selectRows(container, purposeRow, PURPOSE, { collection }))[0] ?? NO_PURPOSE
