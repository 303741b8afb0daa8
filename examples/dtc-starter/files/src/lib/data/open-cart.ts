import "server-only"

import { sdk } from "@lib/config"
import { getAuthHeaders, getCartId } from "./cookies"

/**
 * The cart in the shopper's cookie while it can still be changed. RozetkaPay's callback places the order
 * without the shopper's browser, so the cookie may name a cart that is an order by now.
 */
export const getOpenCartId = async (): Promise<string | undefined> => {
  const id = await getCartId()
  if (!id) return undefined
  return sdk.client
    .fetch<{ cart: { completed_at?: string | null } }>(`/store/carts/${id}`, {
      query: { fields: "id,completed_at" },
      headers: { ...(await getAuthHeaders()) },
      cache: "no-store",
    })
    .then(({ cart }) => (cart.completed_at ? undefined : id))
    .catch(() => undefined)
}
