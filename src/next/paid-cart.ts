import { isRozetkaPay } from "../storefront/is-rozetkapay"
import { returnAddress } from "../storefront/next-step"
import { type OpenSession, sessionOf } from "../storefront/open-session"
import { fieldsOf, listOf } from "../storefront/read-answers"
import type { AskStore } from "../storefront/store-client"

/** gone: Medusa knows no such cart. unknown: it did not say. */
export type CartState =
  | { is: "open" | "gone" | "unknown" }
  | { is: "ordered"; session: OpenSession | null }

const FIELDS = "id,completed_at,*payment_collection.payment_sessions"

/** Whether a cart is an order by now: RozetkaPay's callback places it without the shopper's browser. */
export const cartState = async (ask: AskStore, cartId: string): Promise<CartState> => {
  const path = `/carts/${encodeURIComponent(cartId)}?fields=${FIELDS}`
  const cart = await ask(path, (answer) => {
    const fields = fieldsOf(fieldsOf(answer)?.cart)
    return fields && { fields }
  })
  if ("error" in cart) return { is: NO_CART.includes(cart.error.code) ? "gone" : "unknown" }
  const { completed_at, payment_collection } = cart.fields
  if (!completed_at) return { is: "open" }
  const sessions = listOf(fieldsOf(payment_collection)?.payment_sessions, sessionOf) ?? []
  return {
    is: "ordered",
    session: sessions.find(({ provider_id }) => isRozetkaPay(provider_id)) ?? null,
  }
}

const NO_CART = ["not_found", "no_such_cart"]

/** The plugin's return route leads from a payment to its order, whoever placed it. */
export const orderAddress = (state: CartState, backendUrl: string): string | null =>
  state.is === "ordered" && state.session ? returnAddress(state.session, backendUrl) : null
