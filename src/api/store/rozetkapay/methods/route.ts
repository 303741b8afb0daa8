import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "zod"
import { isStoreId } from "../../../../core/external-id"
import { developerError } from "../../../../errors"
import { listWays } from "./list-ways"
import { readCart } from "./read-cart"

const query = z.object({ cart_id: z.string() })

/**
 * Everything that a cart can be paid by, over all RozetkaPay providers of its region, in the language of
 * the request: `{ methods: [{ provider_id, method, name, …, available, reason, needs, data }], logged_in }`,
 * `logged_in` being whether who asks is the customer, logged in, whose cart it is.
 *
 * As with Medusa's own routes of carts, whoever knows a cart's id may ask for it; what only its customer
 * can do is listed for that customer alone.
 */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
  const { cart_id = "" } = query.safeParse(req.query).data ?? {}
  if (cart_id === "") throw developerError("cart_not_named")
  if (!isStoreId(cart_id)) throw developerError("no_such_cart")
  const customerId = req.auth_context?.actor_id ?? null
  const cart = await readCart(req.scope, cart_id, customerId)
  res.set("Cache-Control", "no-store")
  res.json({
    methods: await listWays(req.scope, cart, req.get("accept-language")),
    logged_in: cart.customerId !== null,
  })
}
