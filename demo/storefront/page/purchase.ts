import type { HttpTypes } from "@medusajs/framework/types"
import { call, customerToken } from "./store"
import { language } from "./texts"

/** A logged-in customer's cart is theirs: only they are offered their saved cards. */
export async function claimCart(cartId: string): Promise<void> {
  if (customerToken()) await call(`/carts/${cartId}/customer`, {})
}

/** RozetkaPay's page speaks the cart's language. */
export const writeCart = (cartId: string, more: object = {}) =>
  call(`/carts/${cartId}`, { ...more, locale: language === "en" ? "en-US" : "uk-UA" })

export const orderPage = (orderId: string) => `/ua/order/${orderId}/confirmed`

/** Completing is safe to repeat: a cart that was paid answers with its order. */
export async function orderOfCart(cartId: string): Promise<string | undefined> {
  const path = `/carts/${cartId}/complete`
  const done = await call<HttpTypes.StoreCompleteCartResponse>(path, {})
  return done.type === "order" ? done.order.id : undefined
}
